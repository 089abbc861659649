// Seeded random numbers: sfc32 streams and the distributions that the generators draw from.
// The same seed and stream give the same numbers on every machine.
import { ln, power } from './elementary.ts';

const WARM_UP = 12;
const TWO_32 = 4_294_967_296;

/** One stream of random numbers; every draw moves it on. */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  /** Streams of one seed are independent of each other: one per customer keeps a customer the same in files of any size. */
  constructor(seed: number, stream: number, purpose = 0) {
    this.#a = seed | 0;
    this.#b = stream | 0;
    this.#c = (purpose * 0x9e37_79b1) | 0;
    for (let i = 0; i < WARM_UP; i += 1) this.next();
  }

  /** Uniform in [0, 1). */
  next(): number {
    const t = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + t) | 0;
    return (t >>> 0) / TWO_32;
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** Whole number in [from, to]. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  /** One of the values, all equally likely. */
  oneOf<T>(values: readonly T[]): T {
    return values[Math.floor(this.next() * values.length)] as T;
  }

  /** Exponential with mean 1. */
  exponential(): number {
    return -ln(1 - this.next());
  }

  /** Standard normal (polar method). */
  normal(): number {
    for (;;) {
      const u = 2 * this.next() - 1;
      const v = 2 * this.next() - 1;
      const s = u * u + v * v;
      if (s > 0 && s < 1) return u * Math.sqrt((-2 * ln(s)) / s);
    }
  }

  /** Gamma with scale 1 (Marsaglia and Tsang 2000). */
  gamma(shape: number): number {
    if (shape < 1) return this.gamma(shape + 1) * power(1 - this.next(), 1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && ln(1 - this.next()) < 0.5 * x * x + d - d * v + d * ln(v)) return d * v;
    }
  }

  /** Beta in (0, 1). */
  beta(a: number, b: number): number {
    const x = this.gamma(a);
    return x / (x + this.gamma(b));
  }

  /** Poisson, for small means. */
  poisson(mean: number): number {
    let count = 0;
    let left = mean - this.exponential();
    while (left > 0) {
      count += 1;
      left -= this.exponential();
    }
    return count;
  }
}

/** Draws from weighted values: the share of a value is its weight over the sum. */
export class Weighted<T> {
  readonly #values: readonly T[];
  readonly #cumulated: Float64Array;

  constructor(entries: readonly (readonly [T, number])[]) {
    this.#values = entries.map(([value]) => value);
    this.#cumulated = new Float64Array(entries.length);
    let sum = 0;
    for (const [i, [, weight]] of entries.entries()) {
      sum += weight;
      this.#cumulated[i] = sum;
    }
  }

  /** One value. */
  draw(random: Random): T {
    const total = this.#cumulated[this.#cumulated.length - 1] ?? 0;
    return this.#values[firstAbove(this.#cumulated, random.next() * total)] as T;
  }
}

/** Index of the first entry of a rising list that is above x; the last index if none is. */
export function firstAbove(rising: Float64Array, x: number): number {
  let low = 0;
  let high = rising.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] as number) > x) high = middle;
    else low = middle + 1;
  }
  return low;
}
