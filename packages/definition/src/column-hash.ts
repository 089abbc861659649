// Content hash of a column: equal hashes mean equal values on the same data and as-of day.
import { canonicalJson } from './canonical.ts';
import { digestOf } from './digest.ts';
import { rewrite } from './type-of.ts';
import type { Definition, Expr, Fit, FitLines, Json } from './types.ts';

type Program = Pick<Definition, 'columns' | 'parameters' | 'timeZone'>;

/** Hash per column id. Referenced columns and parameter values enter by content, ids and titles do not. */
export function columnHashes(program: Program): ReadonlyMap<string, string> {
  const hashes = new Map<string, string>();
  const parameters = new Map(program.parameters.map((parameter) => [parameter.id, parameter]));
  const named = (part: Expr): Expr => {
    if (part.op === 'column') return { op: 'column', id: hashes.get(part.id) ?? part.id };
    if (part.op !== 'parameter') return part;
    return { ...part, id: parameterContent(parameters.get(part.id), hashes) };
  };
  for (const column of program.columns) {
    const where = column.where === undefined ? null : (hashes.get(column.where) ?? column.where);
    hashes.set(column.id, digestOf(canonicalJson([program.timeZone, column.type, where, rewrite(column.expr, named)])).slice(7, 39));
  }
  return hashes;
}

/** What a parameter is: its value, or while unfitted how it will be estimated. */
function parameterContent(parameter: Program['parameters'][number] | undefined, hashes: ReadonlyMap<string, string>): string {
  if (parameter === undefined) return 'unknown';
  if (parameter.value !== null || parameter.fit === undefined) return canonicalJson(parameter.value);
  return canonicalJson(fitContent(parameter.fit, hashes));
}

/** What a parameter is estimated from and how, with columns by their hashes: equal contents give equal values on the same data. */
export function fitContent({ estimator, of, where, lines, options }: Fit, hashes: ReadonlyMap<string, string>): Json {
  return [
    estimator,
    of.map((id) => hashes.get(id) ?? id),
    where === undefined ? null : (hashes.get(where) ?? where),
    options,
    ...(lines === undefined ? [] : [linesContent(lines, hashes)]),
  ];
}

function linesContent({ from, of, where }: FitLines, hashes: ReadonlyMap<string, string>): Json {
  const named = (part: Expr): Expr => (part.op === 'column' ? { op: 'column', id: hashes.get(part.id) ?? part.id } : part);
  return [from, of.map((expr) => rewrite(expr, named)), where === undefined ? null : rewrite(where, named)] as unknown as Json;
}
