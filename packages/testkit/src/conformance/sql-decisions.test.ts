// Decisions in SQL on random flows: the same as `decide`, from a table as a warehouse would hold it.
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { compile, dataSchemaOf } from '@tierflow/compiler';
import { type Decision, type Definition, type Json, memberOf, previousFields } from '@tierflow/definition';
import { decider, sweep, tableOf } from '@tierflow/evaluator';
import { fit as fitDefinition } from '@tierflow/fitting';
import { nodeKinds } from '@tierflow/nodes';
import { countSql, decisionSql, refusalsOf, SqlRefusal, tableRelation } from '@tierflow/sql';
import { expect, test } from 'vitest';
import { seeded } from '../generate/random.ts';
import { randomFlow } from '../generate/random-flow.ts';
import { randomAsOf, randomInput, randomRecord } from '../generate/random-records.ts';
import { withRandomSeasons } from '../generate/random-seasons.ts';
import { rowsOf } from './sql-agree.ts';

const FLOWS = Number(process.env.TIERFLOW_FLOWS ?? 100);
const ROWS = 200;

const columnTypes = { boolean: 'BOOLEAN', number: 'DOUBLE', string: 'VARCHAR', date: 'DATE', datetime: 'TIMESTAMPTZ' } as const;
const shapeOf = (fields: typeof randomInput.fields): { readonly [name: string]: string } =>
  Object.fromEntries(fields.map(({ name, type }) => [name, columnTypes[type]]));

/** Records as they are: no order of lines, instants as timestamps. */
async function makeTable(connection: DuckDBConnection, records: readonly { readonly [name: string]: Json }[]): Promise<void> {
  const lines = Object.fromEntries(randomInput.collections.map(({ name, fields }) => [name, [shapeOf(fields)]]));
  const previous = Object.values(previousFields);
  const shape = JSON.stringify([{ ...shapeOf([...randomInput.fields, ...previous]), ...lines }]);
  const rows = records.map((record) => ({
    ...record,
    ...Object.fromEntries(previous.map(({ name }) => [name, memberOf(record, name) as Json])),
  }));
  await connection.run(`CREATE OR REPLACE TABLE people AS SELECT unnest(r) FROM (SELECT unnest(from_json($1::JSON, '${shape}')) AS r)`, [
    JSON.stringify(rows),
  ]);
}

async function fitted(
  seed: number,
): Promise<{ readonly definition: Definition; readonly records: readonly { readonly [name: string]: Json }[] }> {
  const random = seeded(seed);
  const drawn = randomFlow(random, 3 + random.integer(7));
  const flow = seed % 3 === 0 ? withRandomSeasons(drawn, seeded(seed + 7_000_000)) : drawn;
  const { definition, diagnostics } = compile(flow, nodeKinds, dataSchemaOf(flow).schema);
  if (definition === undefined) throw new Error(`seed ${seed}: ${JSON.stringify(diagnostics)}`);
  const records = Array.from({ length: ROWS }, (_, id) => randomRecord(id, random));
  const table = tableOf(definition.input, records, definition.timeZone);
  return { definition: (await fitDefinition(definition, table, { asOf: randomAsOf, generation: '1' })).definition, records };
}

/** A row of the query, as the decision says it. */
function rowOf({ key, tier, score, scores, labels, segments, playbooks, notes }: Decision): { readonly [name: string]: unknown } {
  return { ...labels, ...scores, key, tier, score, segments, playbooks, notes };
}

/** Counts of every way out of every node, and of the playbooks, by one query. */
async function countsBySql(connection: DuckDBConnection, definition: Definition): Promise<{ readonly [mask: string]: number }> {
  const ways = definition.nodes.flatMap((node) => [node.in, ...node.ports.map(({ mask }) => mask)]);
  const masks = [...new Set([...ways, ...definition.outputs.playbooks.map(({ mask }) => mask)])];
  const { sql, nameOf } = countSql(definition, { from: tableRelation(definition, 'people'), asOf: randomAsOf, masks });
  const [row] = await rowsOf(connection, sql);
  return Object.fromEntries(masks.map((mask) => [mask, Number(row?.[nameOf(mask)])]));
}

test(`decisions in SQL are those of decide on ${FLOWS} random flows × ${ROWS} customers`, { timeout: 60_000 + FLOWS * 2_400 }, async () => {
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
  const refused = new Map<string, number>();
  let compared = 0;
  for (let seed = 1; seed <= FLOWS; seed++) {
    const { definition, records } = await fitted(seed);
    let sql: string;
    try {
      sql = decisionSql(definition, { table: 'main.people', asOf: randomAsOf });
    } catch (error) {
      if (!(error instanceof SqlRefusal)) throw error;
      for (const { refusal } of refusalsOf(definition)) refused.set(refusal.message, (refused.get(refusal.message) ?? 0) + 1);
      continue;
    }
    compared += 1;
    await makeTable(connection, records);
    const rows = new Map((await rowsOf(connection, sql)).map((row) => [row.key, row]));
    const { decide } = decider(definition, { mode: 'closures' });
    const { counts } = await sweep(definition, tableOf(definition.input, records, definition.timeZone), { asOf: randomAsOf });
    const counted = await countsBySql(connection, definition);
    for (const [mask, n] of Object.entries(counted)) expect(n, `seed ${seed} count of ${mask}`).toBe(counts[mask]);
    const [playbook] = definition.outputs.playbooks;
    if (playbook !== undefined) {
      const { sql: one, nameOf } = countSql(definition, {
        from: tableRelation(definition, 'people'),
        asOf: randomAsOf,
        masks: [playbook.mask],
      });
      expect(Number((await rowsOf(connection, one))[0]?.[nameOf(playbook.mask)]), `seed ${seed} ${playbook.id}`).toBe(
        counts[playbook.mask],
      );
    }
    for (const record of records) {
      const decision = decide(record, { asOf: randomAsOf });
      expect(rows.get(decision.key), `seed ${seed} customer ${decision.key}`).toEqual(rowOf(decision));
    }
  }
  console.log(`refused: ${[...refused].map(([why, times]) => `${times} × ${why}`).join(', ') || 'none'}`);
  // Purchase models are sums and integrals that no SQL says; all else has to be said.
  const others = [...refused].filter(([why]) => !/: (bgnbd|paretoNbd|gammaGamma)/.test(why));
  expect(others.reduce((sum, [, n]) => sum + n, 0)).toBeLessThan(FLOWS / 10);
  expect(compared).toBeGreaterThan(FLOWS / 2);
});
