// The smallest change between two texts.
import { expect, test } from 'vitest';
import { changeBetween, wordChange } from './text-change.ts';

test.each([
  ['abc', 'abc', undefined],
  ['spnt * 2', 'spent * 2', { from: 2, to: 2, text: 'e' }],
  ['aaa', 'aa', { from: 2, to: 3, text: '' }],
  ['', 'x', { from: 0, to: 0, text: 'x' }],
  ['a😀b', 'a😁b', { from: 1, to: 3, text: '😁' }],
])('%s → %s', (before, after, expected) => {
  const change = changeBetween(before, after);
  expect(change).toEqual(expected);
  if (change !== undefined) expect(before.slice(0, change.from) + change.text + before.slice(change.to)).toBe(after);
});

test('grows to whole words', () => {
  expect(wordChange('spnt * 2', 'spent * 2')).toEqual({ from: 0, to: 4, text: 'spent' });
  expect(wordChange('1 + sum(x)', '1 + $sum(x)')).toEqual({ from: 4, to: 7, text: '$sum' });
  expect(wordChange('a == b', 'a = b')).toEqual({ from: 3, to: 4, text: '' });
});
