// Ways out of a lifecycle: its stages, then whoever is in none.
import type { PortSpec } from '@tierflow/compiler';
import { localText } from '@tierflow/flow';
import type { LifecycleConfig } from './config.ts';

export function lifecyclePorts({ stages }: LifecycleConfig): readonly PortSpec[] {
  const ways = stages.map(({ id, title }): PortSpec => ({ id, title: title === undefined ? { en: id } : localText(title) }));
  return [...ways, { id: 'rest', title: { en: 'No stage', 'zh-CN': '无阶段' }, remainder: true }];
}
