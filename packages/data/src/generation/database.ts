// Writes the typed table of a generation as `data.duckdb`: columns are appended as arrays, texts joined from their dictionaries.
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { DOUBLE, type DuckDBConnection, DuckDBDataChunk, DuckDBInstance, type DuckDBType, INTEGER, UINTEGER, UTINYINT } from '@duckdb/node-api';
import { Refusal } from '../outcome.ts';
import type { Dictionary } from '../columns/dictionary.ts';
import type { StoredColumn } from './stored-column.ts';

/** A column with its dictionary codes as they are in its file. */
export interface DatabaseColumn {
  /** `c_0`, `c_1` …: names of people's files never become identifiers of SQL. */
  readonly id: string;
  readonly data: StoredColumn['data'];
}

export interface DatabaseOptions {
  readonly threads: number;
  readonly memoryMegabytes: number;
}

const CHUNK_ROWS = 2048;

/** No file but its own, no network, no extensions, no change of these settings. */
const lockdown = (options: DatabaseOptions): Record<string, string> => ({
  threads: String(options.threads),
  memory_limit: `${options.memoryMegabytes}MB`,
  enable_external_access: 'false',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  allow_community_extensions: 'false',
  lock_configuration: 'true',
});

interface Part {
  readonly name: string;
  readonly sql: string;
  readonly type: DuckDBType;
  readonly values: Float64Array | Int32Array | Uint32Array | Uint8Array;
}

function partsOf({ id, data }: DatabaseColumn): readonly Part[] {
  if (data.type === 'string') return [{ name: id, sql: 'UINTEGER', type: UINTEGER, values: data.codes }];
  if (data.type === 'boolean') return [{ name: id, sql: 'UTINYINT', type: UTINYINT, values: data.values }];
  if (data.type === 'date') return [{ name: id, sql: 'INTEGER', type: INTEGER, values: data.values }];
  if (data.type === 'number') return [{ name: id, sql: 'DOUBLE', type: DOUBLE, values: data.values }];
  return [{ name: id, sql: 'DOUBLE', type: DOUBLE, values: data.values }, { name: `${id}_day`, sql: 'INTEGER', type: INTEGER, values: data.days }];
}

const dayExpression = (name: string): string => `DATE '1970-01-01' + nullif(r.${name}, -2147483648)`;

/** The column of the table as an expression over the appended values. */
function expressions({ id, data }: DatabaseColumn): readonly string[] {
  if (data.type === 'string') return [`d_${id}.text AS ${id}`];
  if (data.type === 'boolean') return [`CASE r.${id} WHEN 1 THEN true WHEN 0 THEN false END AS ${id}`];
  if (data.type === 'date') return [`${dayExpression(id)} AS ${id}`];
  if (data.type === 'number') return [`nullif(r.${id}, 'nan'::DOUBLE) AS ${id}`];
  return [`epoch_ms(nullif(r.${id}, 'nan'::DOUBLE)::BIGINT) AS ${id}`, `${dayExpression(`${id}_day`)} AS ${id}_day`];
}

async function appendDictionary(connection: DuckDBConnection, id: string, dictionary: Dictionary): Promise<void> {
  await connection.run(`CREATE TEMP TABLE d_${id} (code UINTEGER, text VARCHAR)`);
  const appender = await connection.createAppender(`d_${id}`, null, 'temp');
  for (let code = 1; code < dictionary.size; code++) {
    appender.appendUInteger(code);
    appender.appendVarchar(dictionary.text(code));
    appender.endRow();
  }
  appender.closeSync();
}

/** Puts values into the memory of a vector of the same width. */
function fill(vector: unknown, values: Part['values'], from: number, to: number): void {
  const target = vector as { readonly items: { set(values: ArrayLike<number>): void }; flush(): void };
  target.items.set(values.subarray(from, to));
  target.flush();
}

async function appendRows(connection: DuckDBConnection, parts: readonly Part[], rows: number): Promise<void> {
  await connection.run(`CREATE TEMP TABLE raw (${parts.map((part) => `${part.name} ${part.sql}`).join(', ')})`);
  const appender = await connection.createAppender('raw', null, 'temp');
  for (let from = 0; from < rows; from += CHUNK_ROWS) {
    const to = Math.min(rows, from + CHUNK_ROWS);
    const chunk = DuckDBDataChunk.create(parts.map((part) => part.type), to - from);
    parts.forEach((part, index) => fill(chunk.getColumnVector(index), part.values, from, to));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

/** Writes and checkpoints the table `data`, and syncs the file. */
export async function writeDatabase(path: string, columns: readonly DatabaseColumn[], rows: number, options: DatabaseOptions): Promise<void> {
  try {
    const instance = await DuckDBInstance.create(path, lockdown(options));
    try {
      const connection = await instance.connect();
      const parts = columns.flatMap(partsOf);
      await appendRows(connection, parts, rows);
      const joins: string[] = [];
      for (const { id, data } of columns) {
        if (data.type !== 'string') continue;
        await appendDictionary(connection, id, data.dictionary);
        joins.push(`LEFT JOIN d_${id} ON d_${id}.code = r.${id}`);
      }
      await connection.run(`CREATE TABLE data AS SELECT ${columns.flatMap(expressions).join(', ')} FROM raw r ${joins.join(' ')}`);
      await connection.run('CHECKPOINT');
      connection.closeSync();
    } finally {
      instance.closeSync();
    }
  } catch (error) {
    throw new Refusal('database.failed', { reason: error instanceof Error ? error.message.slice(0, 300) : 'unknown' });
  }
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}
