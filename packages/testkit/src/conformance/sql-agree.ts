// Holds SQL made from a definition against the closures: values and error codes of every column of every record.
import type { DuckDBConnection } from '@duckdb/node-api';
import { type Column, type Definition, type Json, walk } from '@tierflow/definition';
import { decider, type Value } from '@tierflow/evaluator';
import { applySql, quoteName, refusalsOf } from '@tierflow/sql';
import { makeRelation } from '../sql/relation.ts';

export interface SqlDifference {
  readonly row: number;
  readonly column: string;
  readonly closures: unknown;
  readonly sql: unknown;
}

export interface SqlComparison {
  readonly differences: readonly SqlDifference[];
  /** Values compared. */
  readonly compared: number;
  /** Row errors on which both agree. */
  readonly errors: number;
  /** `code about` of the refused columns, each once. */
  readonly refused: readonly string[];
}

/** The definition without the columns that are refused, and without those made of them. */
export function withoutRefused(definition: Definition): { readonly definition: Definition; readonly refused: readonly string[] } {
  const refusals = refusalsOf(definition);
  const gone = new Set(refusals.map(({ column }) => column));
  const reads = (column: Column): boolean => {
    let found = column.where !== undefined && gone.has(column.where);
    walk(column.expr, (part) => {
      if (part.op === 'column' && gone.has(part.id)) found = true;
    });
    return found;
  };
  for (const column of definition.columns) if (reads(column)) gone.add(column.id);
  return {
    definition: { ...definition, columns: definition.columns.filter((column) => !gone.has(column.id)) },
    refused: refusals.map(({ refusal }) => `${refusal.code} ${refusal.about}`),
  };
}

/** Rows of a query, by position in the table of records. */
export async function rowsOf(connection: DuckDBConnection, query: string): Promise<readonly { readonly [name: string]: Json }[]> {
  const reader = await connection.runAndReadAll(query);
  return reader.getRowObjectsJson() as { [name: string]: Json }[];
}

export interface SqlCase {
  readonly definition: Definition;
  readonly records: readonly { readonly [name: string]: Json }[];
  readonly asOf: string;
  /** What SQL reads instead: proves that a fault in it is seen. */
  readonly planted?: Definition;
}

/** Compares one definition on records; columns that SQL refuses are left out and told. */
export async function compareWithSql(
  connection: DuckDBConnection,
  { definition: whole, records, asOf, planted }: SqlCase,
): Promise<SqlComparison> {
  const { definition, refused } = withoutRefused(whole);
  const closures = decider(definition, { mode: 'closures' });
  await makeRelation(connection, 'records', definition.input, records);
  const ids = definition.columns.map((column) => column.id);
  const { sql, nameOf, errorOf } = applySql(planted ?? definition, { from: 'records', asOf, columns: ids });
  const outputs = definition.columns.flatMap((column, at) => {
    const error = errorOf(column.id);
    return [`${shown(column, nameOf(column.id))} AS v${at}`, ...(error === undefined ? [] : [`${quoteName(error)} AS e${at}`])];
  });
  const rows = outputs.length === 0 ? [] : await rowsOf(connection, `SELECT ${outputs.join(', ')} FROM (${sql}) ORDER BY row`);
  const differences: SqlDifference[] = [];
  let errors = 0;
  rows.forEach((row, at) => {
    const { values, notes } = closures.values(records[at], asOf);
    definition.columns.forEach((column, position) => {
      const code = notes.find((note) => note.at === column.id)?.code ?? null;
      const theirs = row[`e${position}`] ?? null;
      if (code !== null && code === theirs) errors++;
      if (code !== theirs) differences.push({ row: at, column: column.id, closures: code, sql: theirs });
      const value = values.get(column.id);
      const found = readBack(column, row[`v${position}`] ?? null);
      if (!same(value, found)) differences.push({ row: at, column: column.id, closures: value, sql: found });
    });
  });
  return { differences, compared: rows.length * definition.columns.length, errors, refused };
}

/** Days as day numbers, so that both sides speak alike. */
function shown(column: Column, name: string): string {
  return column.type === 'date' ? `CAST(${quoteName(name)} - DATE '1970-01-01' AS DOUBLE)` : quoteName(name);
}

/** JSON has no infinities; a query tells them as texts. */
function readBack(column: Column, json: Json): unknown {
  if (json === null) return undefined;
  return typeof json === 'string' && column.type !== 'string' ? Number(json) : json;
}

function same(a: Value, b: unknown): boolean {
  return a === b || (a !== a && b !== b);
}
