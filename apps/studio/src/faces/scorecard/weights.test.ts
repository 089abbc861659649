import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactSum } from '../../inspector/form/decimal-text.ts';
import { isWhole, rebalanced, sharesOf, weightScale } from './weights.ts';

const none = new Set<number>();

test('the others give way in proportion, exactly', () => {
  expect(rebalanced([0.3, 0.3, 0.4], 2, 0.5, none)).toEqual([0.25, 0.25, 0.5]);
  expect(rebalanced([0.3, 0.3, 0.4], 0, 0.31, none)).toEqual([0.31, 0.3, 0.39]);
  expect(rebalanced([0.3, 0.3, 0.4], 0, 0.5, new Set([2]))).toEqual([0.5, 0.1, 0.4]);
});

test('a weight stops where the others have nothing left, and with nothing free nothing moves', () => {
  expect(rebalanced([0.3, 0.3, 0.4], 0, 0.9, new Set([2]))).toEqual([0.6, 0, 0.4]);
  expect(rebalanced([0.6, 0.4], 0, 0.7, new Set([1]))).toEqual([0.6, 0.4]);
});

test('the sum stays what it was, and no weight becomes negative', () => {
  const weight = fc.integer({ min: 0, max: 100 }).map((n) => n / 100);
  fc.assert(
    fc.property(fc.array(weight, { minLength: 2, maxLength: 6 }), fc.nat(5), weight, (weights, place, next) => {
      const after = rebalanced(weights, place % weights.length, next, none);
      expect(exactSum(after)).toBe(exactSum(weights));
      expect(Math.min(...after)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('shares count sizes, so negative weights have one too', () => {
  expect(sharesOf([3, -1])).toEqual([0.75, 0.25]);
  expect(sharesOf([0, 0])).toEqual([0, 0]);
  expect(isWhole([0.1, 0.2, 0.7])).toBe(true);
  expect(weightScale([30, 70])).toEqual({ most: 100, step: 1 });
});
