// A column by the name people see, as it leaves a node: a field of the data, a column of the program, or an expression.

import type { ColumnInfo, Compilation } from '@tierflow/compiler';
import type { Column, ValueType } from '@tierflow/definition';

export interface ColumnAt {
  readonly info: ColumnInfo;
  readonly type: ValueType;
  readonly where: { readonly from: 'field'; readonly name: string } | { readonly from: 'column'; readonly id: string };
  /** To be added to the program where no column holds the value yet. */
  readonly extra?: Column;
}

/** Columns that leave a node, by name: what arrives, then what it makes. */
export function columnsLeaving(compilation: Compilation, node: string): ReadonlyMap<string, ColumnInfo> {
  const facts = compilation.nodes.get(node);
  if (facts === undefined) return new Map();
  return new Map([...facts.scope, ...facts.makes.map((info): [string, ColumnInfo] => [info.name, info])]);
}

/** Where to read a column; `mask` confines an added one to the people of the node. */
export function columnAt(info: ColumnInfo, node: string, mask: string): ColumnAt {
  const { expr, type } = info;
  if (expr.op === 'field') return { info, type, where: { from: 'field', name: expr.name } };
  if (expr.op === 'column') return { info, type, where: { from: 'column', id: expr.id } };
  const id = `${node}?${info.name}`;
  return { info, type, where: { from: 'column', id }, extra: { id, node, type, where: mask, expr } };
}
