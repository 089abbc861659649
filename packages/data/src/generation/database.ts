// Writes the typed table of a generation as `data.duckdb`: columns are appended as arrays, texts joined from their dictionaries.
import { chmodSync, closeSync, fsyncSync, openSync } from 'node:fs';
import {
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBType,
  INTEGER,
  UINTEGER,
  UTINYINT,
  VARCHAR,
} from '@duckdb/node-api';
import type { Dictionary } from '../columns/dictionary.ts';
import { Refusal } from '../outcome.ts';
import type { StoredColumn } from './stored-column.ts';
import { isWritten, textsOf } from './text-vector.ts';

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
  /** Puts the rows from ≤ row < to into a vector. */
  readonly fill: (vector: unknown, from: number, to: number) => void;
}

/** A vector of numbers of the engine, as far as it is written here. */
interface NumberVector {
  readonly items: { set(values: ArrayLike<number>): void };
  flush(): void;
}

const numbers =
  (values: Float64Array | Int32Array | Uint32Array | Uint8Array): Part['fill'] =>
  (vector, from, to) => {
    const target = vector as NumberVector;
    target.items.set(values.subarray(from, to));
    target.flush();
  };

function partsOf({ id, data }: DatabaseColumn): readonly Part[] {
  if (data.type === 'string' && isWritten(data)) return [{ name: id, sql: 'VARCHAR', type: VARCHAR, fill: textsOf(data) }];
  if (data.type === 'string') return [{ name: id, sql: 'UINTEGER', type: UINTEGER, fill: numbers(data.codes) }];
  if (data.type === 'boolean') return [{ name: id, sql: 'UTINYINT', type: UTINYINT, fill: numbers(data.values) }];
  if (data.type === 'date') return [{ name: id, sql: 'INTEGER', type: INTEGER, fill: numbers(data.values) }];
  if (data.type === 'number') return [{ name: id, sql: 'DOUBLE', type: DOUBLE, fill: numbers(data.values) }];
  return [
    { name: id, sql: 'DOUBLE', type: DOUBLE, fill: numbers(data.values) },
    { name: `${id}_day`, sql: 'INTEGER', type: INTEGER, fill: numbers(data.days) },
  ];
}

const dayExpression = (name: string): string => `DATE '1970-01-01' + nullif(r.${name}, -2147483648)`;

/** The column of the table as an expression over the appended values. */
function expressions({ id, data }: DatabaseColumn): readonly string[] {
  if (data.type === 'string') return [isWritten(data) ? `r.${id}` : `t_${id}.text AS ${id}`];
  if (data.type === 'boolean') return [`CASE r.${id} WHEN 1 THEN true WHEN 0 THEN false END AS ${id}`];
  if (data.type === 'date') return [`${dayExpression(id)} AS ${id}`];
  if (data.type === 'number') return [`nullif(r.${id}, 'nan'::DOUBLE) AS ${id}`];
  return [`epoch_ms(nullif(r.${id}, 'nan'::DOUBLE)::BIGINT) AS ${id}`, `${dayExpression(`${id}_day`)} AS ${id}_day`];
}

async function appendDictionary(connection: DuckDBConnection, id: string, dictionary: Dictionary): Promise<void> {
  const codes = Uint32Array.from({ length: dictionary.size - 1 }, (_, at) => at + 1);
  const parts: readonly Part[] = [
    { name: 'code', sql: 'UINTEGER', type: UINTEGER, fill: numbers(codes) },
    { name: 'text', sql: 'VARCHAR', type: VARCHAR, fill: textsOf({ codes, dictionary }) },
  ];
  await appendRows(connection, `t_${id}`, parts, codes.length);
}

async function appendRows(connection: DuckDBConnection, table: string, parts: readonly Part[], rows: number): Promise<void> {
  await connection.run(`CREATE TEMP TABLE ${table} (${parts.map((part) => `${part.name} ${part.sql}`).join(', ')})`);
  const appender = await connection.createAppender(table, null, 'temp');
  const types = parts.map((part) => part.type);
  for (let from = 0; from < rows; from += CHUNK_ROWS) {
    const to = Math.min(rows, from + CHUNK_ROWS);
    const chunk = DuckDBDataChunk.create(types, to - from);
    for (let index = 0; index < parts.length; index++) (parts[index] as Part).fill(chunk.getColumnVector(index), from, to);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

/** Appends everything; the statement that is left to run in the engine's own threads. */
async function appendAll(connection: DuckDBConnection, columns: readonly DatabaseColumn[], rows: number): Promise<string> {
  await appendRows(connection, 'raw', columns.flatMap(partsOf), rows);
  const joins: string[] = [];
  for (const { id, data } of columns) {
    if (data.type !== 'string' || isWritten(data)) continue;
    await appendDictionary(connection, id, data.dictionary);
    joins.push(`LEFT JOIN t_${id} ON t_${id}.code = r.${id}`);
  }
  return `CREATE TABLE data AS SELECT ${columns.flatMap(expressions).join(', ')} FROM raw r ${joins.join(' ')}`;
}

/** A database that is being written. */
export interface DatabaseInWriting {
  /** Done when the file is complete, checkpointed and synced. */
  readonly done: Promise<void>;
}

const refusal = (error: unknown): Refusal =>
  new Refusal('database.failed', { reason: error instanceof Error ? error.message.slice(0, 300) : 'unknown' });

/**
 * Writes the table `data`. Returns when all values are handed over; the engine then goes on in threads of its own, so the caller
 * can do other work before it waits for `done`.
 */
export async function startDatabase(
  path: string,
  columns: readonly DatabaseColumn[],
  rows: number,
  options: DatabaseOptions,
): Promise<DatabaseInWriting> {
  try {
    const instance = await DuckDBInstance.create(path, lockdown(options));
    const connection = await instance.connect();
    const statement = await appendAll(connection, columns, rows);
    const done = finish(instance, connection, statement, path).catch((error: unknown) => {
      throw refusal(error);
    });
    done.catch(() => undefined);
    return { done };
  } catch (error) {
    throw refusal(error);
  }
}

async function finish(instance: DuckDBInstance, connection: DuckDBConnection, statement: string, path: string): Promise<void> {
  try {
    await connection.run(statement);
    await connection.run('CHECKPOINT');
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
  chmodSync(path, 0o600);
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}
