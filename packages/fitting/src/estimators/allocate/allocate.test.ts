// Allocation: the greedy order said in words, its lines applied to everybody, and the bound against an exact linear program and all
// allocations there are.
import type { ColumnData } from '@tierflow/evaluator';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { leastBound } from './bound.ts';
import { allocationLines, allocationReport } from './estimate.ts';
import { allowed, type Limits } from './offers.ts';
import { sortRising } from './sort-rising.ts';

const around = { keyOrder: () => undefined };
const work = { rows: () => Promise.resolve(), progress: () => undefined };
const column = (values: readonly number[]): ColumnData => ({ type: 'number', values: Float64Array.from(values) });

interface Pair {
  readonly value: number;
  readonly cost: number;
}

interface Case {
  readonly draws: readonly number[];
  /** Per person and offer; null where not eligible. */
  readonly pairs: readonly (readonly (Pair | null)[])[];
  readonly limits: Limits;
}

const scoreOf = ({ value, cost }: Pair): number => (cost > 0 ? -(cost / value) : value);

/** Few values, so that ratios and draws are often equal. */
const someCase = (people: number): fc.Arbitrary<Case> =>
  fc.integer({ min: 1, max: 3 }).chain((offers) =>
    fc.record({
      draws: fc.array(fc.constantFrom(0, 0.25, 0.5, 0.75), { minLength: people, maxLength: people }),
      pairs: fc.array(
        fc.array(fc.option(fc.record({ value: fc.integer({ min: 1, max: 9 }), cost: fc.integer({ min: 0, max: 4 }) }), { freq: 4 }), {
          minLength: offers,
          maxLength: offers,
        }),
        { maxLength: people },
      ),
      limits: fc.record(
        {
          offers: fc.array(
            fc.record({ capacity: fc.integer({ min: 0, max: 4 }), budget: fc.integer({ min: 0, max: 9 }) }, { requiredKeys: [] }),
            { minLength: offers, maxLength: offers },
          ),
          budget: fc.integer({ min: 0, max: 12 }),
        },
        { requiredKeys: ['offers'] },
      ),
    }),
  );

/** Which offer serves each person, by going through all pairs in order; −1 for nobody. Equal score, draw and offer go together. */
function assigned({ draws, pairs, limits }: Case): readonly number[] {
  const list = pairs
    .flatMap((offers, person) =>
      offers.flatMap((pair, offer) => (pair === null ? [] : [{ ...pair, person, offer, draw: draws[person] ?? 0 }])),
    )
    .sort((a, b) => scoreOf(b) - scoreOf(a) || a.draw - b.draw || a.offer - b.offer);
  const given = pairs.map(() => -1);
  const closed = new Set(limits.offers.flatMap(({ capacity }, offer) => (capacity === 0 ? [offer] : [])));
  const spent = (offers: readonly number[]): number =>
    given.reduce((sum, offer, person) => sum + (offers.includes(offer) ? (pairs[person]?.[offer]?.cost ?? 0) : 0), 0);
  for (const first of list) {
    const twins = list.filter(
      (one) => one.offer === first.offer && one.draw === first.draw && scoreOf(one) === scoreOf(first) && given[one.person] === -1,
    );
    if (closed.has(first.offer) || !twins.some(({ person }) => person === first.person)) continue;
    const money = twins.reduce((sum, { cost }) => sum + cost, 0);
    const { capacity = Number.POSITIVE_INFINITY, budget = Number.POSITIVE_INFINITY } = limits.offers[first.offer] ?? {};
    const fits =
      given.filter((offer) => offer === first.offer).length + twins.length <= capacity &&
      spent([first.offer]) + money <= budget &&
      spent(limits.offers.map((_, offer) => offer)) + money <= (limits.budget ?? Number.POSITIVE_INFINITY);
    if (!fits) closed.add(first.offer);
    else for (const { person } of twins) given[person] = first.offer;
  }
  return given;
}

function columnsOf({ draws, pairs, limits }: Case) {
  const of = (offer: number, value: (pair: Pair) => number): ColumnData =>
    column(pairs.map((offers) => (offers[offer] === null || offers[offer] === undefined ? Number.NaN : value(offers[offer]))));
  return {
    draw: column(pairs.map((_, person) => draws[person] ?? 0)),
    score: limits.offers.map((_, offer) => of(offer, scoreOf)),
    value: limits.offers.map((_, offer) => of(offer, (pair) => pair.value)),
    cost: limits.offers.map((_, offer) => of(offer, (pair) => pair.cost)),
  };
}

const optionsOf = (limits: Limits) => ({
  offers: limits.offers.map((limit) => ({ ...limit })),
  ...(limits.budget === undefined ? {} : { budget: limits.budget }),
});

