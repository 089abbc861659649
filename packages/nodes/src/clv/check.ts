// The purchases have to be there, dated, with an amount that is a number.
import { type Checked, gather, type NodeContext } from '@tierflow/compiler';
import type { ClvConfig } from './config.ts';

export function checkClv(context: NodeContext<ClvConfig>): Checked {
  const { config, value, condition } = context;
  const { collection: line, diagnostics } = context.collection(config.from, 'from', config.date === undefined ? 'timed' : undefined);
  if (line === undefined) return gather([], diagnostics);
  return gather(
    [
      ...(config.date === undefined ? [] : [value(config.date, 'date', { types: ['date', 'datetime'], line })]),
      ...(config.value === undefined ? [] : [value(config.value, 'value', { types: ['number'], line })]),
      ...(config.where === undefined ? [] : [condition(config.where, 'where', line)]),
    ],
    diagnostics,
  );
}
