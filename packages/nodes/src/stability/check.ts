// The tier has to come from a tiers node, with lines where a margin is asked for; overrides name tiers that are there.
import { type Checked, type Compiled, gather, type NodeContext } from '@tierflow/compiler';
import type { Diagnostic } from '@tierflow/definition';
import { portOf } from '@tierflow/flow';
import { holdRules, type StabilityConfig } from './config.ts';
import { stabilityPorts, tierIds } from './ports.ts';

export function checkStability(context: NodeContext<StabilityConfig>): Checked {
  const { config, flow, report, value } = context;
  const tier = value(config.of, 'of', { types: ['string'] });
  const { overrideBy } = holdRules(config);
  const columns: readonly Compiled[] =
    overrideBy === undefined
      ? []
      : [
          value(overrideBy.tier, 'overrideBy.tier', { types: ['string'] }),
          value(overrideBy.until, 'overrideBy.until', { types: ['date', 'datetime'] }),
        ];
  if (tier.column === undefined) return gather([tier, ...columns]);
  const ids = tierIds(config, flow);
  const values = tier.column.values?.map((entry) => entry.value) ?? [];
  const known = ids.length > 0 && ids.length === values.length && values.every((id) => ids.includes(id));
  if (!known) return gather([tier, ...columns], [report('stability.not-tiers', 'of', { name: config.of })]);
  const lines = tier.column.tiers?.place !== undefined;
  return gather([tier, ...columns], [...marginRemarks(context, lines), ...overrideRemarks(context, ids), ...leftOut(context)]);
}

function marginRemarks({ config, report }: NodeContext<StabilityConfig>, lines: boolean): readonly Diagnostic[] {
  const { margin = {}, oneStep } = config;
  const { stay, grace, overrides, overrideBy } = holdRules(config);
  const asked = margin.keep !== undefined || margin.rise !== undefined;
  if (asked && !lines) return [report('stability.no-lines', 'margin', { name: config.of })];
  const idle = !asked && !oneStep && overrides.length === 0 && [stay, grace, overrideBy].every((rule) => rule === undefined);
  return idle && config.missing === 'unassigned' ? [report('stability.no-rule', 'grace', {}, 'warning')] : [];
}

function overrideRemarks({ config, report }: NodeContext<StabilityConfig>, ids: readonly string[]): readonly Diagnostic[] {
  const { overrides = [], overrideBy } = config;
  const finished = holdRules(config);
  const entries = overrides.flatMap((entry, at) => {
    const path = `overrides.${at}`;
    if (!finished.overrides.includes(entry)) return [report('stability.override-unfinished', path, {}, 'warning')];
    if (ids.includes(entry.tier)) return [];
    return [report('stability.override-tier', `${path}.tier`, { tier: entry.tier, tiers: ids.join(', ') }, 'warning')];
  });
  const half = overrideBy?.tier !== overrideBy?.until && finished.overrideBy === undefined;
  return half ? [...entries, report('stability.override-unfinished', 'overrideBy.until', {}, 'warning')] : entries;
}

/** Whoever leaves the tiers node by a way that does not come here is not held: somebody who fell far may be among them. */
function leftOut({ config, flow, node, report }: NodeContext<StabilityConfig>): readonly Diagnostic[] {
  const arriving = flow.edges.filter(({ to }) => to === node.id);
  const tiers = flow.nodes.find(({ id, kind }) => kind === 'tiers' && arriving.some(({ from }) => from === id));
  if (tiers === undefined || tiers.config['as'] !== config.of) return [];
  const connected = arriving.filter(({ from }) => from === tiers.id).map(portOf);
  const apart = stabilityPorts(config, flow).flatMap(({ id }) => (connected.includes(id) ? [] : [id]));
  return apart.length === 0 ? [] : [report('stability.left-out', '', { ports: apart.join(', ') }, 'warning')];
}
