// How well clusters are kept apart: the mean silhouette (Rousseeuw 1987) of some points, each compared with all of them.
import { squaredDistance } from '../estimators/k-means/distance.ts';
import type { Points } from '../estimators/k-means/points.ts';
import type { Work } from '../estimators/work.ts';

/**
 * −1 to 1; undefined with fewer than two clusters. A point alone in its cluster counts 0.
 * @param labels the cluster of each point, from 0
 */
export async function meanSilhouette(points: Points, labels: ArrayLike<number>, k: number, work: Work): Promise<number | undefined> {
  const { values, n } = points;
  const counts = new Float64Array(k);
  for (let i = 0; i < n; i++) counts[labels[i] as number] = (counts[labels[i] as number] as number) + 1;
  if (counts.filter((count) => count > 0).length < 2) return undefined;
  let total = 0;
  const sums = new Float64Array(k);
  for (let i = 0; i < n; i++) {
    sums.fill(0);
    for (let j = 0; j < n; j++) {
      const label = labels[j] as number;
      sums[label] = (sums[label] as number) + Math.sqrt(squaredDistance(points, i, values, j));
    }
    total += widthOf(sums, counts, labels[i] as number);
    await work.rows(n);
  }
  return total / n;
}

function widthOf(sums: Float64Array, counts: Float64Array, own: number): number {
  const mates = (counts[own] as number) - 1;
  if (mates === 0) return 0;
  const within = (sums[own] as number) / mates;
  let nearest = Number.POSITIVE_INFINITY;
  for (let c = 0; c < sums.length; c++) {
    if (c === own || counts[c] === 0) continue;
    nearest = Math.min(nearest, (sums[c] as number) / (counts[c] as number));
  }
  const larger = Math.max(within, nearest);
  return larger === 0 ? 0 : (nearest - within) / larger;
}
