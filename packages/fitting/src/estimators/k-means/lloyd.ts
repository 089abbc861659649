// Lloyd's iteration with Hamerly's bounds (Hamerly 2010): a point is compared only where another centroid can have come
// nearer than its own, and then only with the centroids around its own (the ball of Newling & Fleuret 2016). Both follow from
// the triangle inequality, so the centroids are those of comparing everything with everything.

import type { Work } from '../work.ts';
import { squaredDistance } from './distance.ts';
import type { Points } from './points.ts';

export interface Clustering {
  /** Row-major, one row a cluster. */
  readonly centroids: Float64Array;
  /** Sum of squared distances to the nearest centroid. */
  readonly inertia: number;
}

export interface LloydOptions {
  /** Ends when the squares of how far centroids move add up to no more than this. */
  readonly rest: number;
  readonly iterations: number;
}

/** Sums over people are added up chunk by chunk, so that they do not depend on how the work is divided. */
const CHUNK = 4096;

interface State {
  readonly points: Points;
  readonly k: number;
  readonly centroids: Float64Array;
  readonly labels: Uint16Array;
  /** Of the points of each cluster; kept up as points change sides, and added up anew at the end. */
  readonly sums: Float64Array;
  readonly counts: Float64Array;
  /** With the `drift` of its cluster: at least the distance to the own centroid. */
  readonly upper: Float64Array;
  /** Less the `fall` of its cluster: at most the distance to the second nearest. */
  readonly lower: Float64Array;
  /** How far each centroid has gone since the start. */
  readonly drift: Float64Array;
  /** How far the others can have come nearer to its people since the start. */
  readonly fall: Float64Array;
}

/** Moves centroids until they rest. */
export async function lloyd(points: Points, start: Float64Array, options: LloydOptions, work: Work): Promise<Clustering> {
  const { n, d } = points;
  const k = start.length / d;
  const centroids = start.slice();
  const state: State = {
    points,
    k,
    centroids,
    labels: new Uint16Array(n),
    sums: new Float64Array(k * d),
    counts: new Float64Array(k),
    upper: new Float64Array(n),
    lower: new Float64Array(n),
    drift: new Float64Array(k),
    fall: new Float64Array(k),
  };
  await compareAll(state, work);
  for (let iteration = 0; iteration < options.iterations; iteration++) {
    const moved = moveCentroids(state);
    if (moved.refilled) await compareAll(state, work);
    else if (moved.total > options.rest) await compareNear(state, moved.by, work);
    else break;
  }
  addUp(state);
  moveCentroids(state);
  return { centroids, inertia: await inertiaOf(points, centroids, work) };
}

/** Runs over all points chunk by chunk, so that others get their turn. */
async function overChunks(n: number, work: Work, chunk: (from: number, to: number) => void): Promise<void> {
  for (let from = 0; from < n; from += CHUNK) {
    const to = Math.min(n, from + CHUNK);
    chunk(from, to);
    await work.rows(to - from);
  }
}

async function compareAll(state: State, work: Work): Promise<void> {
  await overChunks(state.points.n, work, (from, to) => {
    for (let i = from; i < to; i++) compareOne(state, i);
  });
  addUp(state);
}

/** Finds a point's nearest and second nearest centroid. */
function compareOne(state: State, i: number): void {
  const {
    points: { values, d },
    k,
    centroids,
  } = state;
  let best = Number.POSITIVE_INFINITY;
  let second = Number.POSITIVE_INFINITY;
  let label = 0;
  const from = i * d;
  for (let c = 0, at = 0; c < k; c++) {
    let sum = 0;
    for (let f = 0; f < d; f++, at++) {
      const difference = (values[from + f] as number) - (centroids[at] as number);
      sum += difference * difference;
    }
    if (sum < best) {
      second = best;
      best = sum;
      label = c;
    } else if (sum < second) second = sum;
  }
  setBounds(state, i, { label, best, second });
}

