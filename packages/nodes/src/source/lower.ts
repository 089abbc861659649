// Everybody in the data, or those with a line in a collection.
import { type ColumnInfo, call, type Lowered, linesWhere, literal, type NodeContext, sourceFields } from '@tierflow/compiler';
import type { SourceConfig } from './config.ts';

export function lowerSource({ config, data }: NodeContext<SourceConfig>): Lowered {
  const fields = sourceFields(data).map(
    (field): ColumnInfo => ({ name: field.name, type: field.type, expr: { op: 'field', name: field.name } }),
  );
  const collection = data.collections.find((candidate) => candidate.name === config.data);
  // Where customers are the keys of one collection, each of them has a line in it.
  const whole = collection === undefined || (data.customers === undefined && data.collections.length === 1);
  const when = whole
    ? undefined
    : call('gt', { op: 'aggregate', fn: 'count', from: collection.name, ...linesWhere(collection) }, literal(0));
  return { ports: [{ id: 'out' }], source: { fields, ...(when === undefined ? {} : { when }) } };
}
