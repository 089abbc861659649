// The ends of ABC classes as their table and picture see them.
import type { Json } from '@tierflow/definition';
import { snapped, stepped } from '../../inspector/form/decimal-text.ts';

/** A step of a line: one percent. */
export const step = 0.01;

/** The ends as they stand in a config. */
export function endsOf(raw: Json | undefined): readonly number[] {
  return Array.isArray(raw) ? raw.filter((share) => typeof share === 'number') : [];
}

/** Between which shares an end may stand, a step away from its neighbours. */
export function boundsOf(ends: readonly number[], at: number): readonly [number, number] {
  const low = stepped(ends[at - 1] ?? 0, step, 1);
  return [low, Math.max(low, stepped(ends[at + 1] ?? 1, step, -1))];
}

/** The ends with a class more: the last class is cut in half. */
export function withClass(ends: readonly number[]): readonly number[] {
  const last = ends.at(-1) ?? 0;
  const half = snapped((last + 1) / 2, step);
  return [...ends, half > last && half < 1 ? half : (last + 1) / 2];
}

/** The ends without a class; its people belong to the one below, those of the last to the one above. */
export function withoutClass(ends: readonly number[], at: number): readonly number[] {
  const gone = Math.min(at, ends.length - 1);
  return ends.filter((_, each) => each !== gone);
}

/** The share of the people who bring a share of the total, read off the curve; people and sums from the biggest. */
export function peopleAt(curve: readonly (readonly [number, number])[], share: number): number {
  const [people, total] = curve.at(-1) ?? [0, 0];
  if (people === 0) return 0;
  const goal = share * total;
  const after = curve.findIndex(([, sum]) => sum >= goal);
  if (after <= 0) return after < 0 ? 1 : 0;
  const [n, sum] = curve[after] ?? [people, total];
  const [before, least] = curve[after - 1] ?? [0, 0];
  return (sum === least ? n : before + ((n - before) * (goal - least)) / (sum - least)) / people;
}
