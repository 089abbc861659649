// Every case's condition has to compile.
import { type Checked, gather, type NodeContext } from '@tierflow/compiler';
import type { SwitchConfig } from './config.ts';

export function checkSwitch({ config, condition }: NodeContext<SwitchConfig>): Checked {
  return gather(config.cases.map((entry, at) => condition(entry.where, `cases.${at}.where`)));
}
