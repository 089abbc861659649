import fc from 'fast-check';
import { expect, test } from 'vitest';
import { abcLine } from './abc.ts';

const eighty = { a: 4, b: 5 };
const amounts = fc.array(fc.integer({ min: -5, max: 400 }), { minLength: 1, maxLength: 60 }).map((list) => Float64Array.from(list).sort());

test('a line on the whole total is the least positive value', () => {
  expect(abcLine(Float64Array.of(-3, 0, 2, 7), { a: 1, b: 1 }, 'within')).toBe(2);
});

test('nobody above zero makes no line', () => {
  expect(abcLine(Float64Array.of(-3, 0), eighty, 'crossing')).toBeUndefined();
  expect(abcLine(Float64Array.of(), eighty, 'crossing')).toBeUndefined();
});

test('the class is the shortest head that reaches the share, with the equals of its last', () => {
  fc.assert(
    fc.property(amounts, (sorted) => {
      const positive = sorted.filter((value) => value > 0);
      const line = abcLine(sorted, eighty, 'crossing');
      fc.pre(positive.length > 0);
      const total = positive.reduce((sum, value) => sum + value, 0);
      const of = (test: (value: number) => boolean) => positive.filter(test).reduce((sum, value) => sum + value, 0);
      expect(positive).toContain(line);
      expect(5 * of((value) => value >= (line as number))).toBeGreaterThanOrEqual(4 * total);
      expect(5 * of((value) => value > (line as number))).toBeLessThan(4 * total);
    }),
  );
});

test('the lower class for whoever crosses: the head without its last equals stays within the share', () => {
  fc.assert(
    fc.property(amounts, (sorted) => {
      const positive = sorted.filter((value) => value > 0);
      const total = positive.reduce((sum, value) => sum + value, 0);
      const line = abcLine(sorted, eighty, 'within') ?? Number.POSITIVE_INFINITY;
      const above = positive.filter((value) => value > line).reduce((sum, value) => sum + value, 0);
      expect(5 * (above + (line === Number.POSITIVE_INFINITY ? 0 : line))).toBeLessThanOrEqual(4 * total);
    }),
  );
});
