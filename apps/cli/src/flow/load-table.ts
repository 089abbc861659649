// Generations to the table a definition reads: only its fields, and columns of missing values where a declared field is not in the file.
import { type OpenedTable, openTable } from '@tierflow/data';
import type { Definition, Field } from '@tierflow/definition';
import { type ColumnData, MISSING_DAY, type Table } from '@tierflow/evaluator';
import { InputFault } from '../fault.ts';
import type { ImportedFile } from './import-files.ts';

/** Opens the files' generations as one population with what `input` asks for. */
export function loadTable(input: Definition['input'], files: readonly ImportedFile[]): OpenedTable {
  const customers = files.find(({ manifest }) => manifest.kind === 'customers');
  const collections = files.filter(({ manifest }) => manifest.kind === 'collection');
  const lines = new Map(input.collections.map(({ name, fields }) => [name, fields]));
  const outcome = openTable({
    ...(customers === undefined ? {} : { customers: customers.dir }),
    collections: Object.fromEntries(collections.map(({ name, dir }) => [name, dir])),
    fields: {
      customers: customers === undefined ? [] : inFile(input.fields, customers),
      collections: Object.fromEntries(collections.map((file) => [file.name, inFile(lines.get(file.name) ?? [], file)])),
    },
  });
  if (!outcome.ok) throw new InputFault([outcome.problem]);
  return { ...outcome.value, table: completed(outcome.value.table, input) };
}

function inFile(fields: readonly Field[], { manifest }: ImportedFile): readonly string[] {
  const there = new Set(manifest.columns.map(({ name }) => name));
  return fields.map(({ name }) => name).filter((name) => there.has(name));
}

/** The key as a field where the program reads it, and missing values for fields that no file has. */
function completed(table: Table, input: Definition['input']): Table {
  const own = (fields: readonly Field[], found: { readonly [name: string]: ColumnData }, rows: number) =>
    Object.fromEntries(
      fields.map((field) => [field.name, Object.hasOwn(found, field.name) ? (found[field.name] as ColumnData) : missing(field, rows)]),
    );
  const fields = own(input.fields, table.fields, table.rows);
  const collections = input.collections.map((collection) => {
    const data = table.collections[collection.name];
    const none = { start: new Uint32Array(table.rows), end: new Uint32Array(table.rows), lines: 0, fields: {} };
    const found = data ?? none;
    return [collection.name, { ...found, fields: own(collection.fields, found.fields, found.lines) }] as const;
  });
  const key = input.fields.some(({ name }) => name === input.key) ? { [input.key]: table.key } : {};
  return { ...table, fields: { ...fields, ...key }, collections: Object.fromEntries(collections) };
}

function missing({ type }: Field, rows: number): ColumnData {
  switch (type) {
    case 'number':
      return { type, values: new Float64Array(rows).fill(Number.NaN) };
    case 'boolean':
      return { type, values: new Uint8Array(rows).fill(2) };
    case 'string':
      return { type, codes: new Uint32Array(rows), dictionary: [''] };
    case 'date':
      return { type, values: new Int32Array(rows).fill(MISSING_DAY) };
    case 'datetime':
      return { type, values: new Float64Array(rows).fill(Number.NaN), days: new Int32Array(rows).fill(MISSING_DAY) };
  }
}
