// k-means: many starts on a sample, the best of them finished on everybody.
import { squaredDistance } from './distance.ts';
import { type Clustering, type LloydOptions, lloyd } from './lloyd.ts';
import { type Points, samplePoints, spreadOf } from './points.ts';
import { seededRandom } from './random.ts';
import { seedCentroids } from './seeding.ts';
import type { Work } from './work.ts';

const RESTARTS = 20;
/** Restarts see at most so many people. */
const SAMPLE = 50_000;
/** So many of the best go on to all people. */
const POLISHED = 3;

/** Of the starts only their order counts. */
const rough: LloydOptions = { tolerance: 1e-4, iterations: 30 };
const close: LloydOptions = { tolerance: 1e-4, iterations: 100 };
const fine: LloydOptions = { tolerance: 1e-8, iterations: 300 };
/** Starts whose centroids lie nearer than this to each other, in squared sums of all fields' spread, come to the same end. */
const SAME = 1e-3;

/** k clusters, fewer where there are fewer different points. There is at least one point. */
export async function kMeans(points: Points, k: number, seed: number, work: Work): Promise<Clustering> {
  const random = seededRandom(seed);
  const { points: sample } = samplePoints(points, SAMPLE, random);
  const steps = RESTARTS + (POLISHED * RESTARTS * Math.sqrt(points.n / sample.n)) / 4;
  const found: Clustering[] = [];
  for (let restart = 0; restart < RESTARTS; restart++) {
    const start = await seedCentroids(sample, k, random, work);
    found.push(await lloyd(sample, start, rough, work));
    work.progress((restart + 1) / steps);
  }
  const polished: Clustering[] = [];
  for (const { centroids } of bestOf(found, sample)) {
    polished.push(await lloyd(points, centroids, close, work));
    work.progress((RESTARTS + ((steps - RESTARTS) * polished.length) / (POLISHED + 1)) / steps);
  }
  const best = polished.reduce((one, next) => (next.inertia < one.inertia ? next : one));
  const finished = await lloyd(points, best.centroids, fine, work);
  work.progress(1);
  return finished;
}

/** The best that do not come to the same end. */
function bestOf(found: readonly Clustering[], sample: Points): readonly Clustering[] {
  const near = SAME * spreadOf(sample) * sample.d;
  const chosen: Clustering[] = [];
  for (const next of found.toSorted((a, b) => a.inertia - b.inertia)) {
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
