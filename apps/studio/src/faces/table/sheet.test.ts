import { expect, test } from 'vitest';
import { type Sheet, sheetOf, textAt, withMovedColumn, withOutputSettings, withoutColumn, withText } from './sheet.ts';
import { pasted, pastedTable, readMatrix, writeMatrix } from './sheet-clipboard.ts';

const types = ['number', 'string'] as const;

const sheet: Sheet = sheetOf({
  inputs: [{ field: 'age' }, { field: 'city' }],
  outputs: [
    { name: 'group', type: 'string' },
    { name: 'points', type: 'number' },
  ],
  rows: [
    {
      id: 'r1',
      cells: [
        { op: 'between', value: [5, 10], open: 'high' },
        { op: 'in', value: ['A', 'B'] },
      ],
      values: ['x', 1],
    },
    { id: 'r2', cells: [null, { op: 'isEmpty' }], values: ['y', null] },
  ],
});

function textsOf(of: Sheet): readonly (readonly string[])[] {
  return of.rows.map((_, row) => [0, 1, 2, 3].map((column) => textAt(of, { row, column }, 'en')));
}

test('what a sheet shows is what it reads, also through the clipboard', () => {
  const texts = textsOf(sheet);
  expect(texts).toEqual([
    ['[5..10)', 'A, B', 'x', '1'],
    ['', 'empty', 'y', ''],
  ]);
  const again = pasted({ ...sheet, rows: [] }, { row: 0, column: 0 }, readMatrix(writeMatrix(texts)), types);
  expect(again.ok && again.sheet.rows).toEqual(sheet.rows);
});

test('a rectangle pasted beyond the end adds rows; an unreadable text changes nothing and says where', () => {
  const wide = pasted(sheet, { row: 1, column: 1 }, readMatrix('C\tz\t2\r\nnot D\t"two\nlines"\t3\r\n'), types);
  expect(wide.ok && textsOf(wide.sheet)).toEqual([
    ['[5..10)', 'A, B', 'x', '1'],
    ['', 'C', 'z', '2'],
    ['', 'not D', 'two\nlines', '3'],
  ]);
  expect(pasted(sheet, { row: 0, column: 0 }, [['> 3'], ['old']], types)).toMatchObject({
    ok: false,
    place: { row: 1, column: 0 },
    fault: 'number',
  });
});

test('a table pasted into an empty sheet finds its inputs by the header', () => {
  const empty = sheetOf({ inputs: [{ field: 'age' }], outputs: [{ name: 'result', type: 'string' }], rows: [] });
  const matrix = readMatrix('City\toffer\t年龄\tpoints\nA\tcall\t>= 18\t5\n-\twait\t< 18\t');
  const columns = { City: { name: 'city', type: 'string' }, 年龄: { name: 'age', type: 'number' } } as const;
  const made = pastedTable(empty, matrix, (title) => columns[title as keyof typeof columns]);
  expect(made?.ok && made.sheet).toMatchObject({
    inputs: [{ field: 'city' }, { field: 'age' }],
    outputs: [
      { name: 'offer', type: 'string' },
      { name: 'points', type: 'number' },
    ],
    rows: [
      {
        cells: [
          { op: 'eq', value: 'A' },
          { op: 'ge', value: 18 },
        ],
        values: ['call', 5],
      },
      { cells: [null, { op: 'lt', value: 18 }], values: ['wait', null] },
    ],
  });
});

test('columns take their cells with them', () => {
  expect(textsOf(withMovedColumn(sheet, 0, 1))[0]).toEqual(['A, B', '[5..10)', 'x', '1']);
  expect(textsOf(withMovedColumn(sheet, 2, 1))[0]).toEqual(['[5..10)', 'A, B', '1', 'x']);
  expect(withoutColumn(sheet, 0).rows.map(({ cells }) => cells.length)).toEqual([1, 1]);
  expect(withOutputSettings(sheet, 1, { name: 'points', type: 'string' }).rows[0]?.values).toEqual(['x', '1']);
});

test('the row after the last says what is otherwise', () => {
  const written = withText(sheet, { row: 2, column: 3 }, '7', types);
  expect(written.ok && written.sheet.otherwise).toEqual([null, 7]);
  expect(written.ok && textAt(written.sheet, { row: 2, column: 3 }, 'zh-CN')).toBe('7');
});
