// Ways out of a tiers node: best first, then the people without a tier.
import type { PortSpec } from '@tierflow/compiler';
import { localText } from '@tierflow/flow';
import { type TiersConfig, tiersOf } from './config.ts';

export function tierPorts(config: TiersConfig): readonly PortSpec[] {
  const tiers = tiersOf(config).map(
    (tier, at): PortSpec => ({ id: tier.id, title: tier.title === undefined ? { en: tier.id } : localText(tier.title), tier: at }),
  );
  const title = config.unassigned?.title === undefined ? { en: 'Unassigned', 'zh-CN': '未分级' } : localText(config.unassigned.title);
  return [...tiers, { id: 'unassigned', title, remainder: true }];
}
