import { expect, test } from 'vitest';
import { placeOf } from './formula-place.ts';

test('names line and column and marks the span', () => {
  expect(placeOf('a +\n客户 * bb', { from: 9, to: 11 })).toEqual({ line: 2, column: 6, before: '客户 * ', marked: 'bb', after: '' });
  expect(placeOf('abc', { from: 9, to: 12 })).toEqual({ line: 1, column: 4, before: 'abc', marked: '', after: '' });
});

test('a span over several lines is marked to the end of its first line', () => {
  expect(placeOf('ab\ncd', { from: 1, to: 5 }).marked).toBe('b');
});
