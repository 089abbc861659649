// BG/NBD by maximum likelihood (Fader, Hardie & Lee 2005, Marketing Science 24(2), equation 6, in the form of their note on
// implementing the model in Excel, which does not overflow).
import { byValue, type Histories, scaled, thinned } from './histories.ts';
import { type Climb, maximize, type Search, type Smooth } from './maximize.ts';
import { logRising, logRisingSlope } from './special.ts';

/** The log-likelihood by r, alpha, a, b, with its slope. */
export function bgnbdLogLikelihood({ x, tx, T, people, total }: Histories): Smooth {
  const purchases = byValue(x, people);
  return (parameters, slope) => {
    const [r, alpha, a, b] = parameters as unknown as readonly [number, number, number, number];
    let sum = total * r * Math.log(alpha);
    let [byR, byAlpha, byA, byB] = [total * Math.log(alpha), (total * r) / alpha, 0, 0];
    for (const [n, count] of purchases) {
      sum += count * (logRising(r, n) + logRising(b, n) - logRising(a + b, n));
      byR += count * logRisingSlope(r, n);
      const both = count * logRisingSlope(a + b, n);
      byA -= both;
      byB += count * logRisingSlope(b, n) - both;
    }
    for (let at = 0; at < x.length; at++) {
      const n = x[at] as number;
      const count = people[at] as number;
      const watched = alpha + (T[at] as number);
      const lnWatched = Math.log(watched);
      if (n === 0) {
        sum -= count * r * lnWatched;
        byR -= count * lnWatched;
        byAlpha -= (count * r) / watched;
        continue;
      }
      const last = alpha + (tx[at] as number);
      const lnLast = Math.log(last);
      const power = r + n;
      // How much likelier than being alive it is to have left after the last purchase.
      const gone = (a / (b + n - 1)) * Math.exp(power * (lnWatched - lnLast));
      const left = gone < Number.MAX_VALUE ? gone / (1 + gone) : 1;
      sum += count * (gone < Number.MAX_VALUE ? Math.log1p(gone) - power * lnWatched : Math.log(a / (b + n - 1)) - power * lnLast);
      byR -= count * ((1 - left) * lnWatched + left * lnLast);
      byAlpha -= count * power * ((1 - left) / watched + left / last);
      byA += (count * left) / a;
      byB -= (count * left) / (b + n - 1);
    }
    slope.set([byR, byAlpha, byA, byB]);
    return sum;
  };
}

/** r, alpha, a, b within the bounds of `fitTimes`; `value` is the log-likelihood in the unit of the histories. */
export function fitBgnbd(given: Histories): Climb {
  return fitTimes(given, bgnbdLogLikelihood, [1]);
}

/** Shapes from here on differ in no digit that matters: all people are alike. */
const HIGH = 1e3;
const LOW = 1e-4;

/**
 * Fits four parameters in a unit of the data's size; those at the positions `times` are times. Bounds: 0.0001 to 1,000 for
 * shapes, 0.0001 to 10,000 mean times watched for times.
 */
export function* fitTimes(given: Histories, likelihood: (histories: Histories) => Smooth, times: readonly number[]): Climb {
  const { histories, unit } = scaled(given);
  const high = [0, 1, 2, 3].map((i) => (times.includes(i) ? 10 * HIGH : HIGH));
  const box = { low: [LOW, LOW, LOW, LOW], high };
  let from: Pick<Search, 'start' | 'inverse'> = { start: [1, 1, 1, 1] };
  if (histories.x.length > 2 * ENOUGH) {
    // Some of the histories tell where the top is; the way there over all of them is short then.
    const few = thinned(histories, Math.floor(histories.x.length / ENOUGH));
    const { at, inverse } = yield* maximize(likelihood(few), few.total, { ...box, ...from });
    from = { start: [...at], inverse };
  }
  const found = yield* maximize(likelihood(histories), given.total, { ...box, ...from });
  const at = found.at.map((value, i) => (times.includes(i) ? value * unit : value));
  return { ...found, at, value: likelihood(given)(at, new Float64Array(at.length)) };
}

/** So many different histories are enough to come close to the top. */
const ENOUGH = 5000;
