// Ways out of a split: its groups, in order.
import type { PortSpec } from '@tierflow/compiler';
import { localText } from '@tierflow/flow';
import type { SplitConfig } from './config.ts';

export function splitPorts(config: SplitConfig): readonly PortSpec[] {
  return config.shares.map(({ id, title }) => ({ id, title: title === undefined ? { en: id } : localText(title) }));
}
