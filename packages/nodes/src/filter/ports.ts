// Ways out of a filter.
import type { PortSpec } from '@tierflow/compiler';

export const filterPorts: readonly PortSpec[] = [
  { id: 'match', title: { en: 'Match', 'zh-CN': '符合' } },
  { id: 'rest', title: { en: 'Rest', 'zh-CN': '其余' }, remainder: true },
];
