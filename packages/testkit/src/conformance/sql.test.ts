import { DuckDBInstance } from '@duckdb/node-api';
import { type Definition, type Expr, rewrite } from '@tierflow/definition';
import { applySql, countSql, quoteName } from '@tierflow/sql';
import { expect, test } from 'vitest';
import { type Random, seeded } from '../generate/random.ts';
import { randomProgram } from '../generate/random-program.ts';
import { randomAsOf, randomRecord } from '../generate/random-records.ts';
import { makeRelation } from '../sql/relation.ts';
import { compareWithSql, rowsOf, withoutRefused } from './sql-agree.ts';

const PROGRAMS = Number(process.env.TIERFLOW_PROGRAMS ?? 400);
const RECORDS = Number(process.env.TIERFLOW_RECORDS ?? 40);
const timeout = 60_000 + PROGRAMS * 1_500;

const connect = async (threads: number) => (await DuckDBInstance.create(':memory:', { threads: String(threads) })).connect();
const recordsFrom = (random: Random, n: number) => Array.from({ length: n }, (_, id) => randomRecord(id, random));

test(`SQL in DuckDB answers as the closures do on ${PROGRAMS} random programs × ${RECORDS} records`, { timeout }, async () => {
  const connection = await connect(1);
  const refused = new Map<string, number>();
  const used = new Map<string, number>();
  const total = { columns: 0, values: 0, errors: 0 };
  for (let seed = 1; seed <= PROGRAMS; seed++) {
    const random = seeded(seed);
    const program = randomProgram(random, 12);
    const records = recordsFrom(random, RECORDS);
    for (let from = 0; from < RECORDS; from += 300) {
      const chunk = records.slice(from, from + 300);
      const comparison = await compareWithSql(connection, { definition: program, records: chunk, asOf: randomAsOf });
      const first = comparison.differences[0];
      const column = program.columns.find((candidate) => candidate.id === first?.column);
      expect(first, `seed ${seed}: ${JSON.stringify(column)} on ${JSON.stringify(chunk[first?.row ?? 0])}`).toBeUndefined();
      total.values += comparison.compared;
      total.errors += comparison.errors;
      if (from === 0) for (const why of comparison.refused) refused.set(why, (refused.get(why) ?? 0) + 1);
    }
    const said = withoutRefused(program).definition;
    total.columns += said.columns.length;
    for (const column of said.columns) for (const name of namesIn(column.expr)) used.set(name, (used.get(name) ?? 0) + 1);
  }
  console.log(`${total.values} values of ${total.columns} columns equal, ${total.errors} row errors among them`);
  for (const [why, times] of [...refused].sort(([, a], [, b]) => b - a)) console.log(`  refused ${String(times).padStart(5)} × ${why}`);
  expect(total.columns).toBeGreaterThan(PROGRAMS * 6);
  expect([...used].filter(([name, times]) => times < 5 && !ofConstants.has(name))).toEqual([]);
});

/** SQL says them of constant patterns and pictures, which are rare here: sql-patterns.test.ts and the formulas read five ways. */
const ofConstants = new Set(['matches', 'matchPart', 'replaceMatches', 'formatNumber', 'formatInteger']);

function namesIn(expr: Expr): ReadonlySet<string> {
  const names = new Set<string>();
  rewrite(expr, (part) => {
    if (part.op === 'call' || part.op === 'aggregate') names.add(part.fn);
    return part;
  });
  return names;
}

test('neither the order of the rows nor the number of threads matters', { timeout: 300_000 }, async () => {
  const [one, four] = [await connect(1), await connect(4)];
  await four.run('SET preserve_insertion_order = false');
  for (let seed = 5001; seed <= 5008; seed++) {
    const random = seeded(seed);
    const { definition } = withoutRefused(randomProgram(random, 10));
    const records = recordsFrom(random, 1000);
    await makeRelation(one, 'records', definition.input, records);
    await makeRelation(four, 'records', definition.input, records);
    // Vectors of another make-up: shuffled, then repeated.
    await four.run('CREATE OR REPLACE TABLE many AS SELECT * FROM records, range(20) ORDER BY hash(row, range)');
    const { sql } = applySql(definition, { from: 'records', asOf: randomAsOf });
    const { sql: shuffled } = applySql(definition, { from: 'many', asOf: randomAsOf });
    const expected = await rowsOf(one, `SELECT * FROM (${sql}) ORDER BY row`);
    const found = await rowsOf(four, `SELECT DISTINCT * EXCLUDE (range) FROM (${shuffled}) ORDER BY row`);
    expect(found.length, `seed ${seed}`).toBe(1000);
    expect(found, `seed ${seed}`).toEqual(expected);
  }
});

