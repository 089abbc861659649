// What another number of clusters would give, on a sample: for choosing k, never for deciding about anybody.
import type { ColumnData } from '@tierflow/evaluator';
import type { Around } from '../estimators/estimator.ts';
import { nearestTo } from '../estimators/k-means/estimate.ts';
import { kMeans } from '../estimators/k-means/k-means.ts';
import { gatherPoints, samplePoints, spreadOf } from '../estimators/k-means/points.ts';
import { seededRandom } from '../estimators/k-means/random.ts';
import type { Rows } from '../estimators/sample.ts';
import { workOf } from '../estimators/work.ts';
import { meanSilhouette } from './silhouette.ts';

export interface ClusterTrial {
  /** People who have every measure. */
  readonly people: number;
  /** So many of them were looked at. */
  readonly sample: number;
  /** Clusters found: k, or fewer where fewer people differ. */
  readonly clusters: number;
  /** Part of the sample's sum of squares that the clusters leave unexplained, 0 to 1. */
  readonly unexplained: number;
  /** Mean silhouette of `silhouetteSample` of them; undefined for one cluster. */
  readonly silhouette: number | undefined;
  readonly silhouetteSample: number;
}

const SAMPLE = 10_000;
const SILHOUETTE_SAMPLE = 2_000;

/** Clusters a sample in the order of keys. The same seed draws the same people for every k, so that numbers compare. */
export async function tryClusters(
  columns: readonly ColumnData[],
  rows: Rows,
  { k, seed }: { readonly k: number; readonly seed: number },
  around: Around,
): Promise<ClusterTrial | undefined> {
  const points = gatherPoints(columns, rows, around.keyOrder());
  if (points.n === 0) return undefined;
  const work = workOf(around);
  const random = seededRandom(seed);
  const { points: sample } = samplePoints(points, SAMPLE, random);
  const { points: few } = samplePoints(sample, SILHOUETTE_SAMPLE, random);
  const { centroids, inertia } = await kMeans(sample, k, seed, work);
  const clusters = centroids.length / sample.d;
  const labels = Uint16Array.from({ length: few.n }, (_, i) => nearestTo(few, i, centroids));
  const total = spreadOf(sample) * sample.d * sample.n;
  return {
    people: points.n,
    sample: sample.n,
    clusters,
    unexplained: total === 0 ? 0 : inertia / total,
    silhouette: await meanSilhouette(few, labels, clusters, work),
    silhouetteSample: few.n,
  };
}
