// Conditions that are only ever asked "is it true?" need not tell false from unknown: they become masks.
import { type Column, type Expr, partsOf } from '@tierflow/definition';
import type { Prepared } from '../program.ts';

const ASKS_TRUTH = new Set(['isTrue', 'and', 'or']);

/** The program with such columns narrowed, as seen from the columns at `positions`; those in `kept` are read elsewhere and stay. */
export function narrowConditions(prepared: Prepared, positions: readonly number[], kept: ReadonlySet<string>): Prepared {
  const { columns } = prepared.program;
  const whole = new Set(kept);
  for (const at of positions) collectWhole((columns[at] as Column).expr, false, whole);
  const isNarrow = (column: Column): boolean => column.type === 'boolean' && column.mask !== true && !whole.has(column.id);
  const narrowed = columns.map((column) =>
    isNarrow(column) ? { ...column, mask: true as const, expr: { op: 'call' as const, fn: 'isTrue', args: [column.expr] } } : column,
  );
  return { ...prepared, program: { ...prepared.program, columns: narrowed } };
}

/** Adds the ids of columns whose whole value is read, not just its truth. */
function collectWhole(expr: Expr, truthOnly: boolean, whole: Set<string>): void {
  if (expr.op === 'column' && !truthOnly) whole.add(expr.id);
  const asks = expr.op === 'call' && ASKS_TRUTH.has(expr.fn);
  const isChoice = expr.op === 'call' && (expr.fn === 'if' || expr.fn === 'case');
  partsOf(expr).forEach((part, at) => {
    const isCondition = isChoice && at % 2 === 0 && at + 1 < partsOf(expr).length;
    collectWhole(part, asks || isCondition, whole);
  });
}
