// k-means: many starts on a sample, the best of them finished on everybody.

import type { Work } from '../work.ts';
import { squaredDistance } from './distance.ts';
import { type Clustering, lloyd } from './lloyd.ts';
import { type Points, samplePoints, spreadOf } from './points.ts';
import { seededRandom } from './random.ts';
import { seedCentroids } from './seeding.ts';

const RESTARTS = 20;
/** Starts see at most so many people: only their order counts. */
const SCOUTED = 10_000;
/** The promising ones go on with so many. */
const SAMPLE = 50_000;
/** So many of the best go on to all people. */
const POLISHED = 3;

/** Of many people, starts that are not among the best so many after a few steps go no further. */
const PROMISING = 8;

/** When centroids rest, in parts of the spread of the points, and the most steps. */
interface Patience {
  readonly tolerance: number;
  readonly iterations: number;
}

/** Of the starts only their order counts. */
const first: Patience = { tolerance: 1e-4, iterations: 8 };
const rough: Patience = { tolerance: 1e-4, iterations: 30 };
const close: Patience = { tolerance: 1e-3, iterations: 100 };
const fine: Patience = { tolerance: 1e-8, iterations: 300 };

/** Starts whose centroids lie nearer than this to each other, in squared sums of all fields' spread, come to the same end. */
const SAME = 1e-3;

/** k clusters, fewer where there are fewer different points. There is at least one point. */
export async function kMeans(points: Points, k: number, seed: number, work: Work): Promise<Clustering> {
  const random = seededRandom(seed);
  const { points: sample } = samplePoints(points, SAMPLE, random);
  const scouted = sample.n > SCOUTED ? samplePoints(sample, SCOUTED, random).points : sample;
  const onScouted = stepsOver(scouted, work);
  const onSample = stepsOver(sample, work);
  const onAll = stepsOver(points, work);
  const found: Clustering[] = [];
  for (let restart = 0; restart < RESTARTS; restart++) {
    found.push(await onScouted(await seedCentroids(scouted, k, random, work), first));
    work.progress((0.3 * (restart + 1)) / RESTARTS);
  }
  const promising: Clustering[] = [];
  const kept = scouted.n < points.n ? PROMISING : RESTARTS;
  for (const { centroids } of byInertia(found).slice(0, kept)) promising.push(await onSample(centroids, rough));
  const polished: Clustering[] = [];
  for (const { centroids } of bestOf(promising, sample)) {
    polished.push(await onAll(centroids, close));
    work.progress(0.4 + (0.3 * polished.length) / POLISHED);
  }
  const [best] = byInertia(polished);
  const finished = await onAll((best as Clustering).centroids, fine);
  work.progress(1);
  return finished;
}

function stepsOver(points: Points, work: Work): (start: Float64Array, patience: Patience) => Promise<Clustering> {
  const spread = spreadOf(points);
  return (start, { tolerance, iterations }) => lloyd(points, start, { rest: tolerance * spread, iterations }, work);
}

function byInertia(found: readonly Clustering[]): readonly Clustering[] {
  return found.toSorted((a, b) => a.inertia - b.inertia);
}

/** The best that do not come to the same end. */
function bestOf(found: readonly Clustering[], sample: Points): readonly Clustering[] {
  const near = SAME * spreadOf(sample) * sample.d;
  const chosen: Clustering[] = [];
  for (const next of byInertia(found)) {
    if (chosen.length === POLISHED) break;
    if (!chosen.some((one) => sameCentroids(one.centroids, next.centroids, sample.d, near))) chosen.push(next);
  }
  return chosen;
}

/** Each centroid of one lies near one of the other, and they are as many. */
function sameCentroids(a: Float64Array, b: Float64Array, d: number, near: number): boolean {
  if (a.length !== b.length) return false;
  const k = a.length / d;
  const ids = Array.from({ length: k }, (_, c) => c);
  return ids.every((c) => ids.some((other) => squaredDistance({ values: a, d }, c, b, other) < near));
}
