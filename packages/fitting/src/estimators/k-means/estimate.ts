// The estimator `kMeans`: standardised columns in, centroids out, in the order that their numbers are to have.
import type { ColumnData } from '@tierflow/evaluator';
import type { Estimator } from '../estimator.ts';
import { workOf } from '../work.ts';
import { squaredDistance } from './distance.ts';
import { kMeans } from './k-means.ts';
import { type GatheredPoints, gatherPoints, type Points } from './points.ts';

/**
 * Over the columns to cluster by, and last the column that orders the clusters. Options: `k`, `seed`, and `order`: `falling`
 * (cluster 1 has the highest mean of the last column) or `rising`. The value is a flat list, one centroid after another.
 */
export const estimateClusters: Estimator = async (columns, rows, options, around) => {
  const fields = columns.slice(0, -1);
  const points = gatherPoints(fields, rows, around.keyOrder());
  if (points.n === 0) return { value: [], warnings: ['fit.no-data'] };
  const k = Number(options['k']);
  const { centroids } = await kMeans(points, k, Number(options['seed']), workOf(around));
  const means = meansOf(columns.at(-1), points, centroids);
  const sign = options['order'] === 'rising' ? 1 : -1;
  const ordered = [...means.keys()].sort((a, b) => sign * gap(means[a], means[b]) || byCentroid(centroids, points.d, a, b));
  const value = ordered.flatMap((c) => [...centroids.subarray(c * points.d, c * points.d + points.d)]);
  return { value, warnings: ordered.length < k ? ['fit.few-groups'] : [] };
};

/** Of equal means, or where nobody has a value, the difference is 0. */
function gap(a = Number.NaN, b = Number.NaN): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) === Number.isNaN(b) ? 0 : Number.NaN;
  return a - b;
}

function byCentroid(centroids: Float64Array, d: number, a: number, b: number): number {
  for (let f = 0; f < d; f++) {
    const difference = (centroids[a * d + f] as number) - (centroids[b * d + f] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Mean of a column over the people of each cluster; NaN where nobody has a value. */
function meansOf(column: ColumnData | undefined, points: GatheredPoints, centroids: Float64Array): readonly number[] {
  const { rows, n, d } = points;
  const k = centroids.length / d;
  const sums = new Float64Array(k);
  const counts = new Float64Array(k);
  for (let i = 0; i < n; i++) {
    const value = column?.type === 'number' ? (column.values[rows[i] as number] as number) : Number.NaN;
    if (value !== value) continue;
    const c = nearestTo(points, i, centroids);
    sums[c] = (sums[c] as number) + value;
    counts[c] = (counts[c] as number) + 1;
  }
  return Array.from(sums, (sum, c) => sum / (counts[c] as number));
}

/** Position of the nearest centroid, the first among equals: as `nearest` answers. */
export function nearestTo(points: Pick<Points, 'values' | 'd'>, i: number, centroids: Float64Array): number {
  let best = Number.POSITIVE_INFINITY;
  let label = 0;
  for (let c = 0; c < centroids.length / points.d; c++) {
    const own = squaredDistance(points, i, centroids, c);
    if (own < best) {
      best = own;
      label = c;
    }
  }
  return label;
}
