// Small files as rows of text: the same bytes as imports accept, and workbooks, which are made here byte by byte.
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { file, unwrapped } from '../../test/support.ts';
import { workbook, zipOf } from '../../test/workbook.ts';
import { textTable } from '../import-file.ts';
import { Refusal } from '../outcome.ts';
import { readTextTable } from './read-text-table.ts';
import type { TextTable } from './text-table.ts';

const text = '城市,大区\n"上海, 市区",华东\n广州,华南\n\n多,一,格\n成都,西南\n';

async function read(content: string | Uint8Array, rest: { readonly header?: boolean; readonly maxRows?: number } = {}): Promise<TextTable> {
  return await readTextTable({ source: file('table', content), maxRows: 100, ...rest });
}

async function refusal(content: Uint8Array | string, maxRows = 100): Promise<string> {
  try {
    await read(content, { maxRows });
  } catch (error) {
    if (error instanceof Refusal) return error.problem.code;
    throw error;
  }
  return 'none';
}

describe('text', () => {
  it.each(['utf-8', 'gb18030', 'utf-16le'])('in %s gives the same rows, each with its line; odd ones are told apart', async (encoding) => {
    const bytes = iconv.encode(text, encoding, { addBOM: encoding !== 'gb18030' });
    expect(await read(bytes)).toMatchObject({
      format: 'csv',
      encoding,
      delimiter: ',',
      header: true,
      columns: ['城市', '大区'],
      rows: [
        { line: 2, cells: ['上海, 市区', '华东'] },
        { line: 3, cells: ['广州', '华南'] },
        { line: 6, cells: ['成都', '西南'] },
      ],
      unreadable: [5],
    });
  });

  it('has a limit of rows, and may have no header', async () => {
    expect(await refusal(text, 2)).toBe('table.tooManyRows');
    expect(await refusal(text, 3)).toBe('none');
    expect(await read('a\tb\nc\td\n', { header: false })).toMatchObject({
      columns: ['column_1', 'column_2'],
      rows: [
        { line: 1, cells: ['a', 'b'] },
        { line: 2, cells: ['c', 'd'] },
      ],
    });
  });
});

describe('a workbook', () => {
  const sheet = [
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>大区 &amp; 省</t></is></c></row>',
    '<row r="2"/>',
    '<row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4" s="1"><v>45976</v></c><c r="C4" t="str"><f>A1</f><v>华东</v></c></row>',
    '<row r="5"><c r="A5"><v>13800000000</v></c><c r="B5" s="1"><v>45976.5</v></c><c r="C5" t="b"><v>1</v></c></row>',
    '<row r="6"><c r="B6"><v>0.1</v></c></row>',
  ];
  const strings = '<si><t>城市</t></si><si><r><t>上</t></r><r><t xml:space="preserve">海 </t></r><rPh><t>シャンハイ</t></rPh></si>';

  it('gives what its first visible sheet shows: shared and rich texts, results of formulas, days, holes', async () => {
    const bytes = workbook({ rows: sheet, strings });
    expect(await read(bytes)).toMatchObject({
      format: 'xlsx',
      header: true,
      columns: ['城市', 'column_2', '大区 & 省'],
      rows: [
        { line: 4, cells: ['上海 ', '2025-11-15', '华东'] },
        { line: 5, cells: ['13800000000', '2025-11-15 12:00:00', 'TRUE'] },
        { line: 6, cells: ['', '0.1', ''] },
      ],
    });
    expect(await refusal(bytes, 2)).toBe('table.tooManyRows');
    expect(unwrapped(await textTable({ source: file('book', bytes), maxRows: 9, header: false })).rows).toHaveLength(4);
  });

  it('that is broken, locked, a bomb or no workbook is refused, never half read', async () => {
    const bytes = workbook({ rows: sheet, strings });
    expect(await refusal(bytes.subarray(0, bytes.length - 30))).toBe('file.workbook');
    expect(await refusal(zipOf({ 'word/document.xml': '<document/>' }))).toBe('file.workbook');
    expect(await refusal(workbook({ rows: ['<row r="1"><c r="A1"><v>1</v>'], strings }))).toBe('file.empty');
    expect(await refusal(workbook({ rows: ['<!DOCTYPE a [<!ENTITY b "c">]>'], strings }))).toBe('file.workbook');
    expect(await refusal(workbook({ rows: [`<row r="1">${' '.repeat(65 * 1024 * 1024)}</row>`], strings }))).toBe('file.workbookTooLarge');
  });
});
