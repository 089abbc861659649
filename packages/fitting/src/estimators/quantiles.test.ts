import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inverseQuantile, linearQuantile, parseShare, positionOf } from './quantiles.ts';

test('the position is exact where doubles are not: 7 % of 100 is 7', () => {
  expect(positionOf({ a: 7, b: 100 }, 100)).toBe(7);
  expect(Math.ceil(0.07 * 100)).toBe(8);
});

test('fifths of 1…10 are 2, 4, 6, 8', () => {
  const sample = Float64Array.from({ length: 10 }, (_, at) => at + 1);
  expect([1, 2, 3, 4].map((a) => inverseQuantile(sample, { a, b: 5 }))).toEqual([2, 4, 6, 8]);
});

test('type 7 between order statistics', () => {
  const sample = Float64Array.from([1, 2, 4, 8]);
  expect([1, 2, 3].map((a) => linearQuantile(sample, { a, b: 4 }))).toEqual([1.75, 3, 5]);
});

test('a cut is a member of the sample, at least its share lies at or below it, and less would not', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1 }), fc.integer({ min: 1, max: 99 }), (values, a) => {
      const sorted = Float64Array.from(values).sort();
      const cut = inverseQuantile(sorted, { a, b: 100 });
      const below = sorted.filter((value) => value <= cut).length;
      const strictlyBelow = sorted.filter((value) => value < cut).length;
      expect(sorted.includes(cut)).toBe(true);
      expect(below * 100).toBeGreaterThanOrEqual(a * sorted.length);
      expect(strictlyBelow * 100).toBeLessThan(a * sorted.length);
    }),
  );
});

test('shares are read as typed', () => {
  expect(parseShare('0.07')).toEqual({ a: 7, b: 100 });
  expect(parseShare('1')).toEqual({ a: 1, b: 1 });
  expect(parseShare('7e-2')).toBeUndefined();
});