interface Compared {
  readonly label: number;
  /** Squared distances. */
  readonly best: number;
  readonly second: number;
}

function setBounds({ labels, upper, lower, drift, fall }: State, i: number, { label, best, second }: Compared): void {
  labels[i] = label;
  upper[i] = Math.sqrt(best) - (drift[label] as number);
  lower[i] = Math.sqrt(second) + (fall[label] as number);
}

/** Brings the bounds up to date after a move and compares where they cross. */
async function compareNear(state: State, by: Float64Array, work: Work): Promise<void> {
  const { points, k, drift, fall } = state;
  const [farthest, next] = twoLargest(by);
  for (let c = 0; c < k; c++) {
    drift[c] = (drift[c] as number) + (by[c] as number);
    fall[c] = (fall[c] as number) + (c === farthest.at ? next.value : farthest.value);
  }
  const around = surroundings(state);
  await overChunks(points.n, work, (from, to) => compareChunk(state, around, from, to));
}

function compareChunk(state: State, around: Surroundings, from: number, to: number): void {
  const { points, centroids, labels, upper, lower, drift, fall } = state;
  const { half } = around;
  for (let i = from; i < to; i++) {
    const label = labels[i] as number;
    const above = (upper[i] as number) + (drift[label] as number);
    if (above <= (half[label] as number)) continue;
    const below = (lower[i] as number) - (fall[label] as number);
    if (above <= below) continue;
    const exact = Math.sqrt(squaredDistance(points, i, centroids, label));
    upper[i] = exact - (drift[label] as number);
    if (exact > (half[label] as number) && exact > below) compareAround(state, around, i);
  }
}

/** Looks for the nearest and second nearest among the centroids so near to the point's own that they can be it. */
function compareAround(state: State, { gaps, who }: Surroundings, i: number): void {
  const { points, k, centroids, labels, upper, drift } = state;
  const own = labels[i] as number;
  const distance = (upper[i] as number) + (drift[own] as number);
  let best = distance * distance;
  let second = Number.POSITIVE_INFINITY;
  let label = own;
  for (let at = own * k + 1, end = own * k + k; at < end; at++) {
    const least = (gaps[at] as number) - distance;
    if (least > 0 && least * least >= second) break;
    const sum = squaredDistance(points, i, centroids, who[at] as number);
    if (sum < best) {
      second = best;
      best = sum;
      label = who[at] as number;
    } else if (sum < second) second = sum;
  }
  if (label !== own) changeSides(state, i, label);
  setBounds(state, i, { label, best, second });
}

function changeSides({ points: { values, d }, labels, sums, counts }: State, i: number, label: number): void {
  const own = labels[i] as number;
  counts[own] = (counts[own] as number) - 1;
  counts[label] = (counts[label] as number) + 1;
  for (let f = 0; f < d; f++) {
    const value = values[i * d + f] as number;
    sums[own * d + f] = (sums[own * d + f] as number) - value;
    sums[label * d + f] = (sums[label * d + f] as number) + value;
  }
}

/** For each centroid a row of k: all centroids by their distance from it, itself first. */
interface Surroundings {
  readonly gaps: Float64Array;
  readonly who: Uint16Array;
  /** Half the distance to the nearest other: within it no other is nearer. */
  readonly half: Float64Array;
}

function surroundings({ points: { d }, k, centroids }: State): Surroundings {
  const gaps = new Float64Array(k * k);
  const who = new Uint16Array(k * k);
  const half = new Float64Array(k).fill(Number.POSITIVE_INFINITY);
  for (let a = 0; a < k; a++) {
    const gapTo = (b: number): number => (a === b ? -1 : Math.sqrt(squaredDistance({ values: centroids, d }, a, centroids, b)));
    const row = Array.from({ length: k }, (_, b) => ({ b, gap: gapTo(b) }));
    row.sort((x, y) => x.gap - y.gap || x.b - y.b);
    row.forEach(({ b, gap }, at) => {
      gaps[a * k + at] = gap;
      who[a * k + at] = b;
    });
    if (k > 1) half[a] = (gaps[a * k + 1] as number) / 2;
  }
  return { gaps, who, half };
}

