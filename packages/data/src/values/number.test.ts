import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber, plainNumber } from './number.ts';

const point = (text: string) => parseNumber(text, 'point')?.value;
const comma = (text: string) => parseNumber(text, 'comma')?.value;
const plain = (text: string) => plainNumber(Buffer.from(text), 0, Buffer.byteLength(text));

describe('parseNumber', () => {
  it.each([
    ['1,234.50', 1234.5],
    ['￥1,234.50', 1234.5],
    ['-¥5', -5],
    ['¥-5', -5],
    ['1.2万', 12_000],
    ['3.4亿', 340_000_000],
    ['12万元', 120_000],
    ['99元', 99],
    ['（300）', -300],
    ['(300.00)', -300],
    ['１２３４', 1234],
    ['－１２', -12],
    ['12.5%', 0.125],
    ['1e3', 1000],
    ['-1.5E-2', -0.015],
    ['.5', 0.5],
    ['−7', -7],
    ['(0)', 0],
  ])('reads %s', (text, value) => expect(point(text)).toBe(value));

  it.each([
    '',
    '-',
    '--5',
    '+-5',
    'N/A',
    'abc',
    '∞',
    'NaN',
    '0x1F',
    '1 234,56',
    'USD 99',
    '1,23',
    '12,34.5',
    '1e999',
    '1,2,3',
    '5%万',
    '1.2.3',
    '(-5)',
    '1e3万',
    '5.',
    '9007199254740993',
    '12345678901234567890',
  ])('refuses %j', (text) => expect(point(text)).toBeUndefined());

  it.each([
    ['1.234,56', 1234.56],
    ['-12,00', -12],
    ['0,5', 0.5],
    ['1.234.567', 1_234_567],
  ])('reads %s with a decimal comma', (text, value) => expect(comma(text)).toBe(value));
  it.each(['1,234.5', '1.23', '12.34,5'])('refuses %s with a decimal comma', (text) => expect(comma(text)).toBeUndefined());

  it('knows what looks like an identifier', () => {
    for (const text of ['007', '+86', '1234567890123456.5']) expect(parseNumber(text, 'point')?.identifier).toBe(true);
    for (const text of ['0', '0.5', '-0.5', '123456789012345']) expect(parseNumber(text, 'point')?.identifier).toBe(false);
  });

  it('never answers minus zero', () => expect(Object.is(point('-0'), 0)).toBe(true));
});

describe('plainNumber', () => {
  it('reads what JavaScript writes exactly, or leaves it to the closer look', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.double({ noNaN: true, noDefaultInfinity: true }),
          fc.integer(),
          fc.integer().map((n) => n / 100),
        ),
        (value) => {
          const read = plain(String(value));
          expect(Number.isNaN(read) || read === value).toBe(true);
        },
      ),
    );
  });

  it('agrees with the closer look on texts of digits, signs and points', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.-'), maxLength: 18 }), (text) => {
        const read = plain(text);
        if (!Number.isNaN(read)) expect(point(text)).toBe(read);
      }),
      { numRuns: 2000 },
    );
  });

  it('is exact at 15 digits', () => {
    expect(plain('0.1')).toBe(0.1);
    expect(plain('12345678901.2345')).toBe(12_345_678_901.2345);
    expect(plain('007')).toBeNaN();
    expect(plain('1234567890123456')).toBeNaN();
  });
});
