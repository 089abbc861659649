// Population work: apply and count, fit and apply; side by side with DuckDB on SQL tuned for it.
import type { DuckDBConnection } from '@duckdb/node-api';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Definition } from '@tierflow/definition';
import { sweep, sweepCache, type Table } from '@tierflow/evaluator';
import { fit } from '@tierflow/fitting';
import { applySql, countSql, quoteName, quoteText } from '@tierflow/sql';
import { east, gradingDefinition, regions, served, tierFrom, tierIds } from './grading-flow.ts';
import { printTimings, timeInRounds } from './rounds.ts';

const asOf = '2026-01-01';

const listOf = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/** Deterministic customers: the same rows in DuckDB and in typed arrays. */
async function makeCustomers(connection: DuckDBConnection, rows: number): Promise<Table> {
  await connection.run(`CREATE OR REPLACE TABLE customers AS SELECT
    'region-' || (1 + hash(i, 1) % 12) AS region, (18 + hash(i, 2) % 62)::DOUBLE AS age,
    CASE WHEN hash(i, 3) % 10 < 3 THEN NULL ELSE (hash(i, 4) % 10)::DOUBLE END AS satisfaction,
    (hash(i, 5) % 400)::DOUBLE AS days, (1 + hash(i, 6) % 20)::DOUBLE AS orders, (hash(i, 7) % 1000000 / 100)::DOUBLE AS spend
    FROM range(${rows}) r(i)`);
  const columns = (await (await connection.run('SELECT * FROM customers')).getColumns()) as unknown[][];
  const numbers = (at: number) => ({
    type: 'number' as const,
    values: Float64Array.from(columns[at] ?? [], (value) => (value === null ? Number.NaN : Number(value))),
  });
  const dictionary = ['', ...regions];
  const codes = new Map(dictionary.map((name, code) => [name, code]));
  return {
    rows,
    key: { type: 'string', codes: new Uint32Array(rows), dictionary: [''] },
    fields: {
      region: { type: 'string', codes: Uint32Array.from(columns[0] ?? [], (name) => codes.get(String(name)) ?? 0), dictionary },
      age: numbers(1),
      satisfaction: numbers(2),
      days: numbers(3),
      orders: numbers(4),
      spend: numbers(5),
    },
    collections: {},
  };
}

const reached = `region IN (${listOf(served)}) AND age BETWEEN 20 AND 70 AND satisfaction IS NOT NULL`;
const fitSql = `SELECT quantile_disc(days, [0.2, 0.4, 0.6, 0.8]), quantile_disc(orders, [0.2, 0.4, 0.6, 0.8]), quantile_disc(spend, [0.2, 0.4, 0.6, 0.8]) FROM customers WHERE ${reached}`;

/** Scores in scaled integers, linear CASE, grouped by score and region first, tiers named on the groups. */
function countsSql(cuts: Cuts): string {
  const bin = (column: string, at: readonly number[]): string =>
    `CASE ${at.map((cut, i) => `WHEN ${column} <= ${cut} THEN ${i + 1}`).join(' ')} ELSE ${at.length + 1} END`;
  return `WITH scored AS (SELECT region, 3 * (6 - ${bin('days', cuts.days)}) + 3 * ${bin('orders', cuts.orders)} + 4 * ${bin('spend', cuts.spend)} AS score FROM customers WHERE ${reached}),
    grouped AS (SELECT region, score, count(*) AS n FROM scored GROUP BY ALL)
    SELECT CASE WHEN score >= 44 THEN 0 WHEN score >= 38 THEN 1 WHEN score >= 30 THEN 2 WHEN score >= 22 THEN 3 ELSE 4 END AS tier, region IN (${listOf(east)}) AS east, sum(n) AS n FROM grouped GROUP BY ALL`;
}

interface Cuts {
  readonly days: readonly number[];
  readonly orders: readonly number[];
  readonly spend: readonly number[];
}

/** Tier and playbook of every customer by hand. */
function rowsSql(cuts: Cuts): string {
  const bin = (column: string, at: readonly number[]): string =>
    `CASE ${at.map((cut, i) => `WHEN ${column} <= ${cut} THEN ${i + 1}`).join(' ')} ELSE ${at.length + 1} END`;
  const tiers = tierFrom.map((from, at) => `WHEN score >= ${Math.round(from * 10)} THEN '${tierIds[at]}'`).join(' ');
  return `WITH scored AS (SELECT region, ${reached} AS reached, 3 * (6 - ${bin('days', cuts.days)}) + 3 * ${bin('orders', cuts.orders)} + 4 * ${bin('spend', cuts.spend)} AS score FROM customers),
    tiered AS (SELECT region, CASE WHEN NOT reached THEN NULL ${tiers} ELSE '${tierIds.at(-1)}' END AS tier FROM scored)
    SELECT tier, tier || CASE WHEN region IN (${listOf(east)}) THEN '-east' ELSE '-west' END AS playbook FROM tiered`;
}

/** The same from the definition. */
function rowsSqlOf(definition: Definition): string {
  const { tiers, playbooks } = definition.outputs;
  const bands = tiers.at(-1)?.bands ?? [];
  const columns = [...bands, ...playbooks].map(({ mask }) => mask);
  const { sql, nameOf } = applySql(definition, { from: 'customers', asOf, columns });
  const chosen = (items: readonly { readonly id: string; readonly mask: string }[]): string =>
    `CASE ${items.map(({ id, mask }) => `WHEN ${quoteName(nameOf(mask))} THEN ${quoteText(id)}`).join(' ')} END`;
  return `SELECT ${chosen(bands)} AS tier, ${chosen(playbooks)} AS playbook FROM (${sql})`;
}

