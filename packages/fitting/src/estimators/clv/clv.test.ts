import { SweepStopped } from '@tierflow/evaluator';
import { expect, test } from 'vitest';
import type { Estimator } from '../estimator.ts';
import { bgnbdLogLikelihood, fitBgnbd } from './bgnbd.ts';
import { lifetimeEstimators } from './estimators.ts';
import { bgnbdChances, frequencies, paretoNbdChances } from './frequencies.ts';
import { fitGammaGamma, gammaGammaLogLikelihood } from './gamma-gamma.ts';
import { type Histories, historiesOf, tally } from './histories.ts';
import { ended, maximize, type Smooth } from './maximize.ts';
import { fitParetoNbd, paretoNbdLogLikelihood } from './pareto-nbd.ts';
import { digamma, logGamma, logRising, logRisingSlope } from './special.ts';

const column = (values: readonly number[]) => ({ type: 'number' as const, values: Float64Array.from(values) });

/** People with x, t_x and T, in weeks. */
const rows: readonly (readonly [x: number, tx: number, T: number])[] = [
  [0, 0, 38],
  [0, 0, 20],
  [0, 0, 38],
  [1, 4, 38],
  [1, 30, 31],
  [2, 20, 33],
  [3, 8, 38],
  [5, 36, 37],
  [9, 31, 38],
  [14, 38, 38],
  [70, 12, 39],
];
const people = (given: typeof rows): Histories =>
  historiesOf(
    [0, 1, 2].map((at) => column(given.map((row) => row[at] as number))),
    undefined,
  );
const spenders = tally([column([1, 2, 2, 5, 9, 70]), column([10, 22, 22, 5, 80, 31])], undefined, () => true);

const likelihoods: readonly (readonly [name: string, likelihood: Smooth, at: readonly number[]])[] = [
  ['BG/NBD', bgnbdLogLikelihood(people(rows)), [0.24, 4.4, 0.8, 2.4]],
  ['BG/NBD', bgnbdLogLikelihood(people(rows)), [3, 0.2, 40, 0.01]],
  ['Pareto/NBD', paretoNbdLogLikelihood(people(rows)), [0.55, 10.5, 0.6, 11.7]],
  ['Pareto/NBD', paretoNbdLogLikelihood(people(rows)), [2, 3, 0.01, 200]],
  ['Gamma-Gamma', gammaGammaLogLikelihood(spenders), [6.2, 3.7, 15.4]],
];

test.each(likelihoods)('the slope of %s is that of its likelihood', (_, likelihood, at) => {
  const slope = new Float64Array(at.length);
  const value = likelihood(Float64Array.from(at), slope);
  expect(Number.isFinite(value)).toBe(true);
  at.forEach((center, i) => {
    const h = center * 1e-5;
    const beside = (by: number) =>
      likelihood(
        Float64Array.from(at, (each, j) => (i === j ? each + by : each)),
        new Float64Array(at.length),
      );
    expect((beside(h) - beside(-h)) / (2 * h)).toBeCloseTo(slope[i] as number, 4);
  });
});

test('the gamma function and its slope, small, large and between', () => {
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
  expect(logGamma(1)).toBeCloseTo(0, 14);
  expect(logGamma(101)).toBeCloseTo(363.739_375_555_563_5, 10);
  expect(digamma(1)).toBeCloseTo(-0.577_215_664_901_532_9, 13);
  for (const x of [1e-3, 0.3, 7, 14.9, 15, 40]) {
    expect(logGamma(x + 1) - logGamma(x)).toBeCloseTo(Math.log(x), 12);
    expect(digamma(x + 1) - digamma(x)).toBeCloseTo(1 / x, 9);
    for (const n of [0, 1, 64, 65, 300]) {
      expect(logRising(x, n)).toBeCloseTo(logGamma(x + n) - logGamma(x), 9);
      expect(logRisingSlope(x, n) / (digamma(x + n) - digamma(x) || 1)).toBeCloseTo(n === 0 ? 0 : 1, 9);
    }
  }
});

test('the maximum of a curved valley is found; one beyond the box stands on its edge', () => {
  // Rosenbrock's function of logarithms, whose minimum lies at e, e.
  const valley: Smooth = (at, slope) => {
    const [u, v] = Array.from(at, Math.log) as [number, number];
    slope.set([(2 * (1 - u) + 400 * u * (v - u * u)) / (at[0] as number), (-200 * (v - u * u)) / (at[1] as number)]);
    return -((1 - u) ** 2 + 100 * (v - u * u) ** 2);
  };
  const box = { start: [0.3, 3], low: [1e-4, 1e-4], high: [1e4, 1e4] };
  const found = ended(maximize(valley, 1, box));
  expect([found.converged, found.bounded]).toEqual([true, false]);
  expect(found.at[0]).toBeCloseTo(Math.E, 6);
  const edge = ended(maximize(valley, 1, { ...box, high: [2, 1e4] }));
  expect([edge.converged, edge.bounded]).toEqual([true, true]);
  expect(edge.at[0]).toBeCloseTo(2, 9);
});

