// What fitted clusters are like: how many people, their means against everybody's, and a map of some of them.
import type { ColumnData } from '@tierflow/evaluator';
import type { Around } from '../estimators/estimator.ts';
import { nearestTo } from '../estimators/k-means/estimate.ts';
import { type GatheredPoints, gatherPoints, samplePoints } from '../estimators/k-means/points.ts';
import { seededRandom } from '../estimators/k-means/random.ts';
import type { Rows } from '../estimators/sample.ts';
import { principalAxes } from './principal-axes.ts';

export interface ClusterInput {
  /** The columns that distances are measured on. */
  readonly columns: readonly ColumnData[];
  /** The same measures as people read them. */
  readonly measures: readonly ColumnData[];
  readonly rows: Rows;
  /** Flat, as the fit froze them. */
  readonly centroids: readonly number[];
  readonly seed: number;
}

export interface ClusterProfile {
  readonly n: number;
  /** Mean of each measure; NaN where nobody is in it. */
  readonly means: readonly number[];
  /** The mean's distance from everybody's, in standard deviations of everybody. */
  readonly deviations: readonly number[];
}

export interface ClusterMap {
  /** Part of the variance that each axis shows. */
  readonly shares: readonly number[];
  /** Per axis, how much of each measure goes into it. */
  readonly axes: readonly (readonly number[])[];
  /** Some people: place on both axes and position of the cluster. */
  readonly points: readonly { readonly x: number; readonly y: number; readonly cluster: number }[];
}

export interface ClusterDescription {
  /** People who have every measure. */
  readonly people: number;
  /** Mean of each measure over them. */
  readonly means: readonly number[];
  readonly clusters: readonly ClusterProfile[];
  readonly map: ClusterMap;
}

/** People on the map. */
const ON_MAP = 1_200;

export function describeClusters(input: ClusterInput, around: Pick<Around, 'keyOrder'>): ClusterDescription {
  const { columns, measures, centroids, seed } = input;
  const points = gatherPoints(columns, input.rows, around.keyOrder());
  const { n, d } = points;
  const flat = Float64Array.from(centroids);
  const k = Math.floor(flat.length / d);
  const labels = Uint16Array.from({ length: k === 0 ? 0 : n }, (_, i) => nearestTo(points, i, flat));
  const stats = measures.map((measure) => statsOf(measure, points, { labels, k }));
  const clusters = Array.from({ length: k }, (_, c) => ({
    n: labels.reduce((count, label) => count + (label === c ? 1 : 0), 0),
    means: stats.map(({ byCluster }) => byCluster[c] as number),
    deviations: stats.map(({ byCluster, mean, sd }) => (sd === 0 ? 0 : ((byCluster[c] as number) - mean) / sd)),
  }));
  return { people: n, means: stats.map(({ mean }) => mean), clusters, map: mapOf(points, labels, seed) };
}

interface Stats {
  readonly mean: number;
  readonly sd: number;
  readonly byCluster: readonly number[];
}

interface Labelled {
  readonly labels: Uint16Array;
  readonly k: number;
}

function statsOf(measure: ColumnData, { rows, n }: GatheredPoints, { labels, k }: Labelled): Stats {
  const values = measure.type === 'number' ? measure.values : new Float64Array();
  const sums = new Float64Array(k);
  const counts = new Float64Array(k);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const value = values[rows[i] as number] as number;
    sum += value;
    if (k === 0) continue;
    const label = labels[i] as number;
    sums[label] = (sums[label] as number) + value;
    counts[label] = (counts[label] as number) + 1;
  }
  const mean = sum / n;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += ((values[rows[i] as number] as number) - mean) ** 2;
  return { mean, sd: Math.sqrt(squares / n), byCluster: Array.from(sums, (own, c) => own / (counts[c] as number)) };
}

function mapOf(points: GatheredPoints, labels: Uint16Array, seed: number): ClusterMap {
  const { points: some, at } = samplePoints(points, ON_MAP, seededRandom(seed));
  if (some.n === 0 || labels.length === 0) return { shares: [], axes: [], points: [] };
  const { centre, axes, shares } = principalAxes(some);
  const along = (i: number, axis: Float64Array | undefined): number =>
    axis?.reduce((sum, part, f) => sum + part * ((some.values[i * some.d + f] as number) - (centre[f] as number)), 0) ?? 0;
  return {
    shares,
    axes: axes.map((axis) => [...axis]),
    points: Array.from(at, (from, i) => ({ x: along(i, axes[0]), y: along(i, axes[1]), cluster: labels[from] as number })),
  };
}
