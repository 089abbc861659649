// A table from records in memory: small populations, tests, and records sent in a request.
import { civilDayIn, type Definition, type Field, type ValueType } from '@tierflow/definition';
import { type Fields, readRow } from './row.ts';
import { type CollectionData, type ColumnData, MISSING_DAY, type StringColumn, type Table } from './table.ts';
import type { Value } from './value.ts';

/** Lays records out as columns, reading them by the rules of decide. A record without a key gets its position as key. */
export function tableOf(input: Definition['input'], records: readonly unknown[], timeZone: string): Table {
  const civilDay = civilDayIn(timeZone);
  const rows = records.map((record) => readRow(input, record));
  const columns = (fields: readonly Field[], source: readonly Fields[]): { readonly [name: string]: ColumnData } =>
    Object.fromEntries(
      fields.map((field, at) => [
        field.name,
        columnOf(
          field.type,
          source.map((values) => values[at]),
          civilDay,
        ),
      ]),
    );
  const collections = input.collections.map((collection, at): [string, CollectionData] => {
    const perCustomer = rows.map((row) => row.lines[at] ?? []);
    const lines = perCustomer.flat();
    const end = Uint32Array.from(running(perCustomer.map((own) => own.length)));
    const start = Uint32Array.from(end, (at, i) => at - (perCustomer[i]?.length ?? 0));
    return [collection.name, { start, end, lines: lines.length, fields: columns(collection.fields, lines) }];
  });
  return {
    rows: rows.length,
    key: textColumn(rows.map((row, at) => row.key ?? String(at))),
    fields: columns(
      input.fields,
      rows.map((row) => row.fields),
    ),
    collections: Object.fromEntries(collections),
  };
}

function running(lengths: readonly number[]): number[] {
  let sum = 0;
  return lengths.map((length) => {
    sum += length;
    return sum;
  });
}

function columnOf(type: ValueType, values: readonly Value[], civilDay: (ms: number) => number): ColumnData {
  if (type === 'string') return textColumn(values);
  if (type === 'boolean')
    return { type: 'boolean', values: Uint8Array.from(values, (value) => (value === undefined ? 2 : value === true ? 1 : 0)) };
  if (type === 'date') return { type: 'date', values: Int32Array.from(values, (value) => (value as number | undefined) ?? MISSING_DAY) };
  const numbers = Float64Array.from(values, (value) => (value as number | undefined) ?? Number.NaN);
  if (type === 'number') return { type: 'number', values: numbers };
  return {
    type: 'datetime',
    values: numbers,
    days: Int32Array.from(values, (value) => (value === undefined ? MISSING_DAY : civilDay(value as number))),
  };
}

function textColumn(values: readonly Value[]): StringColumn {
  const dictionary: string[] = [''];
  const known = new Map<Value, number>([[undefined, 0]]);
  const codes = Uint32Array.from(values, (value) => {
    const code = known.get(value) ?? dictionary.push(value as string) - 1;
    known.set(value, code);
    return code;
  });
  return { type: 'string', codes, dictionary };
}
