import { expect, test } from 'vitest';
import { keptCounts } from './kept-counts.ts';

const count = (n: number) => ({ n, removes: 0, unknown: 0 });
const [a, b] = [
  { field: 'a', op: 'ge', value: 1 },
  { field: 'b', op: 'ge', value: 1 },
];
const before = { where: { all: [a, b, { any: [a] }] } };
const counts = { 'where.all.0': count(1), 'where.all.1': count(2), 'where.all.2': count(3), 'where.all.2.any.0': count(4) };

test('a number stays with its row while its value is edited', () => {
  expect(keptCounts(counts, before, { where: { all: [{ ...a, value: 9 }, b, { any: [a] }] } })).toEqual(counts);
});

test('a row that takes the place of another does not get its number', () => {
  expect(keptCounts(counts, before, { where: { all: [b, { any: [a] }] } })).toEqual({});
  expect(keptCounts(counts, before, { where: { all: [a, b, { not: a }] } })).toEqual({ 'where.all.0': count(1), 'where.all.1': count(2) });
});
