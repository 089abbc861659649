// Weights of a scorecard as exact decimals: their shares, and how the others give way when one changes.
import { exactSum, snapped } from '../../inspector/form/decimal-text.ts';

/** Part of each weight in the sum of their sizes; 0 where all are 0. */
export function sharesOf(weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + Math.abs(weight), 0);
  return weights.map((weight) => (total === 0 ? 0 : Math.abs(weight) / total));
}

/** Whether the weights add up to a whole: 1 or 100. */
export function isWhole(weights: readonly number[]): boolean {
  const sum = exactSum(weights);
  return sum === 1 || sum === 100;
}

/** Steps a weight moves by: a hundredth of the largest round size that holds all weights. */
export function weightScale(weights: readonly number[]): { readonly most: number; readonly step: number } {
  const largest = Math.max(...weights.map(Math.abs), 0);
  const most = [1, 5, 10, 50, 100, 500, 1000, 10_000].find((size) => size >= largest) ?? 10 ** Math.ceil(Math.log10(largest));
  return { most, step: most / 100 };
}

/**
 * The weights with one of them changed and the sum kept: the others, but those that are locked, give way in proportion.
 * Where they cannot give so much, the changed one stops.
 */
export function rebalanced(weights: readonly number[], at: number, next: number, locked: ReadonlySet<number>): readonly number[] {
  const { step } = weightScale(weights);
  const free = weights.map((_, each) => each).filter((each) => each !== at && !locked.has(each) && (weights[each] ?? 0) >= 0);
  if (free.length === 0) return weights;
  const fixed = exactSum(weights.filter((_, each) => each !== at && !free.includes(each)));
  const whole = exactSum([exactSum(weights), -fixed]);
  const changed = Math.min(Math.max(0, snapped(next, step)), whole);
  const room = exactSum([whole, -changed]);
  const old = free.reduce((sum, each) => sum + (weights[each] ?? 0), 0);
  const given = free.map((each) => Math.max(0, snapped(old === 0 ? room / free.length : (room * (weights[each] ?? 0)) / old, step)));
  const largest = given.indexOf(Math.max(...given));
  const exact = given.map((weight, each) =>
    each === largest ? exactSum([room, ...given.map((other, place) => (place === largest ? 0 : -other))]) : weight,
  );
  return weights.map((weight, each) => {
    const place = free.indexOf(each);
    return each === at ? changed : place < 0 ? weight : (exact[place] ?? weight);
  });
}
