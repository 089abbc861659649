// Customers out of a table: their records in the shape of decide, their rows by key, a search by key, name or phone.
import type { Cell, CustomerHit } from '@tierflow/api';
import { type Json, placeMember } from '@tierflow/definition';
import type { ColumnData, StringColumn, Table } from '@tierflow/evaluator';
import { cellAt } from './cell.ts';

type JsonRecord = { [name: string]: Json };

const NAME = /^(?:name|full[_ ]?name|customer[_ ]?name|company(?:[_ ]?name)?|姓名|客户(?:名称|姓名)|公司(?:名称)?|名称)$/i;
const PHONE = /phone|mobile|tel(?:ephone)?$|手机|电话/i;

/** The record of a row: its key, its fields, its collections inline. Missing values are left out. */
export function recordAt(table: Table, keyName: string, row: number): JsonRecord {
  const record: JsonRecord = Object.create(null) as JsonRecord;
  record[keyName] = cellAt(table.key, row);
  put(record, table.fields, row);
  for (const [name, { start, end, fields }] of Object.entries(table.collections)) {
    const lines: JsonRecord[] = [];
    for (let line = start[row] ?? 0; line < (end[row] ?? 0); line++) {
      const at: JsonRecord = Object.create(null) as JsonRecord;
      put(at, fields, line);
      lines.push(at);
    }
    record[name] = lines;
  }
  return record;
}

function put(record: JsonRecord, columns: { readonly [name: string]: ColumnData }, row: number): void {
  for (const [name, column] of Object.entries(columns)) {
    const cell = cellAt(column, row);
    if (cell !== null) placeMember(record, name, cell);
  }
}

/** Row of a key; undefined where nobody has it. */
export function rowOf(table: Table, key: string): number | undefined {
  const { codes, dictionary } = table.key;
  const code = dictionary.indexOf(key, 1);
  if (code < 0) return undefined;
  const row = codes.indexOf(code);
  return row < 0 ? undefined : row;
}

/** Customers whose key or name holds the text, or whose phone number ends with it; keys that begin with it come first. */
export function searchCustomers(
  table: Table,
  search: string,
  limit: number,
): { readonly customers: CustomerHit[]; readonly more: boolean } {
  const text = search.trim().toLowerCase();
  const name = textColumn(table, NAME);
  const phone = textColumn(table, PHONE);
  const inKey = matches(table.key, (value) => value.includes(text));
  const first = matches(table.key, (value) => value.startsWith(text));
  const inName = name === undefined ? undefined : matches(name, (value) => value.includes(text));
  const digits = text.replaceAll(/\D/g, '');
  const inPhone =
    phone === undefined || digits.length < 3 ? undefined : matches(phone, (value) => value.replaceAll(/\D/g, '').endsWith(digits));
  const best: number[] = [];
  const others: number[] = [];
  for (let row = 0; row < table.rows && best.length <= limit; row++) {
    const key = table.key.codes[row] as number;
    if (first[key] === 1) best.push(row);
    else if (others.length <= limit && (inKey[key] === 1 || hits(inName, name, row) || hits(inPhone, phone, row))) others.push(row);
  }
  const rows = [...best, ...others];
  const customers = rows
    .slice(0, limit)
    .map((row) => ({ key: String(cellAt(table.key, row)), name: textAt(name, row), phone: textAt(phone, row) }));
  return { customers, more: rows.length > limit };
}

const SAMPLES = 5;
const SAMPLED_ROWS = 1_000;

/** Up to five different values per column: of the customers, or of the lines where the table has a single collection. */
export function samplesOf(table: Table): { readonly [column: string]: Cell[] } {
  const [only] = Object.values(table.collections);
  const fields = only === undefined ? table.fields : only.fields;
  const rows = Math.min(SAMPLED_ROWS, only === undefined ? table.rows : only.lines);
  return Object.fromEntries(Object.entries(fields).map(([name, column]) => [name, differentCells(column, rows)]));
}

function differentCells(column: ColumnData, rows: number): Cell[] {
  const found = new Set<Cell>();
  for (let row = 0; row < rows && found.size < SAMPLES; row++) {
    const cell = cellAt(column, row);
    if (cell !== null) found.add(cell);
  }
  return [...found];
}

function textColumn(table: Table, pattern: RegExp): StringColumn | undefined {
  for (const [name, column] of Object.entries(table.fields)) if (column.type === 'string' && pattern.test(name)) return column;
  return undefined;
}

/** 1 for dictionary entries that fit. */
function matches({ dictionary }: StringColumn, fits: (value: string) => boolean): Uint8Array {
  return Uint8Array.from(dictionary, (value, code) => (code > 0 && fits(value.toLowerCase()) ? 1 : 0));
}

function hits(found: Uint8Array | undefined, column: StringColumn | undefined, row: number): boolean {
  return found?.[column?.codes[row] ?? 0] === 1;
}

function textAt(column: StringColumn | undefined, row: number): string | null {
  return column === undefined ? null : (cellAt(column, row) as string | null);
}
