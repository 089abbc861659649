// Ways out of a stability node: those of the tiers node whose column it holds.
import type { PortSpec } from '@tierflow/compiler';
import type { Flow } from '@tierflow/flow';
import { tiersConfig } from '../tiers/config.ts';
import { tierPorts } from '../tiers/ports.ts';
import type { StabilityConfig } from './config.ts';

/** Best first; of several tiers nodes with the same column, on parallel branches, all tiers, each once. */
export function stabilityPorts({ of }: Pick<StabilityConfig, 'of'>, flow: Flow): readonly PortSpec[] {
  const found = flow.nodes.flatMap((node) => {
    if (node.kind !== 'tiers' || node.config['as'] !== of) return [];
    // The order of edges into a node stands in its config, and is none of its own settings.
    const { priority: _, ...own } = node.config;
    const config = tiersConfig.safeParse(own);
    return config.success ? [tierPorts(config.data)] : [];
  });
  const bands = found.flat().filter(({ remainder }) => remainder !== true);
  const unassigned = found.flat().find(({ remainder }) => remainder === true) ?? remainder;
  const first = bands.filter(({ id }, at) => bands.findIndex((band) => band.id === id) === at);
  return [...first.map((band, tier) => ({ ...band, tier })), unassigned];
}

const remainder: PortSpec = { id: 'unassigned', title: { en: 'Unassigned', 'zh-CN': '未分级' }, remainder: true };

/** Ids of the tiers, best first. */
export function tierIds(config: Pick<StabilityConfig, 'of'>, flow: Flow): readonly string[] {
  return stabilityPorts(config, flow).flatMap(({ id, remainder: rest }) => (rest === true ? [] : [id]));
}
