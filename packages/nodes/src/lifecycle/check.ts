// Purchases need a collection with days; their condition has to compile.
import { type Checked, gather, type NodeContext } from '@tierflow/compiler';
import type { LifecycleConfig } from './config.ts';

export function checkLifecycle({ config, collection, value, condition }: NodeContext<LifecycleConfig>): Checked {
  const found = collection(config.from, 'from', config.date === undefined ? 'timed' : undefined);
  const { collection: line } = found;
  if (line === undefined) return { diagnostics: found.diagnostics, reads: [] };
  const date = config.date === undefined ? [] : [value(config.date, 'date', { types: ['date', 'datetime'], line })];
  const where = config.where === undefined ? [] : [condition(config.where, 'where', line)];
  const checked = gather([...date, ...where]);
  return { ...checked, diagnostics: [...found.diagnostics, ...checked.diagnostics] };
}
