// Random seasons for a flow: a few of its numbers moved, on days that hold the as-of day of random records or do not, some of
// them shared. Numbers that a kind does not take are among them.
import type { Json } from '@tierflow/definition';
import { type Flow, type FlowSeason, flowSchema } from '@tierflow/flow';
import type { Random } from './random.ts';

/** Days of seasons; with each a day on which they hold. The first two hold on 2026-03-01, the third shares days with the second. */
const spans = [
  { from: '2026-02-20', to: '2026-03-01', day: '2026-02-25' },
  { from: '02-15', to: '03-10', yearly: true, day: '2027-03-10' },
  { from: '03-08', to: '05-01', yearly: true, day: '2026-04-30' },
  { from: '12-20', to: '01-05', yearly: true, day: '2027-01-01' },
  { from: '2026-11-01', to: '2026-11-11', day: '2026-11-11' },
] as const;

/** Days in and out of every span. */
export const seasonDays: readonly string[] = [...spans.map(({ day }) => day), '2026-03-09', '2026-08-15'];

/** The flow with one to three seasons. */
export function withRandomSeasons(flow: Flow, random: Random): Flow {
  const places = flow.nodes.flatMap((node) => numbersIn(node.config).map((place) => ({ node: node.id, ...place })));
  if (places.length === 0) return flow;
  const chosen = spans.filter(() => random.chance(0.4)).slice(0, 3);
  const seasons = chosen.map(({ day: _, ...days }, at): FlowSeason => {
    const picked = Array.from({ length: 1 + random.integer(2) }, () => random.pick(places));
    const once = picked.filter(
      (place, first) => picked.findIndex((other) => other.node === place.node && other.path === place.path) === first,
    );
    const values = once.map(({ node, path, value }) => ({ node, path, value: moved(value, random) }));
    return { id: `s${at}`, title: { en: `Season ${at}`, 'zh-CN': `季节 ${at}` }, ...days, values };
  });
  return flowSchema.parse({ ...flow, seasons });
}

function moved(value: number, random: Random): number {
  if (!Number.isInteger(value)) return Number((value * random.pick([0.5, 0.8, 1.2])).toFixed(3));
  return value + random.pick([-2, -1, 1, 2, 5]);
}

function numbersIn(value: Json, path = ''): readonly { readonly path: string; readonly value: number }[] {
  if (typeof value === 'number') return [{ path, value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => numbersIn(inner as Json, path === '' ? name : `${path}.${name}`));
}
