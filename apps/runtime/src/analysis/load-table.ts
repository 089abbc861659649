// The table of a flow: its generations opened, fields brought to the types the flow declares, keys readable as fields.
import type { CollectionSchema, DataSchema } from '@tierflow/compiler';
import { openTable } from '@tierflow/data';
import type { Field } from '@tierflow/definition';
import type { CollectionData, ColumnData, StringColumn, Table } from '@tierflow/evaluator';
import { castColumn } from './cast-column.ts';
import type { DataRef, DataSetRef } from './protocol.ts';
import { Refused } from './refused.ts';

type Fields = { readonly [name: string]: ColumnData };

interface LoadOptions {
  readonly memoryMb: number;
  readonly timeZone?: string | undefined;
}

/** The schema of data sets as imported, without a flow. */
export function dataSchemaOfSets({ sets }: DataRef): DataSchema {
  const customers = sets.find(({ customer }) => customer === null);
  return {
    ...(customers === undefined ? {} : { customers: { name: customers.name, key: customers.key ?? 'key', fields: customers.fields } }),
    collections: sets.flatMap(({ name, customer, time, fields }): CollectionSchema[] =>
      customer === null ? [] : [{ name, customer, fields, ...(time === null ? {} : { time }) }],
    ),
  };
}

/** The table with civil days as `timeZone` counts them; as the imports did, if it is not given. */
export function loadTable(schema: DataSchema, data: DataRef, { memoryMb, timeZone }: LoadOptions): Table {
  const setOf = (name: string): DataSetRef => {
    const set = data.sets.find((candidate) => candidate.name === name);
    if (set === undefined) throw new Refused('dataset.none', { name });
    return set;
  };
  const folderOf = (name: string): string => setOf(name).folder;
  const opened = openTable({
    ...(schema.customers === undefined ? {} : { customers: folderOf(schema.customers.name) }),
    collections: Object.fromEntries(schema.collections.map(({ name }) => [name, folderOf(name)])),
    memoryLimit: memoryMb * 2 ** 20,
    ...(timeZone === undefined ? {} : { timeZone }),
  });
  if (!opened.ok) throw refusalOf(opened.problem.code, memoryMb, data.generation);
  const { table, input } = opened.value;
  const key = schema.customers?.key ?? input.key;
  const fields = schema.customers === undefined ? table.fields : called(table.fields, setOf(schema.customers.name));
  const collections = schema.collections.map((collection): [string, CollectionData] => {
    const lines = table.collections[collection.name];
    if (lines === undefined) throw new Refused('dataset.none', { name: collection.name });
    return [
      collection.name,
      {
        ...lines,
        fields: withKey(declared(called(lines.fields, setOf(collection.name)), collection.fields), collection.customer, () =>
          ownersOf(lines, table.key),
        ),
      },
    ];
  });
  return {
    ...table,
    fields: withKey(declared(fields, schema.customers?.fields ?? []), key, () => table.key),
    collections: Object.fromEntries(collections),
  };
}

function refusalOf(code: string, memoryMb: number, generation: number): Refused {
  if (code === 'table.tooLarge') return new Refused('data.too-large', { limit: memoryMb });
  if (code === 'table.zones') return new Refused('data.zones');
  if (code === 'generation.kind') return new Refused('data.role');
  return new Refused('generation.corrupt', { generation });
}

/** Columns under the names the flow gives them. */
function called(stored: Fields, { columns }: DataSetRef): Fields {
  const moved = Object.entries(columns);
  if (moved.length === 0) return stored;
  const hidden = new Set(moved.flat());
  const others = Object.entries(stored).filter(([name]) => !hidden.has(name));
  return Object.fromEntries([
    ...moved.flatMap(([name, column]) => (Object.hasOwn(stored, column) ? [[name, stored[column] as ColumnData] as const] : [])),
    ...others,
  ]);
}

/** Columns as imported, those the flow reads as another type converted. */
function declared(columns: Fields, fields: readonly Field[]): Fields {
  const types = new Map(fields.map(({ name, type }) => [name, type]));
  const out: { [name: string]: ColumnData } = Object.create(null) as { [name: string]: ColumnData };
  for (const [name, column] of Object.entries(columns)) out[name] = castColumn(name, column, types.get(name) ?? column.type);
  return out;
}

/** The key as a field like others; made when it is first read. */
function withKey(columns: Fields, name: string, make: () => ColumnData): Fields {
  if (Object.hasOwn(columns, name)) return columns;
  let made: ColumnData | undefined;
  return Object.defineProperty(columns, name, {
    enumerable: true,
    get: () => {
      made ??= make();
      return made;
    },
  });
}

/** The customer of every line. */
function ownersOf({ start, end, lines }: CollectionData, key: StringColumn): ColumnData {
  const codes = new Uint32Array(lines);
  for (let row = 0; row < start.length; row++) codes.fill(key.codes[row] as number, start[row], end[row]);
  return { type: 'string', codes, dictionary: key.dictionary };
}
