import { expect, test } from 'vitest';
import { nearest, nearestMargin } from './nearest.ts';

const squares = [0, 0, 10, 0, 0, 10];

test('the nearest centroid, and of equally near ones the first', () => {
  expect(nearest(squares, 1, 2)).toBe(1);
  expect(nearest(squares, 8, 1)).toBe(2);
  expect(nearest(squares, 1, 8)).toBe(3);
  expect(nearest(squares, 5, 0)).toBe(1);
  expect(nearest(squares, 10, 10)).toBe(2);
});

test('without a whole centroid there is no nearest', () => {
  expect(nearest([], 1, 2)).toBeUndefined();
  expect(nearest([5], 1, 2)).toBeUndefined();
  expect(nearestMargin([], 1, 2)).toBeUndefined();
  expect(nearest([5, 6, 7], 1, 2)).toBe(1);
});

test('the margin is 1 on a centroid and 0 between two', () => {
  expect(nearestMargin(squares, 10, 0)).toBe(1);
  expect(nearestMargin(squares, 5, 0)).toBe(0);
  expect(nearestMargin([0, 12], 3)).toBeCloseTo(2 / 3, 12);
  expect(nearestMargin([7], 3)).toBe(1);
  expect(nearestMargin([7, 7], 7)).toBe(0);
});

test('distances beyond every number are equal', () => {
  expect(nearest([1e200, -1e200], -1e200 * 3)).toBe(1);
  expect(nearestMargin([1e200, -1e200], -1e200 * 3)).toBe(0);
  expect(nearest([1e308, -1e308], -1e308)).toBe(2);
});
