// Squared distances between points and centroids: sums of squares from the first field to the last, as `nearest` has it.
import type { Points } from './points.ts';

/** Between a point and row `j` of another list. */
export function squaredDistance({ values: a, d }: Pick<Points, 'values' | 'd'>, i: number, b: Float64Array, j: number): number {
  const from = i * d;
  const to = j * d;
  let sum = 0;
  for (let f = 0; f < d; f++) {
    const difference = (a[from + f] as number) - (b[to + f] as number);
    sum += difference * difference;
  }
  return sum;
}
