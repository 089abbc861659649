import { expect, test } from 'vitest';
import { byteOrderMark, csvCell, csvLine } from './csv.ts';

test('texts that a spreadsheet would run begin with an apostrophe', () => {
  expect(csvCell('=1+1')).toBe("'=1+1");
  expect(csvCell('+86 138-0000-0000')).toBe("'+86 138-0000-0000");
  expect(csvCell("-cmd|'/C calc'!A0")).toBe("'-cmd|'/C calc'!A0");
  expect(csvCell('@SUM(A1)')).toBe("'@SUM(A1)");
  expect(csvCell('\t=1')).toBe("'\t=1");
  expect(csvCell('=HYPERLINK("http://x","y")')).toBe(`"'=HYPERLINK(""http://x"",""y"")"`);
});

test('numbers stay numbers, missing stays empty, ordinary texts stay as they are', () => {
  expect(csvCell(-12.5)).toBe('-12.5');
  expect(csvCell(null)).toBe('');
  expect(csvCell(true)).toBe('true');
  expect(csvCell('C0001')).toBe('C0001');
  expect(csvCell('2026-10-31')).toBe('2026-10-31');
  expect(csvCell('客户')).toBe('客户');
});

test('separators, quotes, line breaks and outer spaces are quoted', () => {
  expect(csvLine(['a,b', 'say "x"', 'two\nlines', ' x', 1])).toBe('"a,b","say ""x""","two\nlines"," x",1\r\n');
  expect(byteOrderMark).toHaveLength(1);
  expect(new TextEncoder().encode(byteOrderMark)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
});
