// Where a customer stands between the cut lines of each tiers node, and how far the next tier is.
import type { Cell, Explain } from '@tierflow/api';
import type { Definition, TierOutput } from '@tierflow/definition';
import { type Flow, readPath } from '@tierflow/flow';

type Ladder = Explain['tiers'][number];

export function tierLadders(flow: Flow, definition: Definition, isIn: (mask: string) => boolean, cell: (id: string) => Cell): Ladder[] {
  return definition.outputs.tiers.map((tier) => {
    const lines = linesOf(flow, definition, tier);
    const bands = tier.bands.map(({ id, title }, at) => ({ id, title, from: lines[at] ?? null }));
    const at = tier.bands.findIndex(({ mask }) => isIn(mask));
    const value = tier.score === undefined ? null : cell(tier.score);
    const score = typeof value === 'number' ? value : null;
    const above =
      score === null ? undefined : bands.slice(0, at < 0 ? bands.length : at).findLast(({ from }) => from !== null && from > score);
    const next =
      above === undefined || above.from === null || score === null
        ? null
        : { id: above.id, title: above.title, from: above.from, gap: above.from - score };
    return { node: tier.node, tier: tier.bands[at]?.id ?? null, score, bands, next };
  });
}

/** Cut lines best first: typed ones from the config, fitted ones from the parameter; null where a tier has none. */
function linesOf(flow: Flow, definition: Definition, tier: TierOutput): readonly (number | null)[] {
  const config = flow.nodes.find(({ id }) => id === tier.node)?.config;
  const typed = readPath(config, 'bands');
  if (Array.isArray(typed)) {
    return tier.bands.map((_, at) => {
      const from = readPath(typed, `${at}.from`);
      return typeof from === 'number' ? from : null;
    });
  }
  const fitted = definition.parameters.find(({ id }) => id === `${tier.node}.cuts`)?.value;
  const cuts = Array.isArray(fitted) ? (fitted as readonly number[]) : [];
  return tier.bands.map((_, at) => cuts[cuts.length - 1 - at] ?? null);
}
