// Pareto/NBD by maximum likelihood (Schmittlein, Morrison & Colombo 1987; Fader & Hardie, A Note on Deriving the Pareto/NBD
// Model, 2005, with the integral over the time of leaving kept as an integral).
import { leavingSums } from '@tierflow/evaluator';
import { fitTimes } from './bgnbd.ts';
import { byValue, type Histories } from './histories.ts';
import type { Climb, Smooth } from './maximize.ts';
import { logRising, logRisingSlope } from './special.ts';

/** The log-likelihood by r, alpha, s, beta, with its slope. */
export function paretoNbdLogLikelihood({ x, tx, T, people, total }: Histories): Smooth {
  const purchases = byValue(x, people);
  return (parameters, slope) => {
    const [r, alpha, s, beta] = parameters as unknown as readonly [number, number, number, number];
    let sum = total * (r * Math.log(alpha) + s * Math.log(beta));
    let [byR, byAlpha, byS, byBeta] = [total * Math.log(alpha), (total * r) / alpha, total * Math.log(beta), (total * s) / beta];
    for (const [n, count] of purchases) {
      sum += count * logRising(r, n);
      byR += count * logRisingSlope(r, n);
    }
    for (let at = 0; at < x.length; at++) {
      const count = people[at] as number;
      const shape = r + (x[at] as number);
      const to = T[at] as number;
      const [atAlpha, atBeta] = [alpha + to, beta + to];
      const [lnAlpha, lnBeta] = [Math.log(atAlpha), Math.log(atBeta)];
      const g = leavingSums({ shape, alpha, s, beta, from: tx[at] as number, to });
      const lnGone = g.whole === 0 ? Number.NEGATIVE_INFINITY : Math.log(s * g.whole) + g.scale;
      const gone = Math.exp(lnGone);
      // ln(1 + gone), and the share of it that is gone: per unit of the integral, for the slopes under it.
      sum += count * ((gone < Number.MAX_VALUE ? Math.log1p(gone) : lnGone) - shape * lnAlpha - s * lnBeta);
      const share = g.whole === 0 ? 0 : (gone < Number.MAX_VALUE ? gone / (1 + gone) : 1) / g.whole;
      byR += count * (share * (g.whole * lnAlpha - g.logAlpha) - lnAlpha);
      byAlpha += count * shape * (share * (g.whole / atAlpha - g.overAlpha) - 1 / atAlpha);
      byS += count * (share * (g.whole / s + g.whole * lnBeta - g.logBeta) - lnBeta);
      byBeta += count * (share * ((g.whole * s) / atBeta - (s + 1) * g.overBeta) - s / atBeta);
    }
    slope.set([byR, byAlpha, byS, byBeta]);
    return sum;
  };
}

/** r, alpha, s, beta within the bounds of `fitTimes`; `value` is the log-likelihood in the unit of the histories. */
export function fitParetoNbd(given: Histories): Climb {
  return fitTimes(given, paretoNbdLogLikelihood, [1, 3]);
}
