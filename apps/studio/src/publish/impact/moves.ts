// Who moves where, read off the matrix of an impact. No words.
import type { Impact } from '@tierflow/api';

export interface Move {
  /** Places in the impact's tiers. */
  readonly from: number;
  readonly to: number;
  readonly n: number;
}

/** Everybody whose tier differs, the largest groups first. */
export function movesOf({ moves }: Pick<Impact, 'moves'>): readonly Move[] {
  return moves
    .flatMap((row, from) => row.map((n, to): Move => ({ from, to, n })))
    .filter(({ from, to, n }) => from !== to && n > 0)
    .sort((a, b) => b.n - a.n || a.from - b.from || a.to - b.to);
}

/** The tiers proper; what follows them are the people without one. */
export function tiersIn({ tiers }: Pick<Impact, 'tiers'>): Impact['tiers'] {
  return tiers.filter(({ id }) => id !== 'unassigned' && id !== 'outside');
}

/** What the playbooks cost before and after; null where none has a cost. */
export function costOf({ playbooks }: Pick<Impact, 'playbooks'>): { readonly before: number; readonly after: number } | null {
  const priced = playbooks.flatMap(({ before, after, cost }) => (cost === null ? [] : [{ before: before * cost, after: after * cost }]));
  if (priced.length === 0) return null;
  return priced.reduce((sum, part) => ({ before: sum.before + part.before, after: sum.after + part.after }), { before: 0, after: 0 });
}
