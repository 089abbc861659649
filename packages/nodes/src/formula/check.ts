// Every formula has to compile. One that does not hides no mistakes of those after it.
import { type Checked, gather, type NodeContext } from '@tierflow/compiler';
import { compiledColumns } from './columns.ts';
import type { FormulaConfig } from './config.ts';

export function checkFormula(context: NodeContext<FormulaConfig>): Checked {
  const { config, scope } = context;
  const compiled = compiledColumns(context);
  const failed = new Set(config.columns.filter((_, at) => compiled[at]?.expr === undefined).map((made) => made.name));
  const gathered = gather(compiled);
  // A column that reads a broken one would be told that it does not exist.
  const diagnostics = gathered.diagnostics.filter(
    ({ params }) => typeof params['name'] !== 'string' || !failed.has(params['name']) || scope.has(params['name']),
  );
  return {
    diagnostics: diagnostics.length > 0 ? diagnostics : gathered.diagnostics,
    reads: gathered.reads.filter((name) => scope.has(name)),
  };
}
