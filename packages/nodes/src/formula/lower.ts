// Formulas are columns as they are.
import { exprOf, invariant, type Lowered, type MadeColumn, type NodeContext } from '@tierflow/compiler';
import { compiledColumns } from './columns.ts';
import type { FormulaConfig } from './config.ts';

export function lowerFormula(context: NodeContext<FormulaConfig>): Lowered {
  const compiled = compiledColumns(context);
  const columns = context.config.columns.map(({ name }, at): MadeColumn => {
    const found = invariant(compiled[at], 'every formula is compiled');
    const { decimals } = found;
    return {
      id: name,
      name,
      type: invariant(found.type, 'a formula has a type'),
      expr: exprOf(found),
      ...(decimals === undefined ? {} : { decimals }),
    };
  });
  return { columns, ports: [{ id: 'out' }] };
}
