import { expect, test } from 'vitest';
import { connect, rowsOf } from '../test/duckdb.ts';
import { quoteName, quoteNumber, quoteText } from './quote.ts';
import { SqlRefusal } from './refusal.ts';

test('numbers are read as the same double', async () => {
  const bits = new DataView(new ArrayBuffer(8));
  let state = 7;
  const word = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
  const random = Array.from({ length: 4000 }, () => {
    bits.setUint32(0, word());
    bits.setUint32(4, word());
    return bits.getFloat64(0);
  }).filter(Number.isFinite);
  const numbers = [
    0,
    -0,
    1,
    -1,
    0.1,
    1e21,
    1e-7,
    5e-324,
    -5e-324,
    Number.MAX_VALUE,
    2 ** 53,
    0.1 + 0.2,
    123_456_789_012_345_680,
    ...random,
  ];
  const connection = await connect();
  const [row] = await rowsOf(connection, `SELECT typeof(${quoteNumber(-2)}) AS type, [${numbers.map(quoteNumber).join(', ')}] AS found`);
  expect(row?.['type']).toBe('DOUBLE');
  // 0 and −0 are one number in JSON.
  expect(row?.['found']).toEqual(numbers.map((x) => (x === 0 ? 0 : x)));
  expect((await rowsOf(connection, `SELECT -${quoteNumber(-3)} AS x, 1 -${quoteNumber(-3)} AS y`))[0]).toEqual({ x: 3, y: 4 });
});

test('what is no finite number is refused', () => {
  for (const x of [Number.NaN, Number.POSITIVE_INFINITY]) expect(() => quoteNumber(x)).toThrow(SqlRefusal);
});

test('texts and names come back as they are', async () => {
  const connection = await connect();
  for (const text of ["it's", '"', '\\', "''", '\0', 'a\0\0b', "'; DROP TABLE x; --", '%_', '\r\n', '😀']) {
    expect((await rowsOf(connection, `SELECT ${quoteText(text)} AS x`))[0]).toEqual({ x: text });
    if (!text.includes('\0')) expect(Object.keys((await rowsOf(connection, `SELECT 1 AS ${quoteName(text)}`))[0] ?? {})).toEqual([text]);
  }
  expect(() => quoteName('a\0')).toThrow(SqlRefusal);
  expect(() => quoteText('\udc00')).toThrow(SqlRefusal);
});
