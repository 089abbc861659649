import { expect, test } from 'vitest';
import { boundsOf, endsOf, peopleAt, withClass, withoutClass } from './class-shares.ts';

test('an end stays a percent away from its neighbours', () => {
  expect(boundsOf([0.8, 0.95], 0)).toEqual([0.01, 0.94]);
  expect(boundsOf([0.8, 0.95], 1)).toEqual([0.81, 0.99]);
});

test('a class more cuts the last in half, and ends stay between 0 and 1 and rise', () => {
  expect(withClass([0.8])).toEqual([0.8, 0.9]);
  let ends = endsOf([0.8, 0.99]);
  while (ends.length < 9) ends = withClass(ends);
  expect(ends.every((end, at) => end > (ends[at - 1] ?? 0) && end < 1)).toBe(true);
});

test('a class that goes leaves its people to the one below, the last to the one above', () => {
  expect(withoutClass([0.8, 0.95], 0)).toEqual([0.95]);
  expect(withoutClass([0.8, 0.95], 2)).toEqual([0.8]);
});

test('a share of the total is reached by a share of the people', () => {
  const curve = [
    [0, 0],
    [1, 80],
    [4, 100],
  ] as const;
  expect(peopleAt(curve, 0.8)).toBe(0.25);
  expect(peopleAt(curve, 0.9)).toBeCloseTo(0.625);
  expect(peopleAt(curve, 1)).toBe(1);
  expect(peopleAt([[0, 0]], 0.5)).toBe(0);
});
