// Tiers and playbooks of a definition as counted by a sweep.
import type { TierCount } from '@tierflow/api';
import type { Definition, LocalText } from '@tierflow/definition';

export interface OutputCounts {
  readonly tiers: TierCount[];
  readonly tiersNode: string | null;
  readonly unassigned: number;
  readonly playbooks: { id: string; title: LocalText; n: number }[];
}

/** The tiers node that answers is the last in flow order. Shares are of the people that reached it. */
export function outputCounts({ outputs }: Pick<Definition, 'outputs'>, counts: { readonly [mask: string]: number }): OutputCounts {
  const count = (mask: string): number => counts[mask] ?? 0;
  const main = outputs.tiers.at(-1);
  const unassigned = main === undefined ? 0 : count(main.unassigned);
  const bands = (main?.bands ?? []).map(({ id, title, mask }) => ({ id, title, n: count(mask) }));
  const all = bands.reduce((sum, band) => sum + band.n, unassigned);
  return {
    tiers: bands.map((band) => ({ ...band, share: all === 0 ? 0 : band.n / all })),
    tiersNode: main?.node ?? null,
    unassigned,
    playbooks: outputs.playbooks.map(({ id, title, mask }) => ({ id, title, n: count(mask) })),
  };
}
