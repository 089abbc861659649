// Rounding without texts answers as rounding on the decimal text does.
import { constantCall } from '@tierflow/evaluator';
import fc from 'fast-check';
import { expect, test } from 'vitest';

function shift(x: number, places: number): number {
  const [digits, exponent] = String(x).split('e');
  return Number(`${digits}e${exponent === undefined ? places : Number(exponent) + places}`);
}

function onText(x: number, places: number): number {
  const shifted = places === 0 ? x : shift(x, places);
  let result = Math.round(shifted);
  if (Math.abs(result - shifted) === 0.5 && Math.abs(result % 2) === 1) result -= 1;
  return (places === 0 ? result : shift(result, -places)) + 0;
}

const halves = fc
  .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 9 }))
  .map(([n, places]) => Number(`${n}.5e-${places}`));
const numbers = fc.oneof(
  halves,
  fc.double({ noNaN: true, min: -1e15, max: 1e15 }),
  fc.integer().map((n) => n / 8),
);

test('round', () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 0, max: 11 }), (x, places) => {
      expect(constantCall('round', [x, places])).toBe(onText(x, places));
    }),
    { numRuns: 20_000 },
  );
});
