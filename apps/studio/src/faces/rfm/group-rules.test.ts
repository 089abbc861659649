import { expect, test } from 'vitest';
import { rulesOf, withBound } from './group-rules.ts';

test('reads ranges and leaves out what does not matter', () => {
  expect(
    rulesOf([
      { id: 'a', R: [4, 5] },
      { id: 'b', title: 'B' },
    ]),
  ).toEqual([
    { id: 'a', title: null, R: [4, 5] },
    { id: 'b', title: 'B' },
  ]);
  expect(rulesOf('eight')).toEqual([]);
});

test('the other end of a range goes along', () => {
  expect(withBound([2, 3], 0, 4, 5)).toEqual([4, 4]);
  expect(withBound([2, 3], 1, 1, 5)).toEqual([1, 1]);
  expect(withBound(undefined, 0, 4, 5)).toEqual([4, 5]);
  expect(withBound(undefined, 1, 2, 5)).toEqual([1, 2]);
  expect(withBound([2, 3], 0, undefined, 5)).toBeUndefined();
});
