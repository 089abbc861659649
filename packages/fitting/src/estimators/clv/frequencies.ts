// How many purchases a model expects of people who have been watched for some time: the check of a fit against what happened.
import { byValue, type Histories } from './histories.ts';

/** Chances of 0, 1, … `upTo` − 1 repeat purchases within a time. */
export type Chances = (parameters: ArrayLike<number>, t: number, upTo: number) => readonly number[];

/** Negative binomial chances of 0, 1, … purchases of somebody who does not leave (Ehrenberg 1959). */
function purchasesOfStayers(r: number, alpha: number, t: number, upTo: number): readonly number[] {
  const z = t / (alpha + t);
  const chances: number[] = [Math.exp(-r * Math.log1p(t / alpha))];
  for (let n = 1; n < upTo; n++) chances.push(((chances[n - 1] as number) * z * (r + n - 1)) / n);
  return chances.slice(0, upTo);
}

/** Equation 8 of Fader, Hardie & Lee 2005: alive with so many purchases, or gone after the last of them. */
export const bgnbdChances: Chances = (parameters, t, upTo) => {
  const [r, alpha, a, b] = parameters as unknown as readonly [number, number, number, number];
  let stays = 1;
  let leaves = 0;
  let fewer = 0;
  return purchasesOfStayers(r, alpha, t, upTo).map((chance, n) => {
    const made = stays * chance + leaves * (1 - fewer);
    leaves = (stays * a) / (a + b + n);
    stays *= (b + n) / (a + b + n);
    fewer += chance;
    return made;
  });
};

/** Panels of the integral over the time of leaving; each is Simpson's rule. */
const PANELS = 200;

/** Chances of Pareto/NBD: those of stayers who are still there, and over every time of leaving those of stayers until then. */
export const paretoNbdChances: Chances = (parameters, t, upTo) => {
  const [r, alpha, s, beta] = parameters as unknown as readonly [number, number, number, number];
  const stays = Math.exp(-s * Math.log1p(t / beta));
  const sums = purchasesOfStayers(r, alpha, t, upTo).map((chance) => stays * chance);
  const end = Math.log1p(t / beta);
  const width = end / (2 * PANELS);
  for (let point = 0; point <= 2 * PANELS && end > 0; point++) {
    const v = point * width;
    const weight = (width / 3) * (point === 0 || point === 2 * PANELS ? 1 : point % 2 === 1 ? 4 : 2);
    const density = weight * s * Math.exp(-s * v);
    purchasesOfStayers(r, alpha, beta * Math.expm1(v), upTo).forEach((chance, n) => {
      sums[n] = (sums[n] as number) + density * chance;
    });
  }
  return sums;
};

/** People by number of repeat purchases, the last number standing for it and more. */
export interface Frequencies {
  readonly actual: readonly number[];
  readonly expected: readonly number[];
}

/** What happened and what a model expects of the same people, for 0, 1, … `most` and more repeat purchases. */
export function frequencies({ x, T, people, total }: Histories, chances: (t: number) => readonly number[], most: number): Frequencies {
  const actual = Array.from({ length: most + 1 }, () => 0);
  x.forEach((n, at) => {
    const bin = Math.min(n, most);
    actual[bin] = (actual[bin] as number) + (people[at] as number);
  });
  const expected = Array.from({ length: most }, () => 0);
  for (const [t, n] of sortedTimes(T, people)) {
    chances(t).forEach((chance, at) => {
      expected[at] = (expected[at] as number) + n * chance;
    });
  }
  return { actual, expected: [...expected, Math.max(0, total - expected.reduce((sum, n) => sum + n, 0))] };
}

function sortedTimes(T: Float64Array, people: Float64Array): readonly (readonly [time: number, people: number])[] {
  const order = Uint32Array.from(T, (_, at) => at).sort((a, b) => (T[a] as number) - (T[b] as number) || a - b);
  return byValue(
    Float64Array.from(order, (at) => T[at] as number),
    Float64Array.from(order, (at) => people[at] as number),
  );
}
