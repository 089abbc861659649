// Gamma-Gamma by maximum likelihood (Fader & Hardie 2013, The Gamma-Gamma Model of Monetary Value, equation 1a) over the
// mean amount of the repeat purchases of everybody who made some.
import type { Tallied } from './histories.ts';
import { byValue } from './histories.ts';
import { type Climb, maximize, type Smooth } from './maximize.ts';
import { digamma, logGamma } from './special.ts';

/** The log-likelihood by p, q, gamma, with its slope, over the columns x (at least 1) and m (above 0). */
export function gammaGammaLogLikelihood({ columns, people }: Tallied): Smooth {
  const [x = people, m = people] = columns;
  const purchases = byValue(x, people);
  return (parameters, slope) => {
    const [p, q, gamma] = parameters as unknown as readonly [number, number, number];
    const lnGamma = Math.log(gamma);
    let sum = 0;
    let [byP, byQ, byGamma] = [0, 0, 0];
    for (const [n, count] of purchases) {
      const [one, both] = [p * n, p * n + q];
      const psi = digamma(both);
      sum += count * (logGamma(both) - logGamma(one) - logGamma(q) + q * lnGamma + one * Math.log(n));
      byP += count * n * (psi - digamma(one) + Math.log(n));
      byQ += count * (psi - digamma(q) + lnGamma);
      byGamma += (count * q) / gamma;
    }
    for (let at = 0; at < x.length; at++) {
      const n = x[at] as number;
      const count = people[at] as number;
      const mean = m[at] as number;
      const spent = gamma + mean * n;
      const [lnMean, lnSpent] = [Math.log(mean), Math.log(spent)];
      sum += count * ((p * n - 1) * lnMean - (p * n + q) * lnSpent);
      byP += count * n * (lnMean - lnSpent);
      byQ -= count * lnSpent;
      byGamma -= (count * (p * n + q)) / spent;
    }
    slope.set([byP, byQ, byGamma]);
    return sum;
  };
}

/**
 * p, q, gamma; `value` is the log-likelihood. Bounds: 0.0001 to 1,000 for p, 1.01 to 1,000 for q (at 1 the mean of all would be
 * infinite), and for gamma 0.0001 to 10,000 times the mean amount.
 */
export function* fitGammaGamma(given: Tallied): Climb {
  const { people, columns, total } = given;
  const [x = people, m = people] = columns;
  const unit = m.reduce((sum, mean, at) => sum + mean * (people[at] as number), 0) / total;
  const inUnits: Tallied = { ...given, columns: [x, m.map((mean) => mean / unit)] };
  const bounds = { start: [1, 2, 1], low: [1e-4, 1.01, 1e-4], high: [1e3, 1e3, 1e4] };
  const found = yield* maximize(gammaGammaLogLikelihood(inUnits), total, bounds);
  const at = found.at.map((value, i) => (i === 2 ? value * unit : value));
  return { ...found, at, value: gammaGammaLogLikelihood(given)(at, new Float64Array(3)) };
}