test('a fit depends neither on the order of people nor on the unit of time', () => {
  for (const climb of [fitBgnbd, fitParetoNbd]) {
    const one = ended(climb(people(rows)));
    expect(ended(climb(people(rows.toReversed()))).at).toEqual(one.at);
    const days = ended(climb(people(rows.map(([x, tx, T]) => [x, 7 * tx, 7 * T] as const))));
    expect((days.at[1] as number) / (one.at[1] as number)).toBeCloseTo(7, 5);
    expect((days.at[0] as number) / (one.at[0] as number)).toBeCloseTo(1, 5);
  }
});

test('where nothing holds the optimum the fit stops at a bound, says so, and never answers NaN', async () => {
  const hard: readonly (readonly [string, readonly (readonly number[])[]])[] = [
    [
      'nobody came back',
      [
        [0, 0, 10],
        [0, 0, 20],
      ],
    ],
    [
      'everybody just bought',
      [
        [3, 10, 10],
        [4, 20, 20],
        [5, 30, 30],
      ],
    ],
    ['one person', [[2, 5, 9]]],
    ['all joined today', [[0, 0, 0]]],
    [
      'very many purchases',
      [
        [4000, 100, 100.5],
        [1, 1, 300],
        [0, 0, 2],
      ],
    ],
  ];
  for (const [name, data] of hard) {
    const columns = [0, 1, 2].map((at) => column(data.map((row) => row[at] as number)));
    for (const estimator of ['bgnbd', 'paretoNbd'] as const) {
      const run = lifetimeEstimators[estimator] as Estimator;
      const { value, warnings } = await run(columns, undefined, {}, { keyOrder: () => undefined });
      const numbers = Array.isArray(value) ? value.map(Number) : [];
      expect(
        numbers.every((each) => Number.isFinite(each) && each > 0),
        `${name} ${estimator} ${numbers}`,
      ).toBe(true);
      if (name !== 'very many purchases') expect(warnings.length, `${name} ${estimator}`).toBeGreaterThan(0);
    }
  }
  const equal = ended(fitGammaGamma(tally([column([1, 2, 3]), column([5, 5, 5])], undefined, () => true)));
  expect([equal.bounded, equal.at.every((each) => each > 0 && Number.isFinite(each))]).toEqual([true, true]);
});

test('rows that are no history are left out, equal ones are counted', () => {
  const columns = [column([0, 0, Number.NaN, 1, 2, -1]), column([0, 0, 1, 9, 3, 0]), column([5, 5, 5, 4, 8, 5])];
  const { x, people: counts, total } = historiesOf(columns, undefined);
  expect([[...x], [...counts], total]).toEqual([[0, 2], [2, 1], 3]);
  expect(historiesOf(columns, Uint8Array.from([1, 0, 1, 1, 0, 1])).total).toBe(1);
});

test('expected numbers of purchases sum to the people and are those of a simulation in the mean', () => {
  const chances = (t: number) => bgnbdChances([0.243, 4.414, 0.793, 2.426], t, 200);
  const mean = chances(52).reduce((sum, chance, n) => sum + n * chance, 0);
  expect(mean).toBeCloseTo(1.446, 2);
  const pareto = (t: number) => paretoNbdChances([0.553277, 10.577684, 0.60624, 11.668738], t, 200);
  expect(pareto(52).reduce((sum, chance, n) => sum + n * chance, 0)).toBeCloseTo(1.4734, 3);
  const { actual, expected } = frequencies(people(rows), (t) => chances(t).slice(0, 7), 7);
  expect(actual).toEqual([3, 2, 1, 1, 0, 1, 0, 3]);
  expect(expected.reduce((sum, n) => sum + n, 0)).toBeCloseTo(rows.length, 9);
});

test('many different histories come to the same top by way of some of them', () => {
  const many = Array.from({ length: 12_000 }, (_, at): readonly [number, number, number] => {
    const T = 10 + (at % 331) / 10;
    const x = Math.floor(-2 * Math.log(1 - ((at * 0.618_034) % 1)) * ((at * 0.732_051) % 1) ** 2);
    return [x, x === 0 ? 0 : T * ((at * 0.414_214) % 1) ** 0.5, T + at / 1e6];
  });
  const histories = people(many);
  expect(histories.x.length).toBeGreaterThan(10_000);
  const unit = histories.T.reduce((sum, T) => sum + T, 0) / histories.total;
  const box = { start: [1, 1, 1, 1], low: [1e-4, 1e-4 * unit, 1e-4, 1e-4], high: [1e3, 1e4 * unit, 1e3, 1e3] };
  const straight = ended(maximize(bgnbdLogLikelihood(histories), histories.total, box));
  const found = ended(fitBgnbd(histories));
  expect([found.converged, found.bounded]).toEqual([straight.converged, straight.bounded]);
  expect(found.value).toBeCloseTo(straight.value, 4);
});

test('a fit stops where it is told to', async () => {
  const columns = [0, 1, 2].map((at) => column(rows.map((row) => row[at] as number)));
  const run = lifetimeEstimators['bgnbd'] as Estimator;
  await expect(run(columns, undefined, {}, { keyOrder: () => undefined, pause: async () => false })).rejects.toThrow(SweepStopped);
});
