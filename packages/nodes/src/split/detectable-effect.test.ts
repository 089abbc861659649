import { expect, test } from 'vitest';
import { detectableRise, detectableShift } from './detectable-effect.ts';

test('the rise of published examples is found again from their sizes', () => {
  // n per group of power.prop.test in R 4: 0.1 and 0.12, 0.5 and 0.75, each with power 0.8 and 5 % two-sided.
  expect(detectableRise(0.1, { base: 3840.85, other: 3840.85 })).toBeCloseTo(0.02, 5);
  expect(detectableRise(0.5, { base: 57.67344, other: 57.67344 })).toBeCloseTo(0.25, 4);
});

test('the shift of means is that of two normal samples', () => {
  // 15.7 people in each group see one standard deviation: 2 (1.95996 + 0.84162)^2.
  expect(detectableShift(1, { base: 15.69777, other: 15.69777 })).toBeCloseTo(1, 5);
  expect(detectableShift(80, { base: 1000, other: 9000 })).toBeCloseTo(80 * 2.8015852 * Math.sqrt(1 / 1000 + 1 / 9000), 4);
});

test('more people see less; a group that is small decides more than one that is big', () => {
  const rise = (base: number, other: number) => detectableRise(0.05, { base, other }) ?? 1;
  expect(rise(2000, 2000)).toBeLessThan(rise(1000, 1000));
  expect(rise(100, 100_000)).toBeGreaterThan(rise(1000, 1000));
});

test('what cannot be told is undefined, never a number', () => {
  expect(detectableRise(0.5, { base: 5, other: 5 })).toBeUndefined();
  expect(detectableRise(0.1, { base: 0, other: 100 })).toBeUndefined();
  expect(detectableRise(0, { base: 100, other: 100 })).toBeUndefined();
  expect(detectableRise(Number.NaN, { base: 100, other: 100 })).toBeUndefined();
  expect(detectableShift(0, { base: 100, other: 100 })).toBeUndefined();
});
