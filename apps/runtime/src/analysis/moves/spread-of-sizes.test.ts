import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binsOf, quartilesOf } from './spread-of-sizes.ts';

const sizes = fc
  .array(
    fc.integer({ min: 1, max: 1e9 }).map((n) => n / 100),
    { minLength: 1, maxLength: 300 },
  )
  .map((all) => all.toSorted((a, b) => a - b));

test('at most twelve bins that follow each other hold everybody once; what is at most an end is counted up to it', () => {
  fc.assert(
    fc.property(sizes, (sorted) => {
      const bins = binsOf(sorted);
      expect(bins.length).toBeLessThanOrEqual(12);
      let sum = 0;
      for (const [at, { from, to, n }] of bins.entries()) {
        sum += n;
        expect(from).toBeLessThanOrEqual(to);
        if (at > 0) expect(to).toBeGreaterThan(bins[at - 1]?.to ?? 0);
        expect(sorted.filter((size) => size <= to).length).toBe(sum);
      }
      expect(sum).toBe(sorted.length);
    }),
  );
});

test('a few values are a bin each; quartiles are values that occur', () => {
  expect(binsOf([1, 1, 2, 5])).toEqual([
    { from: 1, to: 1, n: 2 },
    { from: 2, to: 2, n: 1 },
    { from: 5, to: 5, n: 1 },
  ]);
  expect(quartilesOf([1, 1, 2, 5])).toEqual({ min: 1, lower: 1, median: 1, upper: 2, max: 5 });
  expect([binsOf([]), quartilesOf([])]).toEqual([[], null]);
});
