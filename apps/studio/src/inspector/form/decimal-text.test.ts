import { expect, test } from 'vitest';
import { exactSum, numberText, parseNumber, shifted, snapped, stepped } from './decimal-text.ts';

test('reads what people type', () => {
  expect(parseNumber('3.85')).toBe(3.85);
  expect(parseNumber(' 12,480 ')).toBe(12480);
  expect(parseNumber('１２．５')).toBe(12.5);
  expect(parseNumber('-.5')).toBe(-0.5);
  expect(parseNumber('−7')).toBe(-7);
  for (const text of ['', '-', '1,2', '12abc', '1.2.3', 'Infinity', '1e999']) expect(parseNumber(text), text).toBeUndefined();
});

test('writes numbers without exponents', () => {
  expect(numberText(0.0000001)).toBe('0.0000001');
  expect(numberText(1e21)).toBe('1000000000000000000000');
  expect(numberText(4.4)).toBe('4.4');
});

test('steps, shifts and sums are exact decimals', () => {
  expect(stepped(0.1, 0.1, 2)).toBe(0.3);
  expect(stepped(4.4, 0.1, -6)).toBe(3.8);
  expect(shifted(0.07, 2)).toBe(7);
  expect(shifted(12.3, -2)).toBe(0.123);
  expect(shifted(30, -2)).toBe(0.3);
  expect(exactSum([0.1, 0.2, 0.7])).toBe(1);
  expect(exactSum([])).toBe(0);
  expect(snapped(3.8499, 0.05)).toBe(3.85);
});