/** Reads every row that a query makes and adds them up. */
async function drained(connection: DuckDBConnection, query: string): Promise<string> {
  const reader = await connection.runAndReadAll(`SELECT count(tier), count(playbook), bit_xor(hash(playbook)) FROM (${query})`);
  return JSON.stringify(reader.getRowsJson());
}

/** Counts of playbooks by the query that is made from the definition. */
function countsBySql(definition: Definition): (connection: DuckDBConnection) => Promise<Map<string, number>> {
  const { playbooks } = definition.outputs;
  const { sql, nameOf } = countSql(definition, { from: 'customers', asOf, masks: playbooks.map(({ mask }) => mask) });
  return async (connection) => {
    const [row] = (await connection.runAndReadAll(sql)).getRowObjectsJson();
    return new Map(playbooks.map(({ id, mask }) => [id, Number(row?.[nameOf(mask)])]));
  };
}

async function fitInDuckDb(connection: DuckDBConnection): Promise<Cuts> {
  const [row] = (await (await connection.run(fitSql)).getRowsJson()) as number[][][];
  const [days = [], orders = [], spend = []] = row ?? [];
  return { days, orders, spend };
}

async function countsInDuckDb(connection: DuckDBConnection, cuts: Cuts): Promise<Map<string, number>> {
  const rows = await (await connection.run(countsSql(cuts))).getRowsJson();
  return new Map(rows.map(([tier, isEast, n]) => [`${tierIds[Number(tier)]}-${isEast === true ? 'east' : 'west'}`, Number(n)]));
}

function countsOf(definition: Definition, counts: { readonly [mask: string]: number }): Map<string, number> {
  return new Map(definition.outputs.playbooks.map((playbook) => [playbook.id, counts[playbook.mask] ?? 0]));
}

function mustAgree(ours: Map<string, number>, theirs: Map<string, number>): void {
  for (const [id, n] of ours) if ((theirs.get(id) ?? 0) !== n) throw new Error(`counts differ at ${id}: ${n} and ${theirs.get(id)}`);
}

/** Times one population and prints the tables; throws where the engines do not agree to the customer. */
export async function benchPopulation(rows: number, rounds: number): Promise<void> {
  const connect = async (threads: string) => (await DuckDBInstance.create(':memory:', { threads })).connect();
  const [one, two] = [await connect('1'), await connect('2')];
  await makeCustomers(one, rows);
  const table = await makeCustomers(two, rows);
  const unfitted = gradingDefinition();
  const { definition } = await fit(unfitted, table, { asOf, generation: 'bench' });
  const cuts = await fitInDuckDb(two);
  const cache = sweepCache();
  const apply = (cells: boolean) => async () => {
    // Warm code, no remembered cells: the rows are read again.
    cache.cells.clear();
    return (await sweep(definition, table, { asOf, cells, cache, chunk: rows })).counts;
  };
  mustAgree(countsOf(definition, await apply(true)()), await countsInDuckDb(two, cuts));
  const bySql = countsBySql(definition);
  mustAgree(countsOf(definition, await apply(true)()), await bySql(two));
  const applied = await timeInRounds(
    [
      { name: 'DuckDB, two threads', units: rows, run: () => countsInDuckDb(two, cuts) },
      { name: 'DuckDB, one thread', units: rows, run: () => countsInDuckDb(one, cuts) },
      { name: 'SQL from the definition, two threads', units: rows, run: () => bySql(two) },
      { name: 'SQL from the definition, one thread', units: rows, run: () => bySql(one) },
      { name: 'Tierflow, one thread', units: rows, run: apply(true) },
      { name: 'Tierflow, masks row by row', units: rows, run: apply(false) },
    ],
    rounds,
  );
  printTimings(`Apply and count, ${rows.toLocaleString('en')} customers`, applied, 'DuckDB, two threads', false);
  const [byHand, made] = [rowsSql(cuts), rowsSqlOf(definition)];
  if ((await drained(two, byHand)) !== (await drained(two, made))) throw new Error('rows differ');
  const each = await timeInRounds(
    [
      { name: 'SQL by hand', units: rows, run: () => drained(two, byHand) },
      { name: 'SQL from the definition', units: rows, run: () => drained(two, made) },
    ],
    rounds,
  );
  printTimings(`Tier and playbook of each, DuckDB, ${rows.toLocaleString('en')} customers`, each, 'SQL by hand', false);
  const fitted = await timeInRounds(
    [
      { name: 'DuckDB, two threads', units: rows, run: async () => countsInDuckDb(two, await fitInDuckDb(two)) },
      {
        name: 'Tierflow, one thread',
        units: rows,
        run: async () => sweep((await fit(unfitted, table, { asOf, generation: 'bench' })).definition, table, { asOf }),
      },
    ],
    Math.max(3, rounds >> 1),
  );
  printTimings(`Fit, apply and count, ${rows.toLocaleString('en')} customers`, fitted, 'DuckDB, two threads', false);
}
