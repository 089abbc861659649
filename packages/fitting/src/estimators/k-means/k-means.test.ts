import { SweepStopped } from '@tierflow/evaluator';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { workOf } from '../work.ts';
import { squaredDistance } from './distance.ts';
import { estimateClusters, nearestTo } from './estimate.ts';
import { kMeans } from './k-means.ts';
import { lloyd } from './lloyd.ts';
import type { Points } from './points.ts';
import { seededRandom } from './random.ts';
import { seedCentroids } from './seeding.ts';

const work = workOf({});

/** Points around a few centres. */
function blobs(n: number, d: number, seed: number): Points {
  const random = seededRandom(seed);
  const centres = Array.from({ length: 5 }, () => Array.from({ length: d }, () => random() * 8));
  const values = new Float64Array(n * d);
  for (let i = 0; i < n; i++) {
    const centre = centres[Math.floor(random() * 5)] as number[];
    for (let f = 0; f < d; f++) values[i * d + f] = (centre[f] as number) + random() + random() - random() - random();
  }
  return { values, n, d };
}

/** Lloyd's iteration without bounds, by its definition. */
function plainLloyd(points: Points, start: Float64Array): { readonly centroids: Float64Array; readonly inertia: number } {
  const { values, n, d } = points;
  const centroids = start.slice();
  const k = start.length / d;
  let labels: number[] = [];
  for (let before = 'none'; before !== labels.join(); ) {
    before = labels.join();
    labels = Array.from({ length: n }, (_, i) => nearestTo(points, i, centroids));
    for (let c = 0; c < k; c++) {
      const own = labels.flatMap((label, i) => (label === c ? [i] : []));
      for (let f = 0; f < d; f++) centroids[c * d + f] = own.reduce((sum, i) => sum + (values[i * d + f] as number), 0) / own.length;
    }
  }
  return { centroids, inertia: labels.reduce((sum, c, i) => sum + squaredDistance(points, i, centroids, c), 0) };
}

test('bounds leave nothing out: the centroids are those of comparing everything with everything', async () => {
  for (let seed = 1; seed <= 20; seed++) {
    const points = blobs(600, 1 + (seed % 5), seed);
    const start = await seedCentroids(points, 2 + (seed % 9), seededRandom(seed), work);
    const plain = plainLloyd(points, start);
    const { centroids, inertia } = await lloyd(points, start, { rest: 0, iterations: 1000 }, work);
    expect(Math.max(...centroids.map((value, at) => Math.abs(value - (plain.centroids[at] as number))))).toBeLessThan(1e-9);
    expect(inertia).toBeCloseTo(plain.inertia, 6);
  }
});

test('restarts find the groups that are there', async () => {
  const values = Float64Array.from({ length: 1200 }, (_, i) => (i % 3) * 10 + (i % 7) / 7);
  const { centroids } = await kMeans({ values, n: 1200, d: 1 }, 3, 1, work);
  expect([...centroids].sort((a, b) => a - b).map(Math.floor)).toEqual([0, 10, 20]);
});

test('fewer different people than clusters make fewer clusters', async () => {
  const values = Float64Array.from({ length: 40 }, (_, i) => i % 2);
  const { centroids, inertia } = await kMeans({ values, n: 40, d: 1 }, 5, 1, work);
  expect([...centroids].sort()).toEqual([0, 1]);
  expect(inertia).toBe(0);
});

const column = (values: ArrayLike<number>) => ({ type: 'number' as const, values: Float64Array.from(values) });
const inOrder = { keyOrder: () => undefined };

test('the order of the clusters is that of the declared column, whatever the seed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const x = column(Array.from({ length: 90 }, (_, i) => (i % 3) * 10 + i / 1000));
      const worth = column(Array.from({ length: 90 }, (_, i) => [5, 900, Number.NaN][i % 3] as number));
      const falling = await estimateClusters([x, worth], undefined, { k: 3, seed, order: 'falling' }, inOrder);
      const rising = await estimateClusters([x, worth], undefined, { k: 3, seed, order: 'rising' }, inOrder);
      const whole = (value: unknown) => (value as number[]).map(Math.floor);
      expect(whole(falling.value)).toEqual([10, 0, 20]);
      expect(whole(rising.value)).toEqual([0, 10, 20]);
    }),
    { numRuns: 20 },
  );
});

test('values too large to be squared are not fitted on, so that no centroid is infinite', async () => {
  const x = column([1, 1e200, 9, -1e308, 1e308]);
  expect((await estimateClusters([x, x], undefined, { k: 3, seed: 1, order: 'rising' }, inOrder)).value).toEqual([1, 9]);
});

test('people without a value are not fitted on; without anybody there is nothing to fit', async () => {
  const x = column([1, 1, Number.NaN, 9, 9]);
  const { value, warnings } = await estimateClusters([x, x], undefined, { k: 2, seed: 1, order: 'rising' }, inOrder);
  expect([value, warnings]).toEqual([[1, 9], []]);
  expect(await estimateClusters([x, x], new Uint8Array(5), { k: 2, seed: 1 }, inOrder)).toEqual({ value: [], warnings: ['fit.no-data'] });
  expect((await estimateClusters([x, x], undefined, { k: 3, seed: 1 }, inOrder)).warnings).toEqual(['fit.few-groups']);
});

test('a long fit says how far it is and stops when told to', async () => {
  const points = blobs(2000, 2, 3);
  const shares: number[] = [];
  await kMeans(points, 4, 1, workOf({ progress: (share) => shares.push(share) }));
  expect(shares.at(-1)).toBe(1);
  expect(shares.every((share, at) => share > (shares[at - 1] ?? 0) || share === 1)).toBe(true);
  let turns = 0;
  const pause = async () => ++turns < 3;
  await expect(kMeans(points, 4, 1, workOf({ pause }))).rejects.toBeInstanceOf(SweepStopped);
  expect(turns).toBe(3);
});
