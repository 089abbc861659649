import type { Histogram } from '@tierflow/api';
import { expect, test } from 'vitest';
import { scoreScale, stepOf } from './score-scale.ts';

const histogram = (change: Partial<Histogram>): Histogram => ({
  type: 'number',
  min: 0,
  max: 10,
  counts: [],
  missing: 0,
  values: null,
  ...change,
});

test('few values get a bar each that begins at the value', () => {
  const scale = scoreScale(
    histogram({
      min: 1,
      max: 3,
      values: [
        { value: 3, n: 2 },
        { value: 1, n: 5 },
        { value: 2, n: 4 },
      ],
    }),
    0,
    [2],
  );
  expect(scale?.bars).toEqual([
    { from: 1, to: 2, n: 5 },
    { from: 2, to: 3, n: 4 },
    { from: 3, to: 4, n: 2 },
  ]);
  expect(scale).toMatchObject({ view: [1, 4], step: 1, beyond: 0 });
});

test('a long thin tail is cut off, but not before a line', () => {
  const counts = [1000, ...Array.from({ length: 99 }, () => 0), 1];
  expect(scoreScale(histogram({ max: 101, counts }), undefined, [])).toMatchObject({ view: [0, 1], beyond: 1 });
  const far = scoreScale(histogram({ max: 101, counts }), undefined, [50]);
  expect(far?.view[1]).toBeGreaterThan(50);
  expect(far?.view[1]).toBeLessThan(60);
});

test('nobody has a score: nothing is drawn', () => {
  expect(scoreScale(histogram({ min: null, max: null }), undefined, [])).toBeUndefined();
});

test('everybody has the same score', () => {
  expect(scoreScale(histogram({ min: 5, max: 5, counts: [7], values: [{ value: 5, n: 7 }] }), 1, [])?.bars).toEqual([
    { from: 5, to: 5.1, n: 7 },
  ]);
});

test('steps are the last decimal, or a round part of what is shown', () => {
  expect(stepOf([1, 5], 1)).toBe(0.1);
  expect(stepOf([0, 100], 0)).toBe(1);
  expect(stepOf([0, 100], undefined)).toBe(0.5);
  expect(stepOf([0, 4000], undefined)).toBe(10);
  expect(stepOf([0, 4000], 0)).toBe(10);
});
