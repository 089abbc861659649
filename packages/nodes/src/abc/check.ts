// What is added up has to be a number.
import { type Checked, gather, type NodeContext } from '@tierflow/compiler';
import type { AbcConfig } from './config.ts';

export function checkAbc({ config, value }: NodeContext<AbcConfig>): Checked {
  return gather([value(config.value, 'value', { types: ['number'] })]);
}
