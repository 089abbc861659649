// Purchase models against published results on CDNOW. Reads the folder named by TIERFLOW_REAL_DATA; without it the tests are skipped, and say so.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Definition, type Expr, type functionTable, parseDay } from '@tierflow/definition';
import { decider } from '@tierflow/evaluator';
import { describe, expect, it } from 'vitest';
import { fitBgnbd } from '../src/estimators/clv/bgnbd.ts';
import { bgnbdChances, frequencies } from '../src/estimators/clv/frequencies.ts';
import { fitGammaGamma } from '../src/estimators/clv/gamma-gamma.ts';
import { historiesOf, tally } from '../src/estimators/clv/histories.ts';
import { ended, type Maximum } from '../src/estimators/clv/maximize.ts';
import { fitParetoNbd } from '../src/estimators/clv/pareto-nbd.ts';

const folder = process.env['TIERFLOW_REAL_DATA'] ?? '';
const there = folder !== '' && existsSync(join(folder, 'oracles', 'cdnow_clv.json'));
const why = there ? '' : ' (skipped: TIERFLOW_REAL_DATA names no folder with data and oracles)';

interface Published {
  readonly own_fit: { readonly [name: string]: number };
  readonly tolerance: { readonly [name: string]: number };
}

interface Oracle {
  readonly bgnbd: Published & {
    readonly E_Xt_at_published_params: { readonly [t: string]: number };
    readonly E_Xt_tolerance: number;
    readonly expected_transactions_new_customer: { readonly 't=52': number };
    readonly conditional: readonly {
      readonly x: number;
      tx: number;
      T: number;
      t: number;
      expected: number;
      p_alive?: number;
      tol: number;
    }[];
    readonly rank_next_week_top5: readonly (readonly [id: number, expected: number])[];
    readonly rank_rel_tol: number;
    readonly increasing_frequency_paradox: { readonly tx: number; T: number; t: number; values: { readonly [x: string]: number } };
    readonly pmf_at_published_params: {
      readonly P_X2_eq_10: number;
      P_X39_eq_0: number;
      P_X30_eq_11_to_20: readonly number[];
      abs_tol: number;
    };
    readonly holdout_by_calibration_frequency: { readonly customers: readonly number[]; expected: readonly number[]; rel_tol: number };
    readonly holdout_total: { readonly expected: number; readonly tol: number };
  };
  readonly pareto_nbd: Published & {
    readonly expected_t52: number;
    readonly conditional: { readonly t: number; expected: number; p_alive: number; tol: number };
    readonly paradox: { readonly [x: string]: number };
    readonly holdout_expected: readonly number[];
  };
  readonly gamma_gamma: Published & {
    readonly n: number;
    readonly expected_mean: number;
    readonly conditional_first10: readonly number[];
    readonly abs_tol: number;
    readonly mean_conditional_all: number;
  };
  readonly clv: {
    readonly own_reproduction: { readonly first10: readonly number[]; readonly total: number };
    readonly correct_weekly_12_months: { readonly first10: readonly number[]; readonly total: number };
    readonly rel_tol: number;
  };
}

