// Members as CSV: cells that a spreadsheet would run are made harmless.
import { expect, test } from 'vitest';
import { csvLine } from './member-csv.ts';

const member = { key: 'k', tier: null, since: null, score: null, playbooks: [], segments: [] };

test.each([
  ['=1+1', "'=1+1"],
  ['+86 138', "'+86 138"],
  ['-5', "'-5"],
  ['@cmd', "'@cmd"],
  ['\tx', "'\tx"],
  ["'x", "''x"],
  ['a,b', '"a,b"'],
  ['a"b', '"a""b"'],
  ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
  ['王五', '王五'],
])('%j', (key, cell) => {
  expect(csvLine({ ...member, key })).toBe(`${cell},,,,,\r\n`);
});

test('numbers stay numbers', () => {
  expect(csvLine({ ...member, score: -5.5, tier: 'gold', since: '2026-01-05', playbooks: ['a', 'b'] })).toBe(
    'k,gold,2026-01-05,-5.5,a b,\r\n',
  );
});
