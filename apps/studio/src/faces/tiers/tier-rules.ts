// The rule of a tiers node as the picture sees it: tiers best first, by score, by share or by number of people.
import type { Json } from '@tierflow/definition';
import type { Title } from '@tierflow/flow';
import { exactSum, shifted, snapped, stepped } from '../../inspector/form/decimal-text.ts';

export interface Tier {
  readonly id: string;
  readonly title: Title | null;
  /** Lowest score; null on the last tier takes everybody below. Undefined where tiers go by something else. */
  readonly from?: number | null;
  /** Share of the people with a score. Undefined where tiers go by something else. */
  readonly share?: number;
  /** Number of people. Undefined where tiers go by something else. */
  readonly count?: number;
}

export const tierModes = ['bands', 'topShare', 'topCount'] as const;

export type TierMode = (typeof tierModes)[number];

export interface TierRule {
  readonly mode: TierMode;
  readonly tiers: readonly Tier[];
}

type Entry = { readonly [name: string]: Json };

/** Reads the rule of a config; one that cannot be read has no tiers. */
export function tierRule(config: { readonly [name: string]: Json }): TierRule {
  const mode = tierModes.find((each) => Array.isArray(config[each])) ?? 'bands';
  const list = config[mode];
  const entries = Array.isArray(list)
    ? list.filter((entry): entry is Entry => typeof entry === 'object' && entry !== null && !Array.isArray(entry))
    : [];
  return { mode, tiers: entries.map((entry) => tierOf(entry, mode)) };
}

function tierOf(entry: Entry, mode: TierMode): Tier {
  const title = (typeof entry['title'] === 'string' && entry['title'] === '' ? null : (entry['title'] ?? null)) as Title | null;
  const id = String(entry['id'] ?? '');
  if (mode === 'bands') return { id, title, from: typeof entry['from'] === 'number' ? entry['from'] : null };
  const { share, count } = entry;
  if (mode === 'topShare') return { id, title, share: typeof share === 'number' ? share : 0 };
  return { id, title, count: typeof count === 'number' ? count : 0 };
}

/** The tiers as they stand in a config. */
export function entriesOf({ mode, tiers }: TierRule): Json {
  return tiers.map((tier) => ({ id: tier.id, ...(tier.title === null ? {} : { title: tier.title as Json }), ...sizeOf(tier, mode) }));
}

function sizeOf({ from, share, count }: Tier, mode: TierMode): { readonly [name: string]: Json } {
  if (mode === 'bands') return { from: from ?? null };
  return mode === 'topShare' ? { share: share ?? 0 } : { count: count ?? 0 };
}

/** Between which scores the line of a tier may stand, a step away from its neighbours. */
export function boundsOf(tiers: readonly Tier[], at: number, ends: readonly [number, number], step: number): readonly [number, number] {
  const above = tiers[at - 1]?.from ?? null;
  const below = tiers.slice(at + 1).find(({ from }) => typeof from === 'number')?.from ?? null;
  const low = below === null ? Math.min(ends[0], tiers[at]?.from ?? ends[0]) : stepped(below, step, 1);
  const high = above === null ? Math.max(ends[1], tiers[at]?.from ?? ends[1]) : stepped(above, step, -1);
  return [low, Math.max(low, high)];
}

/** The rule with one tier more, best first: above a tier that takes the rest, else below all. */
export function withNewTier(
  { mode, tiers }: TierRule,
  entry: { readonly id: string; readonly title: Title },
  place: { readonly ends: readonly [number, number]; readonly step: number },
): TierRule {
  if (mode === 'topCount') return { mode, tiers: [...tiers, { ...entry, count: tiers.at(-1)?.count ?? 100 }] };
  if (mode === 'topShare') {
    const last = tiers.at(-1);
    const half = snapped((last?.share ?? 1) / 2, 0.001);
    const shrunk = tiers.map((tier) => (tier === last ? { ...tier, share: exactSum([tier.share ?? 0, -half]) } : tier));
    return { mode, tiers: [...shrunk, { ...entry, share: last === undefined ? 1 : half }] };
  }
  const rest = tiers.at(-1)?.from === null ? tiers.length - 1 : tiers.length;
  const above = tiers[rest - 1]?.from ?? place.ends[1];
  const room = snapped((above + place.ends[0]) / 2, place.step);
  const from = room < above ? room : stepped(above, place.step, -1);
  return { mode, tiers: [...tiers.slice(0, rest), { ...entry, from }, ...tiers.slice(rest)] };
}

/** The rule without a tier; its people fall to the one below. */
export function withoutTier({ mode, tiers }: TierRule, at: number): TierRule {
  const gone = tiers[at];
  const rest = tiers.filter((_, each) => each !== at);
  if (mode === 'bands') {
    // The last tier takes the rest: so does the one that becomes last.
    const last = gone?.from === null ? rest.length - 1 : -1;
    return { mode, tiers: rest.map((tier, each) => (each === last ? { ...tier, from: null } : tier)) };
  }
  if (mode === 'topCount') return { mode, tiers: rest };
  const heir = at < rest.length ? at : at - 1;
  return {
    mode,
    tiers: rest.map((tier, each) => (each === heir ? { ...tier, share: exactSum([tier.share ?? 0, gone?.share ?? 0]) } : tier)),
  };
}

/** The shares that the people counted per tier make of those with a score; the last tier takes what is left of a whole. */
export function sharesOf(tiers: readonly Tier[], counts: Readonly<Record<string, number>>): TierRule {
  const total = tiers.reduce((sum, { id }) => sum + (counts[id] ?? 0), 0);
  const whole = tiers.at(-1)?.from === null;
  const shares = tiers.map(({ id }) => (total === 0 ? 0 : Math.max(0.001, snapped((counts[id] ?? 0) / total, 0.001))));
  const upper = exactSum(shares.slice(0, -1));
  const fixed = shares.map((share, at) => (whole && at === shares.length - 1 && upper < 1 ? exactSum([1, -upper]) : share));
  return { mode: 'topShare', tiers: tiers.map(({ id, title }, at) => ({ id, title, share: fixed[at] ?? 0.001 })) };
}

/** The people counted per tier as the numbers of people asked for; a last tier that takes the rest keeps its number of today. */
export function countsOf(tiers: readonly Tier[], counts: Readonly<Record<string, number>>): TierRule {
  return { mode: 'topCount', tiers: tiers.map(({ id, title }) => ({ id, title, count: Math.max(1, counts[id] ?? 1) })) };
}

/** The lines that shares or numbers came to, ascending as fitted, as the froms of tiers; a last tier without a line takes the rest. */
export function linesOf(tiers: readonly Tier[], cuts: readonly number[]): TierRule {
  const falling = [...cuts].reverse();
  return { mode: 'bands', tiers: tiers.map(({ id, title }, at) => ({ id, title, from: falling[at] ?? null })) };
}

/** A share in percent, exactly. */
export function percentOf(share: number): number {
  return shifted(share, 2);
}
