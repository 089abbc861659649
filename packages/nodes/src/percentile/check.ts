// The value has to be a number.
import { type Checked, gather, type NodeContext } from '@tierflow/compiler';
import type { PercentileConfig } from './config.ts';

export function checkPercentile({ config, value }: NodeContext<PercentileConfig>): Checked {
  return gather([value(config.field, 'field', { types: ['number'] })]);
}
