// Decimals as typed, exactly.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareExact } from '../src/conditions/lower-condition.ts';
import { ceilScaled, decimalOf, decimalText, floorScaled, unitsAt } from '../src/decimal.ts';

describe('decimals', () => {
  it.each([
    [0.3, 3n, 1],
    [4.4, 44n, 1],
    [1e-7, 1n, 7],
    [-2.5e-8, -25n, 9],
    [1e21, 10n ** 21n, 0],
    [0, 0n, 0],
    [-12, -12n, 0],
  ])('%d is %d units at %d decimals', (value, units, decimals) => {
    expect(decimalOf(value)).toEqual({ units, decimals });
  });

  it('texts have no exponent', () => {
    expect([1e-7, -2.5e-8, 0.07, 3, -0.5, 1e21].map(decimalText)).toEqual([
      '0.0000001',
      '-0.000000025',
      '0.07',
      '3',
      '-0.5',
      '1000000000000000000000',
    ]);
  });

  it('scaling is exact where doubles are not', () => {
    expect(1.1 * 100).not.toBe(110);
    expect([ceilScaled(1.1, 100), floorScaled(1.1, 100)]).toEqual([110, 110]);
    expect([ceilScaled(4.43, 10), floorScaled(4.43, 10), ceilScaled(-4.43, 10), floorScaled(-4.43, 10)]).toEqual([45, 44, -44, -45]);
  });

  it('a comparison on the integer twin is the comparison of the decimals', () => {
    const decimal = fc
      .tuple(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: 0, max: 3 }))
      .map(([units, digits]) => Number(`${units}e-${digits}`));
    fc.assert(
      fc.property(
        fc.integer({ min: -5000, max: 5000 }),
        fc.integer({ min: 1, max: 1000 }),
        decimal,
        fc.constantFrom('lt', 'le', 'gt', 'ge'),
        (whole, scale, line, op) => {
          const expr = compareExact({ expr: { op: 'literal', value: whole }, scale }, op, line);
          const cut = expr.op === 'call' && expr.args[1]?.op === 'literal' ? Number(expr.args[1].value) : Number.NaN;
          const typed = decimalOf(line);
          const left = BigInt(whole) * 10n ** BigInt(typed.decimals);
          const right = unitsAt(typed, typed.decimals) * BigInt(scale);
          const order = {
            lt: [whole < cut, left < right],
            le: [whole <= cut, left <= right],
            gt: [whole > cut, left > right],
            ge: [whole >= cut, left >= right],
          }[op];
          expect(order[0]).toBe(order[1]);
        },
      ),
    );
  });
});
