// The score has to be a number.
import { type Checked, gather, type NodeContext } from '@tierflow/compiler';
import type { TiersConfig } from './config.ts';

export function checkTiers({ config, value }: NodeContext<TiersConfig>): Checked {
  return gather([value(config.on, 'on', { types: ['number'] })]);
}
