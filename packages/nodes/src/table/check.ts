// Every input has to be there, every cell has to fit it; then the gaps, overlaps and rows that are never hit are told.
import { type Checked, gather, type NodeContext } from '@tierflow/compiler';
import { findingRemarks } from './analysis/finding-remarks.ts';
import { cellCondition } from './cells.ts';
import type { TableConfig } from './config.ts';
import { cellScope, tableInputs } from './inputs.ts';

export function checkTable(context: NodeContext<TableConfig>): Checked {
  const inputs = tableInputs(context);
  const scopes = inputs.map((input) => cellScope(input, undefined));
  const cells = context.config.rows.flatMap((row, at) =>
    row.cells.flatMap((test, across) => {
      const scope = scopes[across];
      const input = inputs[across];
      if (test === null || scope === undefined || input === undefined || scope.size === 0) return [];
      return [{ ...cellCondition(test, `rows.${at}.cells.${across}`, input.name, { context, scope }), reads: [] }];
    }),
  );
  const checked = gather([...inputs.map(({ found }) => found), ...cells]);
  if (checked.diagnostics.some(({ severity }) => severity === 'error')) return checked;
  return { ...checked, diagnostics: [...checked.diagnostics, ...findingRemarks(context, inputs)] };
}
