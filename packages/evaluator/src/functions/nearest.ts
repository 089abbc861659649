// Reference meaning of the functions of centroids: a flat list, one centroid after another, each with a number per argument.

interface Two {
  /** Number of the nearest centroid from 1 on, the first among equals; 0 where there is none. */
  readonly nearest: number;
  /** Squared distances to it and to the next best. */
  readonly best: number;
  readonly second: number;
}

/** Squared differences are added from the first number to the last: every evaluator adds them so. */
function nearestTwo(centroids: ArrayLike<number>, x: readonly number[]): Two {
  const d = x.length;
  const k = Math.floor(centroids.length / d);
  let [nearest, best, second] = [0, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let c = 0; c < k; c++) {
    let sum = 0;
    for (let f = 0; f < d; f++) {
      const difference = (x[f] as number) - (centroids[c * d + f] as number);
      sum += difference * difference;
    }
    if (nearest === 0 || sum < best) {
      if (nearest > 0) second = best;
      best = sum;
      nearest = c + 1;
    } else if (sum < second) second = sum;
  }
  return { nearest, best, second };
}

/** Number of the nearest centroid, from 1 on. */
export function nearest(centroids: ArrayLike<number>, ...x: number[]): number | undefined {
  const { nearest: found } = nearestTwo(centroids, x);
  return found === 0 ? undefined : found;
}

/** How clearly the nearest centroid is the nearest: 1 − its distance over that of the next, in [0,1]. 0 where both are equally near or too far to tell. */
export function nearestMargin(centroids: ArrayLike<number>, ...x: number[]): number | undefined {
  const { nearest: found, best, second } = nearestTwo(centroids, x);
  if (found === 0) return undefined;
  return second === 0 || best === Number.POSITIVE_INFINITY ? 0 : 1 - Math.sqrt(best / second);
}