test('counts of masks are the numbers of rows in them', { timeout: 120_000 }, async () => {
  const connection = await connect(2);
  for (let seed = 6001; seed <= 6150; seed++) {
    const random = seeded(seed);
    const { definition } = withoutRefused(randomProgram(random, 12));
    const masks = definition.columns.filter((column) => column.mask === true).map(({ id }) => id);
    await makeRelation(connection, 'records', definition.input, recordsFrom(random, 100));
    const { sql, nameOf } = applySql(definition, { from: 'records', asOf: randomAsOf });
    const rows = await rowsOf(connection, sql);
    for (const wanted of [masks, masks.slice(-1)]) {
      const counted = countSql(definition, { from: 'records', asOf: randomAsOf, masks: wanted });
      const [counts] = wanted.length === 0 ? [{}] : await rowsOf(connection, counted.sql);
      for (const mask of wanted) {
        const expected = rows.filter((row) => row[nameOf(mask)] === true).length;
        expect(Number(counts?.[counted.nameOf(mask)]), `seed ${seed} ${mask}`).toBe(expected);
      }
    }
  }
});

/** Mistakes that SQL could make, told as the function it would wrongly compute. */
const swap =
  (from: string, to: string) =>
  (expr: Expr): Expr =>
    (expr.op === 'call' || expr.op === 'aggregate') && expr.fn === from ? ({ ...expr, fn: to } as Expr) : expr;

const faults: { readonly [name: string]: (expr: Expr) => Expr } = {
  'an equal value falls into the higher bin': swap('bin', 'binLeft'),
  'missing equals nothing instead of unknown': swap('eq3', 'eq'),
  'unknown or false is false': swap('or3', 'or'),
  'the first line instead of the last': swap('last', 'first'),
};

test.each(Object.keys(faults))('"%s" in SQL is caught', async (fault) => {
  const connection = await connect(1);
  for (let seed = 1; seed <= 200; seed++) {
    const random = seeded(seed);
    const program = randomProgram(random, 12);
    const planted: Definition = {
      ...program,
      columns: program.columns.map((column) => ({ ...column, expr: rewrite(column.expr, faults[fault] as (expr: Expr) => Expr) })),
    };
    const { differences } = await compareWithSql(connection, {
      definition: program,
      records: recordsFrom(random, 40),
      asOf: randomAsOf,
      planted,
    });
    if (differences.length > 0) return;
  }
  expect.fail('no random program shows the fault');
});

test('names that DuckDB takes for one another are kept apart', async () => {
  const connection = await connect(1);
  await connection.run(`CREATE TABLE people AS SELECT 'k' AS id, 2::DOUBLE AS ":x.A"`);
  const number = (id: string, value: number) => ({ id, node: 'x', type: 'number' as const, expr: { op: 'literal' as const, value } });
  const program = { ...randomProgram(seeded(1), 1), columns: [number('x.a', 3), number('x.A', 4)], parameters: [] };
  const definition: Definition = {
    ...program,
    input: {
      key: 'id',
      fields: [
        { name: 'id', type: 'string' },
        { name: ':x.A', type: 'number' },
      ],
      collections: [],
    },
  };
  const { sql, nameOf } = applySql(definition, { from: 'people', asOf: randomAsOf });
  const names = [':x.A', nameOf('x.a'), nameOf('x.A')];
  const [row] = await rowsOf(connection, sql);
  expect(names.map((name) => row?.[name])).toEqual([2, 3, 4]);
  expect(names.map(quoteName).length).toBe(new Set(names).size);
});
