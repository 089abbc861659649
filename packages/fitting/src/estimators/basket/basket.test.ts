import { SweepStopped } from '@tierflow/evaluator';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LineSample } from '../estimator.ts';
import { countOf } from './baskets.ts';
import { estimateBasketRules } from './estimate.ts';

type Line = readonly [customer: number, basket: string | undefined, item: string | undefined];

/** Lines as a fit is given them. */
function sampleOf(lines: readonly Line[], customers: number): LineSample {
  const sorted = Array.from({ length: customers }, (_, row) => lines.filter(([customer]) => customer === row));
  const all = sorted.flat();
  const end = Uint32Array.from(sorted, (_, row) => sorted.slice(0, row + 1).flat().length);
  const text = (values: readonly (string | undefined)[]) => {
    const dictionary = ['', ...new Set(values.filter((value) => value !== undefined))];
    const codes = Uint32Array.from(values, (value) => (value === undefined ? 0 : dictionary.indexOf(value, 1)));
    return { type: 'string' as const, codes, dictionary };
  };
  return {
    start: Uint32Array.from(end, (at, row) => at - (sorted[row]?.length ?? 0)),
    end,
    of: [text(all.map(([, , item]) => item)), text(all.map(([, basket]) => basket))],
  };
}

const options = { support: 0.2, confidence: 0, lift: 0, size: 10, rules: 1e9, order: 'lift', then: 'any', without: [] } as const;

interface Row {
  readonly if: readonly string[];
  readonly then: readonly string[];
  readonly support: number;
  readonly confidence: number;
  readonly lift: number;
}
interface Table {
  readonly baskets: number;
  readonly sets: number;
  readonly size: number;
  readonly skippedLines: number;
  readonly rows: readonly Row[];
}

async function estimated(sample: LineSample, asked: object, rows?: Uint8Array) {
  const { value, warnings } = await estimateBasketRules([], rows, { ...options, ...asked }, { keyOrder: () => undefined, lines: sample });
  return { table: value as unknown as Table, warnings };
}

/** Every set of items, counted one by one. */
function byEnumeration(lines: readonly Line[], support: number) {
  const baskets = new Map<string, Set<string>>();
  for (const [customer, basket, item] of lines) {
    if (basket === undefined || item === undefined || item === '') continue;
    const key = JSON.stringify([customer, basket]);
    baskets.set(key, (baskets.get(key) ?? new Set()).add(item));
  }
  const all = [...baskets.values()];
  const items = [...new Set(all.flatMap((basket) => [...basket]))].sort();
  const sets = Array.from({ length: 2 ** items.length - 1 }, (_, bits) => items.filter((_item, at) => ((bits + 1) >> at) % 2 === 1));
  const counts = new Map(sets.map((set) => [set.join(), all.filter((basket) => set.every((item) => basket.has(item))).length]));
  const frequent = sets.filter((set) => (counts.get(set.join()) ?? 0) >= 1 && (counts.get(set.join()) ?? 0) / all.length >= support);
  const rules = frequent.flatMap((set) =>
    sets
      .filter((part) => part.length < set.length && part.every((item) => set.includes(item)))
      .map((part) => {
        const then = set.filter((item) => !part.includes(item));
        const n = counts.get(set.join()) as number;
        const confidence = n / (counts.get(part.join()) as number);
        return {
          if: part,
          then,
          support: n / all.length,
          confidence,
          lift: (n * all.length) / ((counts.get(part.join()) as number) * (counts.get(then.join()) as number)),
        };
      }),
  );
  return { baskets: all.length, sets: frequent.length, rules };
}

const line = fc.tuple(
  fc.integer({ min: 0, max: 3 }),
  fc.constantFrom('b1', 'b2', 'b3', undefined),
  fc.constantFrom('a', 'b', 'c', 'd', 'e', '', undefined),
);
const named = (rows: readonly Row[]) =>
  rows.map(({ if: needed, then, support, confidence, lift }) => JSON.stringify([needed, then, support, confidence, lift])).sort();

