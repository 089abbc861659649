// First centroids by k-means++ (Arthur & Vassilvitskii 2007), the greedy form: of a few candidates drawn with a chance
// by squared distance, the one that leaves the smallest sum.

import type { Work } from '../work.ts';
import { squaredDistance } from './distance.ts';
import type { Points } from './points.ts';

/** Squared distances to the nearest centroid so far, and their sum. */
interface Seeded {
  readonly distances: Float64Array;
  readonly sum: number;
}

/** At most k centroids; fewer where there are fewer different points. */
export async function seedCentroids(points: Points, k: number, random: () => number, work: Work): Promise<Float64Array> {
  const { values, n, d } = points;
  const centroids = new Float64Array(k * d);
  const place = (at: number, point: number): void => centroids.set(values.subarray(point * d, point * d + d), at * d);
  const candidates = 2 + Math.floor(Math.log(k));
  const first = Math.floor(random() * n);
  place(0, first);
  let seeded = distancesWith(points, first, new Float64Array(n).fill(Number.POSITIVE_INFINITY));
  for (let made = 1; made < k; made++) {
    const { distances, sum } = seeded;
    if (sum === 0) return centroids.subarray(0, made * d);
    let best: Seeded | undefined;
    for (let trial = 0; trial < candidates; trial++) {
      const point = drawn(distances, random() * sum);
      const next = distancesWith(points, point, distances);
      await work.rows(n);
      if (best !== undefined && next.sum >= best.sum) continue;
      best = next;
      place(made, point);
    }
    seeded = best ?? seeded;
  }
  return centroids;
}

/** Squared distances to the nearest centroid once a point is one as well, and their sum. */
function distancesWith(points: Points, point: number, nearest: Float64Array): Seeded {
  const { values, n } = points;
  const distances = new Float64Array(n);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const own = squaredDistance(points, i, values, point);
    const before = nearest[i] as number;
    const least = own < before ? own : before;
    distances[i] = least;
    sum += least;
  }
  return { distances, sum };
}

/** The first point at which the running sum passes `target`; the last with any weight where rounding leaves none. */
function drawn(weights: Float64Array, target: number): number {
  let sum = 0;
  let last = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] as number;
    if (weight === 0) continue;
    sum += weight;
    last = i;
    if (sum > target) return i;
  }
  return last;
}
