// The purchase models as estimators: columns in, the list of parameters out. An empty list where nobody can be fitted on.
import { SweepStopped } from '@tierflow/evaluator';
import type { Around, Estimate, Estimator } from '../estimator.ts';
import { bgnbdLogLikelihood, fitBgnbd } from './bgnbd.ts';
import { bgnbdChances, type Chances, frequencies, paretoNbdChances } from './frequencies.ts';
import { fitGammaGamma } from './gamma-gamma.ts';
import { type Histories, historiesOf, type Tallied, tally } from './histories.ts';
import type { Climb, Maximum, Smooth } from './maximize.ts';
import { fitParetoNbd, paretoNbdLogLikelihood } from './pareto-nbd.ts';

function answer({ at, converged, bounded }: Maximum, more: readonly string[] = []): Estimate {
  const own = bounded ? ['fit.at-bound'] : converged ? [] : ['fit.not-converged'];
  return { value: [...at], warnings: [...own, ...more] };
}

/** The end of a search that gives others their turn between its steps. */
async function atLeisure(climb: Climb, { pause }: Around): Promise<Maximum> {
  for (;;) {
    const { done, value } = climb.next();
    if (done === true) return value;
    if (pause !== undefined && !(await pause())) throw new SweepStopped();
  }
}

/** Of x, t_x and T. */
function ofHistories(fit: (histories: Histories) => Climb): Estimator {
  return async (columns, rows, _, around) => {
    const histories = historiesOf(columns, rows);
    if (histories.total === 0) return { value: [], warnings: ['fit.no-data'] };
    return answer(await atLeisure(fit(histories), around), histories.x.some((n) => n > 0) ? [] : ['fit.nobody-returned']);
  };
}

/** Beyond this correlation of purchases and amounts, their independence is hard to believe. */
const CORRELATED = 0.3;

/** Of x and m: those with a repeat purchase and a positive mean. */
const gammaGamma: Estimator = async (columns, rows, _, around) => {
  const given = tally(columns, rows, ([x = 0, m = 0]) => Number.isInteger(x) && x > 0 && m > 0);
  if (given.total === 0) return { value: [], warnings: ['fit.no-data'] };
  return answer(await atLeisure(fitGammaGamma(given), around), Math.abs(correlation(given)) > CORRELATED ? ['fit.amounts-correlated'] : []);
};

/** Pearson's correlation of the two columns; 0 where one of them does not vary. */
function correlation({ columns, people, total }: Tallied): number {
  const [x = people, m = people] = columns;
  const weighted = (value: (at: number) => number): number => people.reduce((sum, n, at) => sum + n * value(at), 0) / total;
  const [meanX, meanM] = [weighted((at) => x[at] as number), weighted((at) => m[at] as number)];
  const product = (a: Float64Array, meanA: number, b: Float64Array, meanB: number): number =>
    weighted((at) => ((a[at] as number) - meanA) * ((b[at] as number) - meanB));
  const spread = Math.sqrt(product(x, meanX, x, meanX) * product(m, meanM, m, meanM));
  return spread > 0 ? product(x, meanX, m, meanM) / spread : 0;
}

/** Repeat purchases up to which the check counts people apart. */
const COUNTED = 7;

/** Of x, t_x and T: how far a model, the parameter named by the option `model`, is from what happened. */
function checkOf(likelihood: (histories: Histories) => Smooth, chances: Chances): Estimator {
  return (columns, rows, { model }, { parameter }) => {
    const histories = historiesOf(columns, rows);
    const value = parameter?.(String(model));
    if (histories.total === 0 || !Array.isArray(value) || value.length === 0) return { value: {}, warnings: [] };
    const parameters = Float64Array.from(value, Number);
    const logLikelihood = likelihood(histories)(parameters, new Float64Array(parameters.length));
    const { actual, expected } = frequencies(histories, (t) => chances(parameters, t, COUNTED), COUNTED);
    return { value: { people: histories.total, logLikelihood, actual, expected }, warnings: [] };
  };
}

export const lifetimeEstimators: { readonly [name: string]: Estimator } = {
  bgnbd: ofHistories(fitBgnbd),
  paretoNbd: ofHistories(fitParetoNbd),
  gammaGamma,
  bgnbdCheck: checkOf(bgnbdLogLikelihood, bgnbdChances),
  paretoNbdCheck: checkOf(paretoNbdLogLikelihood, paretoNbdChances),
};
