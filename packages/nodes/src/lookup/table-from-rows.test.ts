import { expect, test } from 'vitest';
import { lookupConfig } from './config.ts';
import { ownRows } from './own-table.ts';
import { type TextAndAnswer, tableFromRows } from './table-from-rows.ts';

const row = (line: number, text: string, answer: string): TextAndAnswer => ({ line, text, answer });
const rows = [
  row(2, ' 上海 ', '华东'),
  row(3, '上海', '华东'),
  row(4, '', '华南'),
  row(5, 'Beijing', '华北'),
  row(6, 'BEIJING', 'North'),
  row(7, 'beijing', '华北'),
  row(8, '广\n州', '华\t南'),
  row(9, '成都', '  '),
];

test('what is kept is a table that the kind takes; blanks, repeats and contradictions are told with their lines', () => {
  const made = tableFromRows(rows, 'leave-out');
  expect(made.pasted).toBe('上海\t华东\n广 州\t华 南');
  expect(made.blank.map(({ line }) => line)).toEqual([4, 9]);
  expect(made.repeated).toBe(2);
  expect(made.rivals).toEqual([{ text: 'Beijing', rows: [row(5, 'Beijing', '华北'), row(6, 'BEIJING', 'North')] }]);
  expect(made.faults).toEqual([]);
  const config = lookupConfig.parse({ table: 'own', field: 'city', pasted: made.pasted });
  expect(ownRows(config)?.keys.map(({ text, to }) => `${text}=${to}`)).toEqual(['上海=华东', '广 州=华 南']);
});

test('of a contradiction the first or the last row counts, as asked', () => {
  const answer = (rule: 'first' | 'last') => tableFromRows(rows, rule).entries.find(({ text }) => text.toLowerCase() === 'beijing')?.answer;
  expect(answer('first')).toBe('华北');
  expect(answer('last'), 'line 7 says the first answer again, and is the last').toBe('华北');
  expect(tableFromRows(rows.slice(0, 5), 'last').entries.map((each) => each.answer)).toContain('North');
});

test('nothing, too many rows and too long a table are faults with a code', () => {
  const codes = (many: readonly TextAndAnswer[]) => tableFromRows(many, 'first').faults.map(({ code }) => code);
  expect(codes([row(1, 'a', '')])).toEqual(['lookup.empty-table']);
  const many = Array.from({ length: 5_001 }, (_, at) => row(at, `t${at}`, 'x'));
  expect(codes(many)).toEqual(['lookup.too-large']);
  expect(codes(many.slice(1))).toEqual([]);
  expect(codes(Array.from({ length: 3_000 }, (_, at) => row(at, `t${at}`, 'x'.repeat(200))))).toEqual(['lookup.too-long']);
});
