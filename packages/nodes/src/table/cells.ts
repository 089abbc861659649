// Cells as conditions: the operators and the three values are those of every other condition.
import { type Compiled, type Condition, call, type NodeContext, type Scope } from '@tierflow/compiler';
import type { CellTest, TableConfig } from './config.ts';

/** The test of one cell over its input's scope; `path` is the cell's place in the config. */
export function cellCondition(
  test: CellTest,
  path: string,
  name: string,
  { context, scope }: { readonly context: NodeContext<TableConfig>; readonly scope: Scope },
): Compiled {
  const compiled = (where: Condition): Compiled => context.condition(where, path, undefined, scope);
  const { op, value, open } = test;
  if (op !== 'between' || open === undefined) return compiled({ field: name, op, ...(value === undefined ? {} : { value }) });
  const [low, high] = Array.isArray(value) ? value : [value];
  const lower = compiled({ field: name, op: open === 'high' ? 'ge' : 'gt', ...(low === undefined ? {} : { value: low }) });
  const upper = compiled({ field: name, op: open === 'low' ? 'le' : 'lt', ...(high === undefined ? {} : { value: high }) });
  if (lower.expr === undefined || upper.expr === undefined) return lower.expr === undefined ? lower : upper;
  return { ...lower, expr: call('and3', lower.expr, upper.expr) };
}
