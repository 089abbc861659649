// A change along ways: the nearest value on them that gives a better tier, and the nearest that gives the best in reach.
import { nearestOn, type Path, placesOf } from './path.ts';

/** Ways to walk: what a value on them gives, and how the change is told. */
export interface Walk {
  readonly ways: readonly Path[];
  readonly rankAt: (value: number) => number;
  readonly sizeOf: (value: number) => number;
}

/** The nearest value that is good, over all ways. */
export function nearestValue({ ways, sizeOf }: Walk, good: (value: number) => boolean): number | undefined {
  let found: number | undefined;
  for (const path of ways) {
    const limit = found;
    // A longer way than the one found already need not be walked.
    const count = limit === undefined ? path.count : stepsWithin(path, (value) => sizeOf(value) < sizeOf(limit));
    const step = nearestOn({ ...path, count }, (at) => good(path.at(at)));
    if (step !== undefined) found = path.at(step);
  }
  return found;
}

/** How many places of a way come before one that is too far. */
function stepsWithin({ count, at }: Path, near: (value: number) => boolean): number {
  let [low, high] = [0, count + 1];
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (near(at(middle))) low = middle;
    else high = middle;
  }
  return low;
}

/** A value that was reached, and the place of the tier it gives. */
export interface Step {
  readonly rank: number;
  readonly to: number;
  readonly size: number;
}

export interface Reached {
  readonly next: Step | null;
  readonly top: Step | null;
}

/** The nearest better tier, and the best one in reach where the whole is asked. */
export function walked(walk: Walk, from: number, whole: boolean): Reached {
  const ranks = new Map<number, number>();
  const rankAt = (value: number): number => {
    const known = ranks.get(value) ?? walk.rankAt(value);
    ranks.set(value, known);
    return known;
  };
  const reached = (value: number): Step => ({ rank: rankAt(value), to: value, size: walk.sizeOf(value) });
  const nearest = nearestValue(walk, (value) => rankAt(value) < from);
  if (nearest === undefined) return { next: null, top: null };
  const next = reached(nearest);
  if (!whole) return { next, top: null };
  for (const path of walk.ways) for (const step of placesOf(path)) rankAt(path.at(step));
  const best = Math.min(...ranks.values());
  const farther = best < rankAt(nearest) ? nearestValue(walk, (value) => rankAt(value) <= best) : undefined;
  return { next, top: farther === undefined ? null : reached(farther) };
}
