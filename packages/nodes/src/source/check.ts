// The data set has to exist.
import { type Checked, type NodeContext, nearestName } from '@tierflow/compiler';
import type { SourceConfig } from './config.ts';

export function checkSource({ config, data, report }: NodeContext<SourceConfig>): Checked {
  const names = [...(data.customers === undefined ? [] : [data.customers.name]), ...data.collections.map((collection) => collection.name)];
  if (names.includes(config.data)) return { diagnostics: [], reads: [] };
  const nearest = nearestName(config.data, names) ?? (names.length === 1 ? names[0] : undefined);
  const unknown = report('source.unknown-data', 'data', { name: config.data, names: names.join(', ') });
  return { diagnostics: [nearest === undefined ? unknown : { ...unknown, repair: { path: 'data', value: nearest } }], reads: [] };
}
