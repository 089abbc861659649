// Customers of a table as records: the shape that decide takes and that exports have.
import { formatDay, formatInstant, type Json } from '@tierflow/definition';
import type { ColumnData } from '@tierflow/evaluator';
import { ABSENT_DAY } from '../columns/absent-day.ts';
import { compareKeys } from './link.ts';
import type { OpenedTable } from './open-table.ts';

/** One customer with the collections' lines inside. */
export type DataRecord = { readonly [name: string]: Json };

export interface RecordRange {
  /** First row; default 0. */
  readonly from?: number;
  /** Most records to give; default all. */
  readonly limit?: number;
}

/** The value in JSON: days `YYYY-MM-DD`, moments RFC 3339; undefined where missing. */
export function jsonValue(column: ColumnData, row: number): Json | undefined {
  if (column.type === 'string') {
    const code = column.codes[row] as number;
    return code === 0 ? undefined : column.dictionary[code];
  }
  const value = column.values[row] as number;
  if (column.type === 'boolean') return value === 2 ? undefined : value === 1;
  if (column.type === 'date') return value === ABSENT_DAY ? undefined : formatDay(value);
  if (value !== value) return undefined;
  return column.type === 'number' ? value : formatInstant(value);
}

type Fields = readonly (readonly [name: string, column: ColumnData])[];

/** Own properties only, also for a field called `__proto__`. */
function objectOf(fields: Fields, row: number, first: readonly (readonly [string, Json])[] = []): { [name: string]: Json } {
  const entries: (readonly [string, Json])[] = [...first];
  for (const [name, column] of fields) {
    const value = jsonValue(column, row);
    if (value !== undefined) entries.push([name, value]);
  }
  return Object.fromEntries(entries);
}

/**
 * The records of a table in order of their keys: `{customer_id, …fields, orders: [{…}]}`, missing values left out, lines in stored
 * order (time, then line of the file).
 */
export function* records(opened: OpenedTable, range: RecordRange = {}): Generator<DataRecord> {
  const { table, input } = opened;
  const fields: Fields = input.fields.flatMap(({ name }) =>
    table.fields[name] === undefined ? [] : [[name, table.fields[name]] as const],
  );
  const collections = input.collections.flatMap((shape) => {
    const data = table.collections[shape.name];
    if (data === undefined) return [];
    const own: Fields = shape.fields.flatMap(({ name }) => (data.fields[name] === undefined ? [] : [[name, data.fields[name]] as const]));
    return [{ name: shape.name, data, fields: own }];
  });
  const from = Math.max(0, range.from ?? 0);
  const to = Math.min(table.rows, from + (range.limit ?? table.rows));
  for (let row = from; row < to; row++) {
    const record = objectOf(fields, row, [[input.key, jsonValue(table.key, row) ?? '']]);
    for (const { name, data, fields: own } of collections) {
      const lines: Json[] = [];
      for (let line = data.start[row] as number; line < (data.end[row] as number); line++) lines.push(objectOf(own, line));
      Object.defineProperty(record, name, { value: lines, enumerable: true, configurable: true, writable: true });
    }
    yield record;
  }
}

/** The row of a customer by key; -1 where there is none. */
export function rowOf(opened: OpenedTable, key: string): number {
  const { dictionary } = opened.table.key;
  let low = 1;
  let high = dictionary.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = compareKeys(dictionary[middle] as string, key);
    if (order === 0) return middle - 1;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
