// The condition has to compile.
import { type Checked, gather, type NodeContext } from '@tierflow/compiler';
import type { FilterConfig } from './config.ts';

export function checkFilter({ config, condition }: NodeContext<FilterConfig>): Checked {
  return gather([condition(config.where, 'where')]);
}