interface Largest {
  readonly at: number;
  readonly value: number;
}

function twoLargest(values: Float64Array): readonly [Largest, Largest] {
  let [first, second]: [Largest, Largest] = [
    { at: -1, value: 0 },
    { at: -1, value: 0 },
  ];
  values.forEach((value, at) => {
    if (value > first.value) [first, second] = [{ at, value }, first];
    else if (value > second.value) second = { at, value };
  });
  return [first, second];
}

interface Moved {
  /** How far each centroid went. */
  readonly by: Float64Array;
  /** Sum of the squares. */
  readonly total: number;
  /** A centroid without people was put somewhere else, so that bounds mean nothing. */
  readonly refilled: boolean;
}

/** Puts every centroid into the middle of its people; one without people goes to the point farthest from its own centroid. */
function moveCentroids(state: State): Moved {
  const { points, k, centroids } = state;
  const { values, d } = points;
  const { sums, counts } = state;
  const by = new Float64Array(k);
  let total = 0;
  let refilled = false;
  const taken = new Set<number>();
  for (let c = 0; c < k; c++) {
    const n = counts[c] as number;
    const far = n === 0 ? farthestPoint(state, taken) : undefined;
    if (far !== undefined) taken.add(far);
    refilled ||= far !== undefined;
    let squares = 0;
    for (let f = c * d; f < c * d + d; f++) {
      const next = far === undefined ? (sums[f] as number) / n : (values[far * d + f - c * d] as number);
      squares += (next - (centroids[f] as number)) ** 2;
      centroids[f] = next;
    }
    by[c] = Math.sqrt(squares);
    total += squares;
  }
  return { by, total, refilled };
}

function addUp({ points: { values, n, d }, k, labels, sums, counts }: State): void {
  const part = new Float64Array(k * d);
  sums.fill(0);
  counts.fill(0);
  for (let from = 0; from < n; from += CHUNK) {
    const to = Math.min(n, from + CHUNK);
    part.fill(0);
    for (let i = from, at = from * d; i < to; i++) {
      const label = labels[i] as number;
      counts[label] = (counts[label] as number) + 1;
      for (let f = label * d, end = f + d; f < end; f++, at++) part[f] = (part[f] as number) + (values[at] as number);
    }
    for (let f = 0; f < part.length; f++) sums[f] = (sums[f] as number) + (part[f] as number);
  }
}

/** By the bounds; the first among equals, not one taken already. */
function farthestPoint({ upper, labels, drift }: State, taken: ReadonlySet<number>): number {
  let far = 0;
  let distance = -1;
  for (let i = 0; i < upper.length; i++) {
    const own = (upper[i] as number) + (drift[labels[i] as number] as number);
    if (own <= distance || taken.has(i)) continue;
    distance = own;
    far = i;
  }
  return far;
}

/** Sum of squared distances to the nearest centroid, chunk by chunk. */
async function inertiaOf(points: Points, centroids: Float64Array, work: Work): Promise<number> {
  let inertia = 0;
  await overChunks(points.n, work, (from, to) => {
    inertia += chunkInertia(points, centroids, from, to);
  });
  return inertia;
}

function chunkInertia(points: Points, centroids: Float64Array, from: number, to: number): number {
  const k = centroids.length / points.d;
  let inertia = 0;
  for (let i = from; i < to; i++) {
    let least = Number.POSITIVE_INFINITY;
    for (let c = 0; c < k; c++) {
      const own = squaredDistance(points, i, centroids, c);
      if (own < least) least = own;
    }
    inertia += least;
  }
  return inertia;
}
