// Reference meaning of the scoring functions.

/** 1 + number of cuts below x, cuts ascending. */
export function bin(x: number, cuts: ArrayLike<number>): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle] as number) < x) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}

/** 1 + number of cuts at or below x, cuts ascending. */
export function binLeft(x: number, cuts: ArrayLike<number>): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle] as number) <= x) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}

/** The point of the band x falls in; `points` has one entry more than `edges`. */
export function step(x: number, edges: ArrayLike<number>, points: ArrayLike<number>): number {
  return points[binLeft(x, edges) - 1] as number;
}

/** Position between two ends, cut to [0,1]; 0 where they are equal. */
export function minmax(x: number, low: number, high: number): number {
  if (high === low) return 0;
  const share = (x - low) / (high - low);
  return share < 0 ? 0 : share > 1 ? 1 : share;
}

/** Distance from the mean in deviations; 0 where there is no deviation. */
export function zscore(x: number, mean: number, deviation: number): number {
  return deviation === 0 ? 0 : (x - mean) / deviation;
}

/** Share of cuts below x. */
export function percentileOf(x: number, cuts: ArrayLike<number>): number {
  return cuts.length === 0 ? 0 : (bin(x, cuts) - 1) / cuts.length;
}