/** Histories in weeks of the customers in order of their number, until 1997-09-30. */
function cdnow() {
  const day = (text: string): number => parseDay(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`) ?? Number.NaN;
  const until = day('19970930');
  const spent = new Map<number, Map<number, number>>();
  for (const line of readFileSync(join(folder, 'data', 'cdnow', 'CDNOW_sample.txt'), 'utf8')
    .trim()
    .split('\n')) {
    const [, id = '', date = '', , dollars = ''] = line.trim().split(/\s+/);
    const own = spent.get(Number(id)) ?? new Map<number, number>();
    spent.set(Number(id), own);
    if (day(date) <= until) own.set(day(date), (own.get(day(date)) ?? 0) + Number(dollars));
  }
  return [...spent]
    .sort(([a], [b]) => a - b)
    .map(([id, days]) => {
      const [first = 0, ...later] = [...days.keys()].sort((a, b) => a - b);
      const amounts = later.map((at) => days.get(at) ?? 0);
      const m = amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length;
      return { id, x: later.length, tx: ((later.at(-1) ?? first) - first) / 7, T: (until - first) / 7, m: later.length === 0 ? 0 : m };
    });
}

type Person = ReturnType<typeof cdnow>[number];

/** What a function of the table answers for each person. */
function answers(fn: keyof typeof functionTable, model: ArrayLike<number>, more: readonly number[], people: readonly Omit<Person, 'id'>[]) {
  const field = (name: string): Expr => ({ op: 'field', name });
  const history = fn === 'gammaGammaMean' ? [field('x'), field('m')] : [field('x'), field('tx'), field('T')];
  const list: Expr = { op: 'list', values: [...Array.from(model)] };
  const expr: Expr = { op: 'call', fn, args: [list, ...history, ...more.map((value): Expr => ({ op: 'literal', value }))] };
  const names = ['x', 'tx', 'T', 'm'];
  const definition: Definition = {
    format: 'tierflow/definition@1',
    name: 'answers',
    title: { en: 'Answers' },
    version: 0,
    revision: 0,
    timeZone: 'UTC',
    requires: [fn],
    input: {
      key: 'id',
      fields: [{ name: 'id', type: 'string' }, ...names.map((name) => ({ name, type: 'number' as const }))],
      collections: [],
    },
    fittedOn: null,
    parameters: [],
    columns: [{ id: 'answer', node: 'n', type: 'number', expr }],
    nodes: [],
    outputs: { tiers: [], scores: [{ name: 'answer', column: 'answer' }], labels: [], segments: [], playbooks: [] },
    vectors: [],
  };
  const { decide } = decider(definition);
  return people.map((person) => decide({ ...person, id: '1' }, { asOf: '1997-09-30' }).scores['answer'] ?? Number.NaN);
}

function expectFit({ at, value, converged, bounded }: Maximum, names: readonly string[], { own_fit: want, tolerance }: Published): void {
  expect([converged, bounded]).toEqual([true, false]);
  names.forEach((name, i) => {
    expect(Math.abs((at[i] ?? 0) - (want[name] ?? 0)), name).toBeLessThanOrEqual(tolerance[name] ?? 0);
  });
  expect(Math.abs(value - (want['LL'] ?? 0))).toBeLessThanOrEqual(tolerance['LL'] ?? 0);
}

const closeTo = (found: number, want: number, share: number, what?: string): void =>
  expect(Math.abs(found / want - 1), `${what ?? ''} ${found} for ${want}`).toBeLessThanOrEqual(share);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const column = (values: readonly number[]) => ({ type: 'number' as const, values: Float64Array.from(values) });
const bins = (x: number): number => Math.min(x, 7);

describe.skipIf(!there)(`CDNOW, as published${why}`, () => {
  const oracle: Oracle = there ? JSON.parse(readFileSync(join(folder, 'oracles', 'cdnow_clv.json'), 'utf8')) : {};
  const people = there ? cdnow() : [];
  const histories = historiesOf([people.map(({ x }) => x), people.map(({ tx }) => tx), people.map(({ T }) => T)].map(column), undefined);
  const spenders = tally([column(people.map(({ x }) => x)), column(people.map(({ m }) => m))], undefined, ([x = 0]) => x > 0);
  const who = (id: number): Person => people.find((person) => person.id === id) as Person;
  const meanByFrequency = (expected: readonly number[]): readonly number[] =>
    oracle.bgnbd.holdout_by_calibration_frequency.customers.map(
      (n, bin) => sum(expected.filter((_, at) => bins((people[at] as Person).x) === bin)) / n,
    );

  it('BG/NBD: parameters and log-likelihood', () => {
    expectFit(ended(fitBgnbd(histories)), ['r', 'alpha', 'a', 'b'], oracle.bgnbd);
  });

  it('BG/NBD: what is expected of new, of known and of all customers', () => {
    const want = oracle.bgnbd;
    const { at } = ended(fitBgnbd(histories));
    const nobody = { x: 0, tx: 0, T: 0, m: 0 };
    const published = [0.243, 4.414, 0.793, 2.426];
    for (const [t, expected] of Object.entries(want.E_Xt_at_published_params))
      expect(Math.abs((answers('bgnbdPurchases', published, [Number(t)], [nobody])[0] ?? 0) - expected)).toBeLessThanOrEqual(
        want.E_Xt_tolerance,
      );
    closeTo(answers('bgnbdPurchases', at, [52], [nobody])[0] ?? 0, want.expected_transactions_new_customer['t=52'], 1e-4);
    for (const { x, tx, T, t, expected, p_alive, tol } of want.conditional) {
      const person = { x, tx, T, m: 0 };
      expect(Math.abs((answers('bgnbdPurchases', at, [t], [person])[0] ?? 0) - expected)).toBeLessThanOrEqual(tol);
      if (p_alive !== undefined) closeTo(answers('bgnbdAlive', at, [], [person])[0] ?? 0, p_alive, 1e-5);
    }
    const { tx, T, t, values } = want.increasing_frequency_paradox;
    for (const [x, expected] of Object.entries(values))
      closeTo(answers('bgnbdPurchases', at, [t], [{ x: Number(x), tx, T, m: 0 }])[0] ?? 0, expected, 0.002);
    const next = answers('bgnbdPurchases', at, [1], people)
      .map((expected, i) => ({ id: (people[i] as Person).id, expected }))
      .sort((a, b) => b.expected - a.expected);
    want.rank_next_week_top5.forEach(([id, expected], rank) => {
      expect(next[rank]?.id).toBe(id);
      closeTo(next[rank]?.expected ?? 0, expected, want.rank_rel_tol);
    });
    const holdout = answers('bgnbdPurchases', at, [39], people);
    const byFrequency = meanByFrequency(holdout);
    want.holdout_by_calibration_frequency.expected.forEach((expected, bin) => {
      closeTo(byFrequency[bin] ?? 0, expected, want.holdout_by_calibration_frequency.rel_tol, `${bin} purchases`);
    });
    expect(Math.abs(sum(holdout) - want.holdout_total.expected)).toBeLessThanOrEqual(want.holdout_total.tol);
    expect(answers('bgnbdAlive', at, [], people).every((chance, i) => (people[i]?.x === 0 ? chance === 1 : chance > 0 && chance < 1))).toBe(
      true,
    );
  });

  it('BG/NBD: chances of numbers of purchases, and how many people had them', () => {
    const want = oracle.bgnbd.pmf_at_published_params;
    const published = [0.243, 4.414, 0.793, 2.426];
    const near = (found: number | undefined, expected: number) =>
      expect(Math.abs((found ?? 0) - expected)).toBeLessThanOrEqual(want.abs_tol);
    near(bgnbdChances(published, 2, 11)[10], want.P_X2_eq_10);
    expect(bgnbdChances(published, 39, 1)[0]).toBeCloseTo(want.P_X39_eq_0, 6);
    want.P_X30_eq_11_to_20.forEach((expected, at) => {
      near(bgnbdChances(published, 30, 21)[11 + at], expected);
    });
    const { actual, expected } = frequencies(histories, (t) => bgnbdChances(published, t, 7), 7);
    expect(actual).toEqual(oracle.bgnbd.holdout_by_calibration_frequency.customers);
    closeTo(expected[0] ?? 0, actual[0] ?? 0, 0.02);
  });

  it('Pareto/NBD: parameters, log-likelihood and expectations', () => {
    const want = oracle.pareto_nbd;
    const found = ended(fitParetoNbd(histories));
    expectFit(found, ['r', 'alpha', 's', 'beta'], want);
    closeTo(answers('paretoNbdPurchases', found.at, [52], [{ x: 0, tx: 0, T: 0, m: 0 }])[0] ?? 0, want.expected_t52, 1e-4);
    const { t, expected, p_alive, tol } = want.conditional;
    expect(Math.abs((answers('paretoNbdPurchases', found.at, [t], [who(1516)])[0] ?? 0) - expected)).toBeLessThanOrEqual(tol);
    expect(Math.abs((answers('paretoNbdAlive', found.at, [], [who(1516)])[0] ?? 0) - p_alive)).toBeLessThanOrEqual(tol);
    for (const [x, made] of Object.entries(want.paradox))
      closeTo(answers('paretoNbdPurchases', found.at, [52], [{ x: Number(x), tx: 20, T: 39, m: 0 }])[0] ?? 0, made, 0.002);
    const byFrequency = meanByFrequency(answers('paretoNbdPurchases', found.at, [39], people));
    want.holdout_expected.forEach((made, bin) => {
      expect(Math.abs((byFrequency[bin] ?? 0) - made), `${bin} purchases`).toBeLessThanOrEqual(0.001);
    });
  });

  it('Gamma-Gamma: parameters, log-likelihood and amounts', () => {
    const want = oracle.gamma_gamma;
    expect(spenders.total).toBe(want.n);
    const found = ended(fitGammaGamma(spenders));
    expectFit(found, ['p', 'q', 'gamma'], want);
    const amounts = answers('gammaGammaMean', found.at, [], people);
    want.conditional_first10.forEach((amount, i) => {
      expect(Math.abs((amounts[i] ?? 0) - amount)).toBeLessThanOrEqual(want.abs_tol);
    });
    closeTo(amounts[people.findIndex(({ x }) => x === 0)] ?? 0, want.expected_mean, 1e-4);
    closeTo(sum(amounts) / amounts.length, want.mean_conditional_all, 1e-3);
  });

  it('lifetime value: twelve steps at one per cent, each a month of 4.345 weeks, or 30 weeks as in the table published with that slip', () => {
    const { own_reproduction: slip, correct_weekly_12_months: right, rel_tol } = oracle.clv;
    const amounts = answers('gammaGammaMean', ended(fitGammaGamma(spenders)).at, [], people);
    const { at } = ended(fitBgnbd(histories));
    for (const [step, want] of [
      [4.345, right],
      [30, slip],
    ] as const) {
      const values = answers('bgnbdPurchases', at, [12 * step, step, 0.01], people).map((made, i) => made * (amounts[i] ?? 0));
      want.first10.forEach((value, i) => {
        closeTo(values[i] ?? 0, value, rel_tol, `customer ${i + 1}`);
      });
      closeTo(sum(values), want.total, rel_tol);
    }
  });
});
