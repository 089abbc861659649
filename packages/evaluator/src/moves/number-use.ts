// How a program uses its number fields: where one is only compared with constants, those constants are all that matters.
import { type Column, type Definition, type Expr, partsOf } from '@tierflow/definition';
import { numbersOf } from '../vectors/probes.ts';
import type { NumberUse } from './grid.ts';

/** Functions whose answer changes only where the first argument passes one of the numbers of the second. */
const COMPARING: ReadonlySet<string> = new Set([
  'bin',
  'binLeft',
  'step',
  'percentileOf',
  'lt',
  'le',
  'gt',
  'ge',
  'eq',
  'ne',
  'in',
  'eq3',
  'ne3',
  'in3',
]);
/** Of those, the ones that mean the same with their arguments the other way round. */
const EITHER_WAY: ReadonlySet<string> = new Set(['lt', 'le', 'gt', 'ge', 'eq', 'ne', 'eq3', 'ne3']);
/** Ask only whether a value is there. */
const PRESENCE: ReadonlySet<string> = new Set(['exists', 'isMissing', 'isBlank']);

/** The use of every number field that the columns read. */
export function numberUses(definition: Definition, columns: readonly Column[]): ReadonlyMap<string, NumberUse> {
  const found = new Map<string, { cuts: Set<number>; onlyCuts: boolean }>();
  const echoes = new Map<string, string>();
  const fieldOf = (expr: Expr): string | undefined => {
    if (expr.op === 'field') return expr.name;
    if (expr.op === 'column') return echoes.get(expr.id);
    // For a value that is there it is the value.
    const [first, ...others] = expr.op === 'call' && expr.fn === 'coalesce' ? expr.args : [];
    return first !== undefined && others.every((other) => other.op === 'literal') ? fieldOf(first) : undefined;
  };
  const entryOf = (field: string) => {
    const use = found.get(field) ?? { cuts: new Set<number>(), onlyCuts: true };
    found.set(field, use);
    return use;
  };
  const visit = (expr: Expr): void => {
    const field = fieldOf(expr);
    if (field !== undefined) {
      entryOf(field).onlyCuts = false;
      return;
    }
    if (expr.op !== 'call') {
      partsOf(expr).forEach(visit);
      return;
    }
    const compared = comparedIn(expr, fieldOf);
    if (compared !== undefined) for (const cut of numbersOf(compared.against, definition)) entryOf(compared.field).cuts.add(cut);
    for (const arg of expr.args) if (arg !== compared?.value && !(PRESENCE.has(expr.fn) && fieldOf(arg) !== undefined)) visit(arg);
  };
  for (const column of columns) {
    const echo = fieldOf(column.expr);
    if (echo === undefined) visit(column.expr);
    else {
      echoes.set(column.id, echo);
      entryOf(echo);
    }
  }
  return new Map([...found].map(([field, { cuts, onlyCuts }]) => [field, { cuts: [...cuts].sort((a, b) => a - b), onlyCuts }]));
}

/** A field compared with constants, in a call. */
function comparedIn(call: Extract<Expr, { op: 'call' }>, fieldOf: (expr: Expr) => string | undefined) {
  const [first, second] = call.args;
  if (first === undefined || second === undefined || !COMPARING.has(call.fn)) return undefined;
  const inOrder = fieldOf(first);
  if (inOrder !== undefined && isConstant(second)) return { field: inOrder, value: first, against: second };
  const turned = EITHER_WAY.has(call.fn) ? fieldOf(second) : undefined;
  return turned !== undefined && isConstant(first) ? { field: turned, value: second, against: first } : undefined;
}

function isConstant(expr: Expr): boolean {
  return expr.op === 'literal' || expr.op === 'list' || expr.op === 'parameter';
}
