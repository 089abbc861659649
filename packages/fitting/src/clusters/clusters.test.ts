import { SweepStopped } from '@tierflow/evaluator';
import { expect, test } from 'vitest';
import { workOf } from '../estimators/work.ts';
import { describeClusters } from './describe-clusters.ts';
import { principalAxes } from './principal-axes.ts';
import { meanSilhouette } from './silhouette.ts';
import { tryClusters } from './try-clusters.ts';

const column = (values: readonly number[]) => ({ type: 'number' as const, values: Float64Array.from(values) });
const around = { keyOrder: () => undefined };

/** Three groups on a line of two columns. */
const n = 300;
const x = column(Array.from({ length: n }, (_, i) => (i % 3) * 10 + (i % 5) / 10));
const y = column(Array.from({ length: n }, (_, i) => (i % 3) * 20 + (i % 7) / 10));

test('the silhouette of four points by hand; of one cluster there is none', async () => {
  const points = { values: Float64Array.from([0, 1, 10, 12]), n: 4, d: 1 };
  const own = [1 - 1 / 11, 1 - 1 / 10, 1 - 2 / 9.5, 1 - 2 / 11.5];
  expect(await meanSilhouette(points, [0, 0, 1, 1], 2, workOf({}))).toBeCloseTo(own.reduce((sum, one) => sum + one, 0) / 4, 12);
  expect(await meanSilhouette(points, [0, 0, 0, 1], 2, workOf({}))).toBeCloseTo((1 - 5.5 / 12 + (1 - 5 / 11) + (2 - 9.5) / 9.5) / 4, 12);
  expect(await meanSilhouette(points, [0, 0, 0, 0], 1, workOf({}))).toBeUndefined();
});

test('as many clusters as there are groups stand apart best, and more explain more', async () => {
  const trials = await Promise.all([1, 2, 3, 4, 5].map((k) => tryClusters([x, y], undefined, { k, seed: 1 }, around)));
  const widths = trials.map((trial) => trial?.silhouette ?? 0);
  expect(widths.indexOf(Math.max(...widths))).toBe(2);
  expect(trials[0]).toMatchObject({ people: n, sample: n, clusters: 1, silhouetteSample: n });
  expect(trials[0]?.unexplained).toBeCloseTo(1, 9);
  for (let at = 1; at < 5; at++) expect(trials[at]?.unexplained).toBeLessThan(trials[at - 1]?.unexplained ?? 0);
  expect(await tryClusters([column([Number.NaN])], undefined, { k: 2, seed: 1 }, around)).toBeUndefined();
});

test('a trial stops when told to', async () => {
  const many = column(Array.from({ length: 5000 }, (_, i) => Math.sin(i) * 10));
  const stop = { ...around, pause: async () => false };
  await expect(tryClusters([many], undefined, { k: 5, seed: 1 }, stop)).rejects.toBeInstanceOf(SweepStopped);
});

test('profiles say how many people, their means, and how far from everybody; people without a measure are left out', () => {
  const some = column([1, 1, 9, 9, Number.NaN]);
  const raw = column([10, 10, 90, 90, 5000]);
  const { people, means, clusters, map } = describeClusters(
    { columns: [some], measures: [raw], rows: undefined, centroids: [9, 1, 40], seed: 1 },
    around,
  );
  expect({ people, means }).toEqual({ people: 4, means: [50] });
  expect(clusters).toEqual([
    { n: 2, means: [90], deviations: [1] },
    { n: 2, means: [10], deviations: [-1] },
    { n: 0, means: [Number.NaN], deviations: [Number.NaN] },
  ]);
  expect(map.points.map((point) => [point.x, point.y, point.cluster])).toEqual([
    [-4, 0, 1],
    [-4, 0, 1],
    [4, 0, 0],
    [4, 0, 0],
  ]);
});

test('the axes of a map are where points differ most', () => {
  const values = Float64Array.from({ length: 400 }, (_, i) => {
    const t = Math.floor(i / 2) / 100 - 1;
    return i % 2 === 0 ? 3 * t + 0.1 * Math.cos(99 * t) : 4 * t + 0.1 * Math.sin(77 * t);
  });
  const { axes, shares } = principalAxes({ values, n: 200, d: 2 });
  expect(axes[0]?.[0]).toBeCloseTo(0.6, 2);
  expect(axes[0]?.[1]).toBeCloseTo(0.8, 2);
  expect(shares[0]).toBeGreaterThan(0.99);
  expect((shares[0] ?? 0) + (shares[1] ?? 0)).toBeCloseTo(1, 9);
});
