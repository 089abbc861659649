// The formulas of the suite once more, as SQL in DuckDB: one query for those that are asked over the same data.
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Field, Json } from '@tierflow/definition';
import { applySql, quoteName, quoteText, refusalsOf, tableRelation } from '@tierflow/sql';
import { programOfAll } from '../scope.ts';
import type { Answer, Answered } from './answer.ts';

export interface SqlAnswers {
  /** Formulas that SQL answers otherwise, with both answers. */
  readonly different: readonly { readonly id: string; readonly sql: Answer; readonly answer: Answer }[];
  readonly compared: number;
  /** Formulas that have no SQL. */
  readonly refused: number;
}

export async function sqlAnswers(answered: readonly Answered[]): Promise<SqlAnswers> {
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  const groups = [...Map.groupBy(answered, ({ found, record }) => JSON.stringify([found.schema, record])).values()];
  const different: SqlAnswers['different'][number][] = [];
  let compared = 0;
  for (const group of groups.flatMap(inParts)) {
    const bySql = await groupBySql(connection, group);
    compared += bySql.size;
    for (const [at, sql] of bySql) {
      const one = group[at];
      if (one !== undefined && !same(sql, one.answer)) different.push({ id: one.id, sql, answer: one.answer });
    }
  }
  connection.closeSync();
  return { different, compared, refused: answered.length - compared };
}

/** Formulas in one query. */
const AT_ONCE = 50;

function inParts(group: readonly Answered[]): readonly (readonly Answered[])[] {
  return Array.from({ length: Math.ceil(group.length / AT_ONCE) }, (_, part) => group.slice(part * AT_ONCE, (part + 1) * AT_ONCE));
}

function same(a: Answer, b: Answer): boolean {
  if ('error' in a || 'error' in b) return 'error' in a && 'error' in b && a.error === b.error;
  if (!('value' in a) || !('value' in b)) return false;
  if (typeof a.value !== 'number' || typeof b.value !== 'number') return a.value === b.value;
  return Math.abs(a.value - b.value) <= 1e-12 * Math.abs(b.value);
}

const TYPES = { boolean: 'BOOLEAN', number: 'DOUBLE', string: 'VARCHAR', date: 'DATE', datetime: 'TIMESTAMPTZ' } as const;

const shapeOf = (fields: readonly Field[]): { readonly [name: string]: string } =>
  Object.fromEntries(fields.map(({ name, type }) => [name, TYPES[type]]));

/** Answers by the place of the formula in the group; without those that have no SQL. */
async function groupBySql(connection: DuckDBConnection, group: readonly Answered[]): Promise<ReadonlyMap<number, Answer>> {
  const [first] = group;
  if (first === undefined) return new Map();
  const { schema } = first.found;
  const program = programOfAll(
    group.map(({ found }) => found.compiled),
    schema,
  );
  const refused = new Set(refusalsOf(program).map(({ column }) => column));
  const said = program.columns.filter(({ id }) => !refused.has(id));
  if (said.length === 0) return new Map();
  await makeTable(connection, first);
  const ids = said.map(({ id }) => id);
  const { sql, nameOf, errorOf } = applySql(program, { from: tableRelation(program, 'customers'), asOf: '2024-06-30', columns: ids });
  const outputs = said.flatMap(({ id, type }) => {
    const [value, error] = [quoteName(nameOf(id)), errorOf(id)];
    return [type === 'date' ? `CAST(${value} - DATE '1970-01-01' AS DOUBLE)` : value, error === undefined ? 'NULL' : quoteName(error)];
  });
  const columns = (await connection.runAndReadAll(`SELECT ${outputs.join(', ')} FROM (${sql})`)).getColumnsJson();
  return new Map(
    ids.map((id, at) => {
      const [value, error] = [columns[2 * at]?.[0] ?? null, columns[2 * at + 1]?.[0] ?? null];
      return [
        program.columns.findIndex((column) => column.id === id),
        error === null ? { value: value as Json } : { error: String(error) },
      ];
    }),
  );
}

async function makeTable(connection: DuckDBConnection, { found: { schema }, record }: Answered): Promise<void> {
  // A line without a field of one type is a line still.
  const lists = Object.fromEntries(schema.collections.map(({ name, fields }) => [name, [{ '~': 'VARCHAR', ...shapeOf(fields) }]]));
  const shape = JSON.stringify({ id: 'VARCHAR', ...shapeOf(schema.fields), ...lists });
  await connection.run(
    `CREATE OR REPLACE TABLE customers AS SELECT unnest(r) FROM (SELECT from_json($1::JSON, ${quoteText(shape)}) AS r)`,
    [JSON.stringify({ id: 'c1', ...record })],
  );
}
