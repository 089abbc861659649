// Reads a small file as rows of text, from the same bytes and under the same rules as an import.
import { closeSync, readFileSync, readSync } from 'node:fs';
import { distinctNames } from '../columns/names.ts';
import { findHeader } from '../csv/dialect.ts';
import { cellTexts } from '../csv/scanner.ts';
import { openSource } from '../load/open-source.ts';
import { Refusal } from '../outcome.ts';
import { openFile } from '../source/file-facts.ts';
import { isWorkbook } from '../source/text-source.ts';
import { readWorkbook } from '../workbook/read-workbook.ts';
import type { TextTable, TextTableRequest } from './text-table.ts';

export async function readTextTable(request: TextTableRequest): Promise<TextTable> {
  return startsAsWorkbook(request.source) ? workbookTable(request) : await fileTable(request);
}

function startsAsWorkbook(path: string): boolean {
  const file = openFile(path);
  const head = Buffer.alloc(4);
  try {
    readSync(file, head, 0, head.length, 0);
  } finally {
    closeSync(file);
  }
  return isWorkbook(head);
}

async function fileTable(request: TextTableRequest): Promise<TextTable> {
  const source = await openSource(request, () => undefined);
  const columns = source.columns.map(({ name }) => name);
  const rows: { readonly line: number; readonly cells: readonly string[] }[] = [];
  const unreadable: number[] = [];
  await source.scan(
    {
      record: (cells, line) => {
        if (cells.count !== columns.length) unreadable.push(line);
        else if (rows.length >= request.maxRows) throw new Refusal('table.tooManyRows', { limit: request.maxRows });
        else rows.push({ line, cells: cellTexts(cells, source.quote, columns.length) });
      },
      broken: ({ line }) => void unreadable.push(line),
    },
    () => Promise.resolve(),
  );
  const { encoding, delimiter, header = true } = source.description;
  return {
    format: source.format,
    encoding,
    ...(delimiter === undefined ? {} : { delimiter }),
    header,
    columns,
    rows,
    unreadable,
    notices: source.notices,
  };
}

function workbookTable({ source, header: asked, maxRows }: TextTableRequest): TextTable {
  const rows = readWorkbook(readFileSync(source), maxRows + 1);
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  if (width === 0) throw new Refusal('file.empty', {});
  const whole = rows.map(({ line, cells }) => ({ line, cells: Array.from({ length: width }, (_, at) => cells[at] ?? '') }));
  const header = asked ?? findHeader(whole.map(({ cells }) => cells));
  const first = whole[0]?.cells ?? [];
  const body = header ? whole.slice(1) : whole;
  if (body.length > maxRows) throw new Refusal('table.tooManyRows', { limit: maxRows });
  return {
    format: 'xlsx',
    header,
    columns: distinctNames(header ? first : first.map(() => '')),
    rows: body,
    unreadable: [],
    notices: header ? [] : [{ code: 'header.absent', params: { columns: width } }],
  };
}
