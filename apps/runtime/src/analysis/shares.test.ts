import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sharesOf } from './shares.ts';

const column = (values: readonly number[]) => ({ type: 'number' as const, values: Float64Array.from(values) });
const classes = (codes: readonly number[]) => ({ type: 'string' as const, codes: Uint32Array.from(codes), dictionary: ['', 'A', 'B'] });

test('the curve adds up positive values from the biggest, and classes are everybody', () => {
  const shares = sharesOf(column([5, -3, 80, 15, Number.NaN, 7]), classes([2, 0, 1, 2, 0, 1]), Uint8Array.of(1, 1, 1, 1, 1, 0));
  expect(shares).toEqual({
    people: 3,
    total: 100,
    curve: [
      [0, 0],
      [1, 80],
      [2, 95],
      [3, 100],
    ],
    groups: [
      { value: null, n: 2, sum: 0 },
      { value: 'A', n: 1, sum: 80 },
      { value: 'B', n: 2, sum: 20 },
    ],
  });
});

test('every point is the sum of as many of the biggest values, at most 201 of them, and the last is the total', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -9, max: 99 }), { maxLength: 700 }), (values) => {
      const falling = values.filter((value) => value > 0).toSorted((a, b) => b - a);
      const { curve, people, total } = sharesOf(column(values), classes(values.map(() => 1)), new Uint8Array(values.length).fill(1));
      expect(curve.length).toBeLessThanOrEqual(201);
      expect(curve.at(-1)).toEqual([people, total]);
      for (const [n, sum] of curve) expect(sum).toBe(falling.slice(0, n).reduce((all, value) => all + value, 0));
    }),
  );
});
