// Each formula compiled over the input and the columns before it.
import { type ColumnInfo, type Compiled, column, type NodeContext, type Scope } from '@tierflow/compiler';
import type { FormulaConfig } from './config.ts';

export function compiledColumns({ config, scope, node, value }: NodeContext<FormulaConfig>): readonly Compiled[] {
  const compiled: Compiled[] = [];
  let seen: Scope = scope;
  config.columns.forEach(({ name, expr }, at) => {
    const found = value({ expr }, `columns.${at}`, { scope: seen });
    compiled.push(found);
    if (found.type === undefined) return;
    const { decimals } = found;
    const info: ColumnInfo = {
      name,
      type: found.type,
      expr: column(`${node.id}.${name}`),
      node: node.id,
      ...(decimals === undefined ? {} : { decimals }),
    };
    seen = new Map([...seen, [name, info]]);
  });
  return compiled;
}
