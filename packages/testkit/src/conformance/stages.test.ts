// A program cut into many functions that go through the rows tile by tile, against the same program in one function.
import { compile, dataSchemaOf } from '@tierflow/compiler';
import { sweep, tableOf } from '@tierflow/evaluator';
import { fit as fitDefinition } from '@tierflow/fitting';
import { nodeKinds } from '@tierflow/nodes';
import { expect, test } from 'vitest';
import { seeded } from '../generate/random.ts';
import { randomFlow } from '../generate/random-flow.ts';
import { randomAsOf, randomRecord } from '../generate/random-records.ts';

const ROWS = 9000;

test('rows of several tiles and chunks count and hold the same, by row and by cells', { timeout: 120_000 }, async () => {
  const random = seeded(77);
  const records = Array.from({ length: ROWS }, (_, id) => randomRecord(id, random));
  for (let at = 0; at < 6; at++) {
    const flow = randomFlow(random, 8);
    const { definition: unfitted } = compile(flow, nodeKinds, dataSchemaOf(flow).schema);
    if (unfitted === undefined) throw new Error(`flow ${at}: no definition`);
    const table = tableOf(unfitted.input, records, unfitted.timeZone);
    const { definition } = await fitDefinition(unfitted, table, { asOf: randomAsOf, generation: '1' });
    const columns = definition.columns.map(({ id }) => id);
    const asked = { asOf: randomAsOf, chunk: 5000 };
    expect(await sweep(definition, table, { ...asked, columns, cells: false, weight: 20 })).toEqual(
      await sweep(definition, table, { ...asked, columns, cells: false, weight: 1e9 }),
    );
    expect((await sweep(definition, table, { ...asked, weight: 20 })).counts).toEqual(
      (await sweep(definition, table, { ...asked, weight: 1e9 })).counts,
    );
  }
});
