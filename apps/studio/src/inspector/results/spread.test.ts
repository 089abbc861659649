import type { Histogram } from '@tierflow/api';
import { expect, test } from 'vitest';
import { plainNumber } from './plain-number.ts';
import { spreadOf } from './spread.ts';

const histogram = (change: Partial<Histogram>): Histogram => ({
  type: 'number',
  min: 0,
  max: 100,
  counts: [],
  missing: 0,
  values: null,
  ...change,
});

test('texts are a list, the most frequent first', () => {
  const values = [
    { value: 'a', n: 1 },
    { value: 'b', n: 5 },
    { value: 'c', n: 0 },
  ];
  expect(spreadOf(histogram({ type: 'string', values }))).toEqual({
    type: 'values',
    values: [
      { value: 'b', n: 5 },
      { value: 'a', n: 1 },
    ],
    rest: 0,
  });
});

test('a few numbers get a bar each, in order', () => {
  const values = [
    { value: 2, n: 1 },
    { value: 1, n: 5 },
  ];
  expect(spreadOf(histogram({ values, counts: [5, 1] }))).toEqual({
    type: 'steps',
    values: [
      { value: 1, n: 5 },
      { value: 2, n: 1 },
    ],
  });
});

test('a long thin tail is cut off and counted', () => {
  expect(spreadOf(histogram({ counts: [990, 5, 0, 0, 0, 0, 0, 0, 0, 5] }))).toEqual({
    type: 'bars',
    counts: [990],
    low: 0,
    high: 10,
    beyond: 10,
  });
  expect(spreadOf(histogram({ counts: [1, 2, 3, 4] }))).toMatchObject({ type: 'bars', counts: [1, 2, 3, 4], beyond: 0 });
});

test('nobody', () => {
  expect(spreadOf(histogram({ counts: [0, 0] }))).toEqual({ type: 'none' });
});

test('numbers keep the decimals that help', () => {
  expect(plainNumber(1092.24, 'en')).toBe('1,092');
  expect(plainNumber(105.734, 'en')).toBe('105.73');
  expect(plainNumber(0.01234, 'en')).toBe('0.0123');
  expect(plainNumber(4, 'zh-CN')).toBe('4');
});
