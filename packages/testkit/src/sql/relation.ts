// Records as the relation that SQL made from a definition reads: one row for each customer, lines in order of time.
import type { DuckDBConnection } from '@duckdb/node-api';
import { type Field, type Input, type Json, memberOf, parseDay, parseInstant } from '@tierflow/definition';

type JsonRecord = { readonly [name: string]: Json };

const jsonTypes = { boolean: 'BOOLEAN', number: 'DOUBLE', string: 'VARCHAR', date: 'DATE', datetime: 'DOUBLE' } as const;

/** Makes a table of records, with their position as column `row`. */
export async function makeRelation(
  connection: DuckDBConnection,
  table: string,
  input: Input,
  records: readonly JsonRecord[],
): Promise<void> {
  const rows = records.map((record, row) => ({
    row,
    ...Object.fromEntries(input.fields.map(({ name, type }) => [name, cell(type, memberOf(record, name) as Json | undefined)])),
    ...Object.fromEntries(input.collections.map((collection) => [collection.name, linesOf(collection, record[collection.name])])),
  }));
  const shape = JSON.stringify([
    {
      row: 'INTEGER',
      ...shapeOf(input.fields),
      ...Object.fromEntries(input.collections.map(({ name, fields }) => [name, [shapeOf(fields)]])),
    },
  ]);
  await connection.run(
    `CREATE OR REPLACE TABLE ${table} AS SELECT unnest(r) FROM (SELECT unnest(from_json($1::JSON, ${literal(shape)})) AS r)`,
    [JSON.stringify(rows)],
  );
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function shapeOf(fields: readonly Field[]): { readonly [name: string]: string } {
  return Object.fromEntries(fields.map(({ name, type }) => [name, jsonTypes[type]]));
}

function members(fields: readonly Field[], record: JsonRecord): JsonRecord {
  return Object.fromEntries(fields.map(({ name, type }) => [name, cell(type, record[name])]));
}

/** A value as its column holds it; what does not fit the type is missing. */
function cell(type: Field['type'], json: Json | undefined): Json {
  if (json === undefined || json === null) return null;
  if (type === 'datetime') return (typeof json === 'string' ? parseInstant(json) : undefined) ?? null;
  if (type === 'date') return typeof json === 'string' && parseDay(json) !== undefined ? json : null;
  return typeof json === type ? json : null;
}

function linesOf({ time, fields }: Input['collections'][number], json: Json | undefined): Json {
  if (!Array.isArray(json)) return null;
  const lines = json.map((line) => members(fields, line as JsonRecord));
  if (time === undefined) return lines;
  const at = (line: JsonRecord): number => {
    const value = line[time];
    return typeof value === 'number' ? value : typeof value === 'string' ? (parseDay(value) ?? 0) : Number.POSITIVE_INFINITY;
  };
  return lines.toSorted((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0));
}
