// Clusters: 20 starts and the best finished on everybody, beside ml-kmeans with its one start. The answer may not be worse.
import { estimators } from '@tierflow/fitting';
import { kmeans } from 'ml-kmeans';
import { seeded } from '../generate/random.ts';

const [d, k] = [5, 8];
const seeds = [1, 2, 3];

interface Found {
  readonly ms: number;
  /** Sum of squared distances to the nearest centroid. */
  readonly inertia: number;
}

/** Prints seconds and inertia of both on the same people, seed by seed. */
export async function benchClusters(rows: number): Promise<void> {
  const columns = overlappingGroups(rows);
  const points = Array.from({ length: rows }, (_, i) => columns.map((column) => column[i] as number));
  console.log(`\nk-means, ${rows.toLocaleString('en')} people × ${d} measures, ${k} clusters`);
  for (const seed of seeds) {
    const theirs = await timed(points, () => kmeans(points, k, { seed, initialization: 'kmeans++' }).centroids.flat());
    const ours = await timed(points, () => fitted(columns, seed));
    if (ours.inertia > theirs.inertia * (1 + 1e-6)) throw new Error(`seed ${seed}: ml-kmeans found the better clusters`);
    const line = ({ ms, inertia }: Found): string => `${(ms / 1000).toFixed(2).padStart(8)} s  inertia ${inertia.toFixed(0)}`;
    console.log(`  seed ${seed}  tierflow  ${line(ours)}`);
    console.log(`          ml-kmeans ${line(theirs)}  ${(theirs.ms / ours.ms).toFixed(2)} × tierflow`);
  }
}

async function fitted(columns: readonly Float64Array[], seed: number): Promise<readonly number[]> {
  const data = [...columns, columns[0] as Float64Array].map((values) => ({ type: 'number' as const, values }));
  const estimate = await estimators['kMeans']?.(data, undefined, { k, seed }, { keyOrder: () => undefined });
  return estimate?.value as readonly number[];
}

async function timed(points: readonly (readonly number[])[], run: () => readonly number[] | Promise<readonly number[]>): Promise<Found> {
  const start = performance.now();
  const centroids = await run();
  const ms = performance.now() - start;
  let inertia = 0;
  for (const point of points) {
    let least = Number.POSITIVE_INFINITY;
    for (let c = 0; c < centroids.length; c += d) {
      const own = point.reduce((sum, x, f) => sum + (x - (centroids[c + f] as number)) ** 2, 0);
      if (own < least) least = own;
    }
    inertia += least;
  }
  return { ms, inertia };
}

/** Twelve round groups of unequal size that run into each other, as customers do. */
function overlappingGroups(rows: number): readonly Float64Array[] {
  const random = seeded(7);
  const centres = Array.from({ length: 12 }, () => Array.from({ length: d }, () => random.next() * 6 - 3));
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  const columns = Array.from({ length: d }, () => new Float64Array(rows));
  for (let i = 0; i < rows; i++) {
    const centre = centres[Math.floor(random.next() * random.next() * 12)];
    columns.forEach((column, f) => {
      column[i] = (centre?.[f] ?? 0) + normal();
    });
  }
  return columns;
}
