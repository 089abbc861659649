import { expect, test } from 'vitest';
import { foundRules, lookedAt, type Rule, sortedBy, strength, ticks } from './rules.ts';

const rule = (number: number, needed: readonly string[], then: string, [confidence, lift]: readonly [number, number]): Rule => ({
  number,
  if: needed,
  then,
  count: 1,
  support: 0.1,
  confidence,
  lift,
});
const rules = [rule(1, ['Tea pot'], 'cups', [0.6, 3]), rule(2, ['printer'], 'ink', [0.9, 2]), rule(3, ['cups'], 'tea pot', [0.6, 3])];
const numbers = (found: readonly Rule[]) => found.map(({ number }) => number);
const all = { text: '', confidence: 0, lift: 0 };

test('rules are found by a part of an item on either side, and by what they reach at least', () => {
  const by = { by: 'number', rising: true } as const;
  expect(numbers(lookedAt(rules, { ...all, text: ' TEA ' }, by, () => 0))).toEqual([1, 3]);
  expect(numbers(lookedAt(rules, { ...all, confidence: 0.7 }, by, () => 0))).toEqual([2]);
  expect(numbers(lookedAt(rules, { ...all, lift: 2.5, text: 'ink' }, by, () => 0))).toEqual([]);
});

test('equals stand in the order of their numbers, whichever way; a second click turns the order', () => {
  const falling = sortedBy('confidence', { by: 'number', rising: true });
  expect(numbers(lookedAt(rules, all, falling, () => 0))).toEqual([2, 1, 3]);
  expect(numbers(lookedAt(rules, all, sortedBy('confidence', falling), () => 0))).toEqual([1, 3, 2]);
  expect(numbers(lookedAt(rules, all, sortedBy('people', falling), ({ number }) => number))).toEqual([3, 2, 1]);
});

test('nothing fitted is no rules, and a scale holds every lift and support', () => {
  expect(foundRules(undefined)).toBeUndefined();
  expect(foundRules({ rows: [], baskets: 3, items: 2, skippedLines: 1 })).toEqual({ baskets: 3, items: 2, skippedLines: 1, rules: [] });
  expect([strength(1, 9), strength(9, 9), strength(0.5, 1)]).toEqual([0, 1, 1]);
  expect(strength(3, 9)).toBeCloseTo(0.5);
  for (const most of [0.0123, 0.5, 1, 0.08]) expect(ticks(most).at(-1)).toBeGreaterThanOrEqual(most);
  expect(ticks(1)).toEqual([0, 0.25, 0.5, 0.75, 1]);
});
