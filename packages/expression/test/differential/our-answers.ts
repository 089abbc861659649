// Answers of many formulas by our four readers, which must be one and the same: closures, generated code, sweep, SQL in DuckDB.
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Collection, Definition, Json } from '@tierflow/definition';
import { decider, sweep, tableOf } from '@tierflow/evaluator';
import { applySql, quoteName, quoteText, refusalsOf, tableRelation } from '@tierflow/sql';
import type { CompiledFormula } from '../../src/index.ts';
import { columnValue } from '../column-value.ts';
import { fields, orders, programOfAll } from '../scope.ts';

export type OurAnswer = { readonly value: Json } | { readonly error: string };
export type Customer = { readonly [name: string]: Json };

/** jsonata knows no as-of day: the orders of these tests have no time. */
export const untimed: Collection = { name: 'orders', fields: orders.fields };
const AS_OF = '2024-06-30';

export interface OurAnswers {
  /** By formula, then by customer. */
  readonly answers: readonly (readonly OurAnswer[])[];
  /** For each formula that has no SQL, the reason. */
  readonly refused: ReadonlyMap<number, string>;
}

export interface Readers {
  readonly answersOf: (formulas: readonly CompiledFormula[]) => Promise<OurAnswers>;
  readonly close: () => void;
}

/** Readers over the same customers. */
export async function readersOver(customers: readonly Customer[]): Promise<Readers> {
  const records = customers.map((record, at) => ({ id: `c${at}`, ...record }));
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  await makeTable(connection, records);
  const answersOf = async (formulas: readonly CompiledFormula[]): Promise<OurAnswers> => {
    const program = programOfAll(formulas, { fields, collections: [untimed] });
    const answers = await byEvaluators(program, records);
    const bySql = await byDuckDb(connection, program);
    for (const [at, { id, expr }] of program.columns.entries()) {
      const column = bySql.answers.get(id);
      for (const [row, answer] of column?.entries() ?? []) {
        mustAgree(answer, answers[at]?.[row], { reader: 'SQL', expr, record: records[row] });
      }
    }
    const refused = program.columns.flatMap(({ id }, at) => (bySql.refused.has(id) ? [[at, bySql.refused.get(id) ?? ''] as const] : []));
    return { answers, refused: new Map(refused) };
  };
  return { answersOf, close: () => connection.closeSync() };
}

/** Throws where two of our readers part. */
function mustAgree(found: OurAnswer, wanted: OurAnswer | undefined, where: { readonly [name: string]: unknown }): void {
  if (wanted === undefined || !same(found, wanted)) throw new Error(JSON.stringify({ ...where, found, wanted }, null, 1));
}

function same(a: OurAnswer, b: OurAnswer): boolean {
  return 'error' in a ? 'error' in b && a.error === b.error : 'value' in b && (a.value === b.value || (a.value === 0 && b.value === 0));
}

async function byEvaluators(program: Definition, records: readonly Customer[]): Promise<readonly (readonly OurAnswer[])[]> {
  const closures = decider(program, { mode: 'closures' });
  const generated = decider(program, { mode: 'generated' });
  const swept = await sweep(program, tableOf(program.input, records, program.timeZone), {
    asOf: AS_OF,
    columns: program.columns.map(({ id }) => id),
  });
  const found: OurAnswer[][] = program.columns.map(() => []);
  for (const [row, record] of records.entries()) {
    const [first, second] = [closures.values(record, AS_OF), generated.values(record, AS_OF)];
    const errors = new Map(first.notes.map((note) => [note.at, note.code]));
    const others = new Map(second.notes.map((note) => [note.at, note.code]));
    for (const [at, { id, expr }] of program.columns.entries()) {
      const error = errors.get(id);
      const answer: OurAnswer = error === undefined ? { value: first.values.get(id) ?? null } : { error };
      const read = (value: Json, code: string | undefined): OurAnswer => (code === undefined ? { value } : { error: code });
      const readings = {
        generated: read(second.values.get(id) ?? null, others.get(id)),
        // A sweep counts errors; the rows are missing values.
        sweep: read(columnValue(swept.columns[id], row), error),
      };
      for (const [reader, reading] of Object.entries(readings)) {
        mustAgree(reading, answer, { reader, expr, record });
      }
      found[at]?.push(answer);
    }
  }
  const errorRows = found.map((column, at) => [`f${at}`, column.filter((answer) => 'error' in answer).length] as const);
  for (const [id, n] of errorRows) {
    if ((swept.errors[id] ?? 0) !== n) throw new Error(`the sweep counts ${swept.errors[id]} errors of ${n} in ${id}`);
  }
  return found;
}

const columnTypes = { boolean: 'BOOLEAN', number: 'DOUBLE', string: 'VARCHAR', date: 'DATE', datetime: 'TIMESTAMPTZ' } as const;

/** The customers as a warehouse holds them. */
async function makeTable(connection: DuckDBConnection, records: readonly Customer[]): Promise<void> {
  const shapeOf = (of: typeof fields) => Object.fromEntries(of.map(({ name, type }) => [name, columnTypes[type]]));
  const shape = JSON.stringify([{ row: 'INTEGER', ...shapeOf(fields), orders: [shapeOf(untimed.fields)] }]);
  await connection.run(`CREATE TABLE customers AS SELECT unnest(r) FROM (SELECT unnest(from_json($1::JSON, ${quoteText(shape)})) AS r)`, [
    JSON.stringify(records.map((record, row) => ({ row, ...record }))),
  ]);
}

interface SqlAnswers {
  readonly answers: ReadonlyMap<string, readonly OurAnswer[]>;
  readonly refused: ReadonlyMap<string, string>;
}

/** One query for all formulas that have SQL. */
async function byDuckDb(connection: DuckDBConnection, program: Definition): Promise<SqlAnswers> {
  const refused = new Map(refusalsOf(program).map(({ column, refusal }) => [column, `${refusal.code} ${refusal.about}`]));
  const said = program.columns.filter(({ id }) => !refused.has(id));
  if (said.length === 0) return { answers: new Map(), refused };
  const ids = said.map(({ id }) => id);
  const { sql, nameOf, errorOf } = applySql(program, { from: tableRelation(program, 'customers'), asOf: AS_OF, columns: ids });
  const outputs = said.flatMap(({ id, type }) => {
    const [value, error] = [quoteName(nameOf(id)), errorOf(id)];
    return [type === 'date' ? `CAST(${value} - DATE '1970-01-01' AS DOUBLE)` : value, error === undefined ? 'NULL' : quoteName(error)];
  });
  // The key is the record's place with a letter in front.
  const query = `SELECT ${outputs.join(', ')} FROM (${sql}) ORDER BY CAST(substring(id, 2) AS INTEGER)`;
  const columns = (await connection.runAndReadAll(query)).getColumnsJson();
  const answers = ids.map((id, at) => {
    const [values = [], errors = []] = [columns[2 * at], columns[2 * at + 1]];
    return [
      id,
      values.map((value, row): OurAnswer => (errors[row] === null ? { value: value ?? null } : { error: String(errors[row]) })),
    ] as const;
  });
  return { answers: new Map(answers), refused };
}