async function linesOf(given: Case): Promise<readonly number[]> {
  const { draw, score, cost } = columnsOf(given);
  const parts = score.flatMap((one, offer) => [one, cost[offer] as ColumnData]);
  const { value } = await allocationLines([draw, ...parts], undefined, optionsOf(given.limits), around);
  return value as readonly number[];
}

/** What a record takes of the lines: its best offer above them. */
function applied({ draws, pairs }: Case, lines: readonly number[]): readonly number[] {
  return pairs.map((offers, person) => {
    const above = offers.flatMap((pair, offer) => {
      if (pair === null) return [];
      const [score, among] = [lines[2 * offer] ?? 0, lines[2 * offer + 1] ?? 0];
      const own = scoreOf(pair);
      return own > score || (own === score && (draws[person] ?? 0) < among) ? [{ offer, own }] : [];
    });
    return above.toSorted((a, b) => b.own - a.own || a.offer - b.offer)[0]?.offer ?? -1;
  });
}

const reversed = (given: Case): Case => ({
  ...given,
  draws: given.draws.slice(0, given.pairs.length).toReversed(),
  pairs: given.pairs.toReversed(),
});

describe('lines', () => {
  it('say for everybody what going through all pairs says, whatever the order of people', async () => {
    await fc.assert(
      fc.asyncProperty(someCase(9), async (given) => {
        const lines = await linesOf(given);
        expect(applied(given, lines)).toEqual(assigned(given));
        expect(await linesOf(reversed(given))).toEqual(lines);
      }),
      { numRuns: 400 },
    );
  });

  it('never let more in than there is', async () => {
    await fc.assert(
      fc.asyncProperty(someCase(9), async (given) => {
        const taken = applied(given, await linesOf(given));
        expect(within(given, taken)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('money is added in decimals: three times 0.1 is 0.3', async () => {
    const pairs = [[{ value: 3, cost: 0.1 }], [{ value: 3, cost: 0.1 }], [{ value: 3, cost: 0.1 }], [{ value: 3, cost: 0.1 }]];
    const given: Case = { draws: [0.1, 0.2, 0.3, 0.4], pairs, limits: { offers: [{ budget: 0.3 }] } };
    expect(applied(given, await linesOf(given))).toEqual([0, 0, 0, -1]);
  });

  test('an offer that nobody closed takes everybody, one without places nobody', async () => {
    const best = { value: 1e9, cost: 1e-9 };
    const given: Case = {
      draws: [0.5],
      pairs: [
        [
          { value: 1, cost: 1 },
          { value: 1, cost: 1 },
        ],
      ],
      limits: { offers: [{ capacity: 0 }, { capacity: 1 }] },
    };
    const lines = await linesOf(given);
    const later: Case = { ...given, pairs: [[best, { value: 1e-9, cost: 1e9 }]] };
    expect(applied(later, lines)).toEqual([1]);
    expect(await linesOf({ ...given, pairs: [] })).toEqual(lines);
  });
});

function within({ pairs, limits }: Case, taken: readonly number[]): boolean {
  const of = (offer: number): readonly Pair[] => taken.flatMap((one, person) => (one === offer ? [pairs[person]?.[offer] as Pair] : []));
  const money = (list: readonly Pair[]): number => list.reduce((sum, { cost }) => sum + cost, 0);
  const own = limits.offers.every(
    ({ capacity = Number.POSITIVE_INFINITY, budget = Number.POSITIVE_INFINITY }, offer) =>
      of(offer).length <= capacity && money(of(offer)) <= budget,
  );
  return own && limits.offers.reduce((sum, _, offer) => sum + money(of(offer)), 0) <= (limits.budget ?? Number.POSITIVE_INFINITY);
}

const worth = ({ pairs }: Case, taken: readonly number[]): number =>
  taken.reduce((sum, offer, person) => sum + (pairs[person]?.[offer]?.value ?? 0), 0);

/** The best of all allocations. */
function best(given: Case): number {
  const ways = given.pairs.reduce<readonly (readonly number[])[]>(
    (found, offers) =>
      found.flatMap((taken) => [[...taken, -1], ...offers.flatMap((pair, offer) => (pair === null ? [] : [[...taken, offer]]))]),
    [[]],
  );
  return Math.max(...ways.filter((taken) => within(given, taken)).map((taken) => worth(given, taken)));
}

/** A fraction of whole numbers, in lowest terms. */
type Fraction = readonly [above: bigint, below: bigint];

const fraction = (above: bigint, below = 1n): Fraction => {
  let [a, b] = [above < 0n ? -above : above, below < 0n ? -below : below];
  while (b !== 0n) [a, b] = [b, a % b];
  const sign = below < 0n ? -1n : 1n;
  return a === 0n ? [0n, 1n] : [(sign * above) / a, (sign * below) / a];
};
const less = (x: Fraction, y: Fraction): boolean => x[0] * y[1] < y[0] * x[1];
const minus = (x: Fraction, y: Fraction): Fraction => fraction(x[0] * y[1] - y[0] * x[1], x[1] * y[1]);
const times = (x: Fraction, y: Fraction): Fraction => fraction(x[0] * y[0], x[1] * y[1]);
const over = (x: Fraction, y: Fraction): Fraction => fraction(x[0] * y[1], x[1] * y[0]);
const zero = fraction(0n);

/** Maximise values·x with uses·x ≤ limits and x ≥ 0, exactly: a tableau in fractions, always the first column that gains. */
function exactOptimum(uses: readonly (readonly Fraction[])[], limits: readonly Fraction[], values: readonly Fraction[]): Fraction {
  let rows = uses.map((row, at) => [...row, ...uses.map((_, slack) => fraction(slack === at ? 1n : 0n)), limits[at] ?? zero]);
  let goal = [...values.map((value) => minus(zero, value)), ...uses.map(() => zero), zero];
  const basis = uses.map((_, at) => values.length + at);
  for (;;) {
    const column = goal.slice(0, -1).findIndex((value) => less(value, zero));
    if (column < 0) return goal.at(-1) ?? zero;
    let pivot = -1;
    rows.forEach((row, at) => {
      if (!less(zero, row[column] ?? zero)) return;
      const ratio = over(row.at(-1) ?? zero, row[column] ?? zero);
      const old = pivot < 0 ? undefined : over(rows[pivot]?.at(-1) ?? zero, rows[pivot]?.[column] ?? zero);
      const equal = old !== undefined && !less(ratio, old) && !less(old, ratio);
      if (old === undefined || less(ratio, old) || (equal && (basis[at] ?? 0) < (basis[pivot] ?? 0))) pivot = at;
    });
    const found = rows[pivot] ?? [];
    const head = found.map((value) => over(value, found[column] ?? zero));
    const without = (row: readonly Fraction[]): Fraction[] =>
      row.map((value, at) => minus(value, times(row[column] ?? zero, head[at] ?? zero)));
    rows = rows.map((row, at) => (at === pivot ? head : without(row)));
    goal = without(goal);
    basis[pivot] = column;
  }
}

/** The relaxation with one more of something, all numbers whole. */
function exactBound({ pairs, limits }: Case, more: (limits: Limits) => Limits = (same) => same): number {
  const all = pairs.flatMap((offers, person) => offers.flatMap((pair, offer) => (pair === null ? [] : [{ ...pair, person, offer }])));
  const given = more(limits);
  const rows: [readonly number[], number][] = [
    ...pairs.map((_, person): [number[], number] => [all.map((one) => Number(one.person === person)), 1]),
    ...given.offers.flatMap(({ capacity, budget }, offer): [number[], number][] => [
      ...(capacity === undefined ? [] : [[all.map((one) => Number(one.offer === offer)), capacity] as [number[], number]]),
      ...(budget === undefined ? [] : [[all.map((one) => (one.offer === offer ? one.cost : 0)), budget] as [number[], number]]),
    ]),
    ...(given.budget === undefined ? [] : [[all.map((one) => one.cost), given.budget] as [number[], number]]),
  ];
  const whole = (list: readonly number[]): readonly Fraction[] => list.map((value) => fraction(BigInt(value)));
  const [above, below] = exactOptimum(
    rows.map(([uses]) => whole(uses)),
    // Thousandths, so that there can be a little more of something.
    rows.map(([, limit]) => fraction(BigInt(Math.round(limit * 1000)), 1000n)),
    whole(all.map((one) => one.value)),
  );
  return Number(above) / Number(below);
}

function boundOf(given: Case) {
  const offers = given.limits.offers.length;
  const flat = (value: (pair: Pair) => number): Float64Array =>
    Float64Array.from(given.pairs.flatMap((row) => row.map((pair) => (pair === null ? Number.NaN : value(pair)))));
  return leastBound({ offers, value: flat((pair) => pair.value), cost: flat((pair) => pair.cost) }, given.limits, work);
}

describe('the bound', () => {
  it('is the optimum of the linear program, at least what any allocation brings', async () => {
    await fc.assert(
      fc.asyncProperty(someCase(5), async (given) => {
        const bound = await boundOf(given);
        const exact = exactBound(given);
        expect(bound.value).toBeGreaterThanOrEqual(exact * (1 - 1e-12));
        expect(bound.value).toBeLessThanOrEqual(exact * (1 + 1e-8) + 1e-8);
        expect(bound.tolerance).toBeLessThanOrEqual(1e-8 * (1 + exact));
        expect(exact).toBeGreaterThanOrEqual(best(given) * (1 - 1e-12));
        expect(best(given)).toBeGreaterThanOrEqual(worth(given, assigned(given)));
      }),
      { numRuns: 300 },
    );
  });

  it('prices one more place, and one more unit of money, where there is one limit', async () => {
    const limit = fc.oneof(
      fc.integer({ min: 0, max: 4 }).map((capacity) => ({ capacity })),
      fc.integer({ min: 0, max: 9 }).map((budget) => ({ budget })),
    );
    await fc.assert(
      fc.asyncProperty(someCase(5), limit, async ({ draws, pairs }, one) => {
        const given: Case = { draws, pairs: pairs.map(([pair = null]) => [pair]), limits: { offers: [one] } };
        const more = (by: number) => ({ offers: [Object.fromEntries(Object.entries(one).map(([name, n]) => [name, n + by]))] });
        const gained = (exactBound(given, () => more(0.001)) - exactBound(given)) / 0.001;
        const { offers } = await boundOf(given);
        expect('capacity' in one ? offers[0]?.slot : offers[0]?.unit).toBeCloseTo(gained, 5);
      }),
      { numRuns: 200 },
    );
  });

  test('a price is what one more would bring, not what one less would cost', async () => {
    const pairs = [1, 4].map((value) => [{ value, cost: 0 }]);
    const { offers } = await boundOf({ draws: [0.1, 0.2], pairs, limits: { offers: [{ capacity: 1 }] } });
    expect(offers[0]?.slot).toBeCloseTo(1, 5);
  });

  it('says by its prices what more of everything would bring at most', async () => {
    await fc.assert(
      fc.asyncProperty(someCase(5), async (given) => {
        const bound = await boundOf(given);
        const more = (limits: Limits): Limits => ({
          offers: limits.offers.map(({ capacity, budget }) => ({
            ...(capacity === undefined ? {} : { capacity: capacity + 1 }),
            ...(budget === undefined ? {} : { budget: budget + 1 }),
          })),
          ...(limits.budget === undefined ? {} : { budget: limits.budget + 1 }),
        });
        const prices = bound.offers.reduce((sum, { slot, unit }) => sum + (slot ?? 0) + (unit ?? 0), bound.unit ?? 0);
        expect(exactBound(given, more)).toBeLessThanOrEqual((bound.value + prices) * (1 + 1e-9) + 1e-9);
      }),
      { numRuns: 150 },
    );
  });
});

test('the report adds up what the lines serve, and keeps its figures in whatever order people stand', async () => {
  await fc.assert(
    fc.asyncProperty(someCase(8), async (given) => {
      const report = await reportOf(given);
      const taken = assigned(given);
      expect(report['value']).toBe(worth(given, taken));
      expect(report['waiting']).toBe(
        taken.filter((offer, person) => offer < 0 && given.pairs[person]?.some((pair) => pair !== null)).length,
      );
      expect((report['offers'] as readonly { served: number }[]).map(({ served }) => served)).toEqual(
        given.limits.offers.map((_, offer) => taken.filter((one) => one === offer).length),
      );
      const open = (await linesOf(given)).filter((_, at) => at % 2 === 0).map((score) => score === -Number.MAX_VALUE);
      expect((report['offers'] as readonly { closed: boolean }[]).map(({ closed }) => !closed)).toEqual(open);
      expect(Number(report['bound'])).toBeGreaterThanOrEqual(Number(report['value']));
      // People with equal draws have no order among themselves.
      if (new Set(given.draws).size === given.draws.length) expect(await reportOf(reversed(given))).toEqual(report);
    }),
    { numRuns: 100 },
  );
});

async function reportOf(given: Case): Promise<{ readonly [name: string]: unknown }> {
  const { draw, score, value, cost } = columnsOf(given);
  const lines = await linesOf(given);
  const choice = column(applied(given, lines).map((offer) => (offer < 0 ? Number.NaN : offer + 1)));
  const parts = score.flatMap((one, offer) => [one, value[offer] as ColumnData, cost[offer] as ColumnData]);
  const found = await allocationReport([draw, choice, ...parts], undefined, optionsOf(given.limits), around);
  return found.value as { readonly [name: string]: unknown };
}

test('sorting by the bits of numbers is sorting by numbers', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true })), (drawn) => {
      const values = drawn.map((value) => value + 0);
      const order = [...sortRising(Float64Array.from(values))];
      expect(order.map((at) => values[at])).toEqual(values.toSorted((a, b) => a - b));
      expect(order.every((at, place) => place === 0 || values[order[place - 1] ?? 0] !== values[at] || (order[place - 1] ?? 0) < at)).toBe(
        true,
      );
    }),
  );
});

test('a budget counts as kept up to a milliardth', () => {
  expect(allowed(1000)).toBe(1000 * (1 + 1e-9));
});
