// How sizes of changes are spread: quartiles, and bins that tell how many need at most so much.
import type { LeverMoves } from '@tierflow/api';

const MAX_BINS = 12;

/** Quartiles are values that occur. */
export function quartilesOf(sorted: readonly number[]): LeverMoves['sizes'] {
  if (sorted.length === 0) return null;
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] as number;
  return { min: at(0), lower: at(0.25), median: at(0.5), upper: at(0.75), max: at(1) };
}

/** Up to twelve bins: one per value where they are few, else of round ends; the long tail in the last. */
export function binsOf(sorted: readonly number[]): LeverMoves['bins'] {
  const values = [...new Set(sorted)];
  if (values.length <= MAX_BINS) return values.map((value) => ({ from: value, to: value, n: count(sorted, (size) => size === value) }));
  const most = sorted.at(-1) as number;
  const body = sorted[Math.ceil(0.95 * sorted.length) - 1] as number;
  const step = roundStep(body / (MAX_BINS - 1));
  const ends: number[] = [];
  for (let bin = 1; bin < MAX_BINS && (ends.at(-1) ?? 0) < most; bin++) ends.push(Number((bin * step).toPrecision(12)));
  if ((ends.at(-1) ?? 0) < most) ends.push(most);
  return ends.map((to, at) => {
    const from = at === 0 ? 0 : (ends[at - 1] as number);
    return { from, to, n: count(sorted, (size) => size <= to && (at === 0 || size > from)) };
  });
}

function count(sizes: readonly number[], fits: (size: number) => boolean): number {
  return sizes.reduce((n, size) => n + (fits(size) ? 1 : 0), 0);
}

/** 1, 2 or 5 times a power of ten, not below a number. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5].find((factor) => factor * power >= least * (1 - 1e-12)) ?? 10);
}
