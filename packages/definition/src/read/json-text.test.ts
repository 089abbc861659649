import { expect, test } from 'vitest';
import { readJsonText } from './json-text.ts';

const cases: readonly (readonly [text: string, code: string, line: number, column: number])[] = [
  ['', 'json.syntax', 1, 1],
  ['{"a": 1,}', 'json.syntax', 1, 9],
  ['{"a": 1\n "b": 2}', 'json.syntax', 2, 2],
  ['[1, 2', 'json.syntax', 1, 6],
  ['{"a": tru}', 'json.syntax', 1, 7],
  ['{"a": "x', 'json.syntax', 1, 7],
  ['1 2', 'json.syntax', 1, 3],
  ['{a: 1}', 'json.syntax', 1, 2],
  ['[1,]', 'json.syntax', 1, 4],
  ["{'a': 1}", 'json.syntax', 1, 2],
];

test.each(cases)('%j goes wrong at line and column', (text, code, line, column) => {
  expect(readJsonText(text)).toEqual({ ok: false, fault: { code, line, column } });
});

test('values are values', () => {
  for (const value of [null, 1.5, 'a', [], {}, { a: [{ b: [true, false] }], c: '\u{1F600}' }]) {
    expect(readJsonText(JSON.stringify(value))).toEqual({ ok: true, value });
  }
});

test('bytes that are not UTF-8, and nesting beyond the limit, are refused', () => {
  expect(readJsonText(Uint8Array.of(0x22, 0xff, 0x22))).toEqual({ ok: false, fault: { code: 'json.encoding', line: 1, column: 1 } });
  expect(readJsonText('['.repeat(1_000_000))).toEqual({ ok: false, fault: { code: 'json.depth', line: 1, column: 1001 } });
});