test('sets and rules are those that counting every set one by one finds, whatever the order of lines', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 40 }), fc.constantFrom(0, 0.1, 0.25, 0.5), async (lines, support) => {
      const expected = byEnumeration(lines, support);
      const { table } = await estimated(sampleOf(lines, 4), { support });
      expect([table.baskets, table.sets]).toEqual([expected.baskets, expected.sets]);
      expect(named(table.rows)).toEqual(named(expected.rules));
      expect(table.skippedLines).toBe(lines.filter(([, basket, item]) => basket === undefined || (item ?? '') === '').length);
      const turned = lines.map(([customer, basket, item]): Line => [3 - customer, basket, item]).reverse();
      expect((await estimated(sampleOf(turned, 4), { support })).table).toEqual(table);
    }),
    { numRuns: 150 },
  );
});

test('baskets of more than a few words of bits are counted alike', async () => {
  const many = fc.tuple(fc.integer({ min: 0, max: 149 }), fc.constant('b1'), fc.constantFrom('a', 'a', 'a', 'b', 'b', 'c', 'd', 'e'));
  await fc.assert(
    fc.asyncProperty(fc.array(many, { minLength: 300, maxLength: 500 }), async (lines) => {
      const expected = byEnumeration(lines, 0.02);
      const { table } = await estimated(sampleOf(lines, 150), { support: 0.02 });
      expect([table.baskets, table.sets]).toEqual([expected.baskets, expected.sets]);
      expect(named(table.rows)).toEqual(named(expected.rules));
    }),
    { numRuns: 15 },
  );
});

const shop: readonly Line[] = [
  [0, 'x', 'tea'],
  [0, 'x', 'cup'],
  [0, 'x', 'bag'],
  [1, 'x', 'tea'],
  [1, 'x', 'cup'],
  [1, 'y', 'bag'],
  [2, 'x', 'jam'],
];
const pairs = (table: Table) => table.rows.map(({ if: needed, then }) => `${needed.join(' + ')} → ${then}`);

test('a recommendation is one item; what is switched off, or no item at all, is not recommended', async () => {
  const one = { then: 'one', lift: 1 };
  const all = (await estimated(sampleOf(shop, 3), one)).table;
  expect(pairs(all)).toEqual(
    [
      'cup → tea',
      'tea → cup',
      'bag + cup → tea',
      'bag + tea → cup',
      'cup + tea → bag',
      'bag → cup',
      'bag → tea',
      'cup → bag',
      'tea → bag',
    ].sort((a, b) => pairs(all).indexOf(a) - pairs(all).indexOf(b)),
  );
  const without = [{ item: 'bag' }, { if: ['cup'], then: 'tea' }];
  const less = await estimated(sampleOf(shop, 3), { ...one, without });
  expect(pairs(less.table)).toEqual(['tea → cup']);
  expect(less.table.baskets).toBe(4);
  const nobody = await estimated(sampleOf(shop, 3), one, new Uint8Array(3));
  expect([nobody.table.rows, nobody.warnings]).toEqual([[], ['fit.no-data']]);
});

test('the best rules are kept, and the cut is told; thresholds that nothing meets are told too', async () => {
  const cut = await estimated(sampleOf(shop, 3), { then: 'one', rules: 2, order: 'support' });
  expect([pairs(cut.table).sort(), cut.warnings]).toEqual([['cup → tea', 'tea → cup'], ['fit.rules-cut']]);
  expect((await estimated(sampleOf(shop, 3), { lift: 100 })).warnings).toEqual(['fit.no-rules']);
});

test('where sets are too many, smaller ones are searched, and a search can be stopped', async () => {
  const everything = Array.from({ length: 3 }, (_, row) =>
    Array.from({ length: 40 }, (__, item): Line => [row, 'x', `item ${item}`]),
  ).flat();
  const { table, warnings } = await estimated(sampleOf(everything, 3), { then: 'one', rules: 5 });
  expect([table.size, table.sets, warnings]).toEqual([3, 10_700, ['fit.too-many-sets', 'fit.rules-cut']]);
  const around = { keyOrder: () => undefined, lines: sampleOf(everything, 3), pause: async () => false };
  await expect(estimateBasketRules([], undefined, options, around)).rejects.toThrow(SweepStopped);
});

test('the least count is the smallest whose share reaches the support', () => {
  expect([countOf(0.07, 392), countOf(0.1, 10), countOf(0.3, 10), countOf(0, 10), countOf(1, 3)]).toEqual([28, 1, 3, 1, 3]);
});
