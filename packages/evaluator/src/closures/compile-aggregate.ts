// Aggregates over the lines of a collection, as closures.
import type { Aggregate, Expr } from '@tierflow/definition';
import { finite } from '../functions/number.ts';
import { firstRule } from '../functions/rules.ts';
import { compareText } from '../functions/text.ts';
import type { Fields } from '../row.ts';
import type { Value } from '../value.ts';
import type { ClosureScope, Evaluate, Frame } from './frame.ts';

const NO_LINES: readonly Fields[] = [];

type Fold = (lines: Iterable<readonly [value: Value, by: Value]>, expr: Aggregate, scope: ClosureScope) => Value;

const folds: { readonly [name in Aggregate['fn']]: Fold } = {
  count: (lines) => [...lines].length,
  distinct: (lines) => new Set([...lines].map(([value]) => value)).size,
  sum: (lines) => total([...lines]),
  mean: (lines) => {
    const all = [...lines];
    const sum = total(all);
    return sum === undefined ? undefined : finite(sum / all.length);
  },
  min: (lines) => extreme(lines, -1),
  max: (lines) => extreme(lines, 1),
  first: (lines, { descending }) => furthest(lines, descending === true ? 1 : -1, false),
  last: (lines, { descending }) => furthest(lines, descending === true ? -1 : 1, true),
  firstRule: (lines, expr, scope) =>
    firstRule(
      scope.rules(expr),
      [...lines].map(([value]) => value),
    ),
};

function total(lines: readonly (readonly [Value, Value])[]): number | undefined {
  if (lines.length === 0) return undefined;
  let sum = 0;
  for (const [value] of lines) sum += value as number;
  return finite(sum);
}

function order(a: Value, b: Value): number {
  return typeof a === 'string' && typeof b === 'string' ? compareText(a, b) : Number(a) - Number(b);
}

function extreme(lines: Iterable<readonly [Value, Value]>, sign: 1 | -1): Value {
  let best: Value;
  for (const [value] of lines) if (best === undefined || order(value, best) * sign > 0) best = value;
  return best;
}

/** Smallest (sign -1) or largest `by`, the earliest or the latest line among equals. */
function furthest(lines: Iterable<readonly [Value, Value]>, sign: 1 | -1, latest: boolean): Value {
  let best: readonly [Value, Value] | undefined;
  for (const line of lines) {
    if (line[1] === undefined) continue;
    const ahead = best === undefined ? 1 : order(line[1], best[1]) * sign;
    if (ahead > 0 || (ahead === 0 && latest)) best = line;
  }
  return best?.[0];
}

/** The value of the line that stands so far from the first or the last, in the order of `by`. */
function placed(lines: Iterable<readonly [Value, Value]>, { fn, at = 0, descending }: Aggregate): Value {
  const sign = descending === true ? -1 : 1;
  const sorted = [...lines].filter(([, by]) => by !== undefined).sort(([, a], [, b]) => order(a, b) * sign);
  return (fn === 'first' ? sorted[at] : sorted[sorted.length - 1 - at])?.[0];
}

type Compile = (expr: Expr, scope: ClosureScope) => Evaluate;

/** The closure of an aggregate. A missing `value` skips the line; without `value` every kept line counts. */
export function compileAggregate(expr: Aggregate, scope: ClosureScope, compile: Compile): Evaluate {
  const lineScope: ClosureScope = { ...scope, line: scope.collection(expr.from) ?? [] };
  const where = expr.where === undefined ? undefined : compile(expr.where, lineScope);
  const value = expr.value === undefined ? undefined : compile(expr.value, lineScope);
  const by = expr.by === undefined ? undefined : compile(expr.by, lineScope);
  const fold = expr.at === undefined || expr.at === 0 ? folds[expr.fn] : placed;
  const counted = expr.at !== undefined;
  const from = scope.collectionAt(expr.from);
  function* kept(frame: Frame): Generator<readonly [Value, Value]> {
    for (const line of frame.lines[from] ?? NO_LINES) {
      if (where !== undefined && where(frame, line) !== true) continue;
      const taken = value === undefined ? true : value(frame, line);
      if (taken !== undefined || counted) yield [taken, by?.(frame, line)];
    }
  }
  return (frame) => fold(kept(frame), expr, scope);
}
