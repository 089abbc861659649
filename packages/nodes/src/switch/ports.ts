// Ways out of a switch: each case in order, then the rest.
import type { PortSpec } from '@tierflow/compiler';
import { localText } from '@tierflow/flow';
import type { SwitchConfig } from './config.ts';

export function switchPorts(config: SwitchConfig): readonly PortSpec[] {
  const cases = config.cases.map(
    (entry): PortSpec => ({ id: entry.id, title: entry.title === undefined ? { en: entry.id } : localText(entry.title) }),
  );
  return [...cases, { id: 'rest', title: { en: 'Rest', 'zh-CN': '其余' }, remainder: true }];
}
