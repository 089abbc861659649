// The order in which customers come changes nothing: the same definition byte for byte, the same decisions, for every kind.
import { compile, dataSchemaOf } from '@tierflow/compiler';
import { canonicalJson, type Definition, type Json } from '@tierflow/definition';
import { nodeCounts, sweep, tableOf } from '@tierflow/evaluator';
import { fit as fitDefinition } from '@tierflow/fitting';
import { nodeKinds } from '@tierflow/nodes';
import { expect, test } from 'vitest';
import { type Random, seeded } from '../generate/random.ts';
import { randomFlow } from '../generate/random-flow.ts';
import { randomAsOf, randomRecord } from '../generate/random-records.ts';

const FLOWS = Number(process.env.TIERFLOW_ORDER_FLOWS ?? 120);
const ROWS = 150;

type Records = readonly { readonly [name: string]: Json }[];

function shuffled(records: Records, random: Random): Records {
  const left = [...records];
  return records.map(() => left.splice(random.integer(left.length), 1)[0] as Records[number]);
}

/** The fitted definition as bytes, what its fit warned of, and the people on every node. */
async function outcome(unfitted: Definition, records: Records) {
  const table = tableOf(unfitted.input, records, unfitted.timeZone);
  const { definition, warnings } = await fitDefinition(unfitted, table, { asOf: randomAsOf, generation: '1' });
  return {
    bytes: canonicalJson(definition),
    warnings: warnings.map(({ code, at }) => `${code} ${at?.node}`),
    counts: nodeCounts(definition, await sweep(definition, table, { asOf: randomAsOf })),
  };
}

test(`customers in another order give the same bytes and counts, on ${FLOWS} random flows`, { timeout: 60_000 + FLOWS * 600 }, async () => {
  const drawn = new Set<string>();
  for (let seed = 1; seed <= FLOWS; seed++) {
    const random = seeded(seed * 7919);
    const flow = randomFlow(random, 3 + random.integer(7));
    for (const { kind } of flow.nodes) drawn.add(kind);
    const { definition } = compile(flow, nodeKinds, dataSchemaOf(flow).schema);
    if (definition === undefined) throw new Error(`seed ${seed}: no definition`);
    const records = Array.from({ length: ROWS }, (_, id) => randomRecord(id, random));
    const other = await outcome(definition, shuffled(records, random));
    expect(other, `seed ${seed}`).toEqual(await outcome(definition, records));
  }
  expect([...nodeKinds.keys()].filter((kind) => !drawn.has(kind))).toEqual(['note']);
});
