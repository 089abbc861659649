// Seasons on random flows: on every day a definition with seasons answers what the flow answers that had that day's numbers typed
// in, by every evaluator.
import { compile, dataSchemaOf } from '@tierflow/compiler';
import { type Definition, type Json, readDefinition } from '@tierflow/definition';
import { decider, sweep, sweepCache, tableOf } from '@tierflow/evaluator';
import { fit as fitDefinition } from '@tierflow/fitting';
import { type Flow, flowOn, flowSeasonOn } from '@tierflow/flow';
import { nodeKinds } from '@tierflow/nodes';
import { expect, test } from 'vitest';
import { seeded } from '../generate/random.ts';
import { randomFlow } from '../generate/random-flow.ts';
import { randomAsOf, randomRecord } from '../generate/random-records.ts';
import { seasonDays, withRandomSeasons } from '../generate/random-seasons.ts';
import { disagreements } from './agree.ts';

const FLOWS = Number(process.env.TIERFLOW_SEASON_FLOWS ?? 40);
const ROWS = 40;

type Records = readonly { readonly [name: string]: Json }[];

function compiled(flow: Flow) {
  return compile(flow, nodeKinds, dataSchemaOf(flow).schema);
}

async function fitted(definition: Definition | undefined, records: Records): Promise<Definition> {
  if (definition === undefined) throw new Error('no definition');
  const table = tableOf(definition.input, records, definition.timeZone);
  return (await fitDefinition(definition, table, { asOf: randomAsOf, generation: '1' })).definition;
}

/** The flow with those of its seasons that compile, and what it compiles to; undefined where none does. */
function sound(flow: Flow): { readonly flow: Flow; readonly definition: Definition } | undefined {
  const { diagnostics, definition } = compiled(flow);
  const unsound = new Set(diagnostics.flatMap(({ severity, at }) => (severity === 'error' ? [at.season] : [])));
  expect(unsound.has(undefined)).toBe(false);
  const seasons = (flow.seasons ?? []).filter(({ id }) => !unsound.has(id));
  if (definition === undefined || seasons.length === 0) return undefined;
  expect(definition.seasons?.map(({ id }) => id)).toEqual(seasons.map(({ id }) => id));
  return { flow: { ...flow, seasons }, definition };
}

/** A day of each season, of no season, and the day of the fit. */
function daysFor(flow: Flow): readonly string[] {
  const first = new Map(seasonDays.map((day) => [flowSeasonOn(flow, day)?.id, day]));
  return [...new Set([...first.values(), randomAsOf])];
}

test(`on every day ${FLOWS} random flows with seasons answer as if that day's numbers were the flow's`, {
  timeout: 60_000 + FLOWS * 1500,
}, async () => {
  let seasons = 0;
  let different = 0;
  for (let seed = 1; seed <= FLOWS; seed++) {
    const random = seeded(seed);
    const made = sound(withRandomSeasons(randomFlow(random, 3 + random.integer(7)), seeded(seed + 7_000_000)));
    if (made === undefined) continue;
    const { flow } = made;
    seasons += flow.seasons?.length ?? 0;
    const records = Array.from({ length: ROWS }, (_, id) => randomRecord(id, random));
    const joined = await fitted(made.definition, records);
    expect(readDefinition(JSON.parse(JSON.stringify(joined))), `seed ${seed}`).toMatchObject({ ok: true });
    const table = tableOf(joined.input, records, joined.timeZone);
    const [generated, closures] = [decider(joined), decider(joined, { mode: 'closures' })];
    const { seasons: _, ...usual } = flow;
    const plain = decider(await fitted(compiled(usual).definition, records), { mode: 'closures' });
    const cache = sweepCache();
    for (const asOf of daysFor(flow)) {
      const context = `seed ${seed} on ${asOf}`;
      const { seasons: __, ...today } = flowOn(flow, asOf);
      const only = await fitted(compiled(today).definition, records);
      const expected = decider(only, { mode: 'closures' });
      let changed = false;
      for (const record of records) {
        const answer = expected.decide(record, { asOf });
        expect(generated.decide(record, { asOf }), context).toEqual(answer);
        expect(closures.decide(record, { asOf }), context).toEqual(answer);
        changed ||= JSON.stringify(answer) !== JSON.stringify(plain.decide(record, { asOf }));
      }
      if (changed) different += 1;
      const { counts } = await sweep(only, tableOf(only.input, records, only.timeZone), { asOf });
      const found = await sweep(joined, table, { asOf, cache });
      for (const node of only.nodes) {
        for (const port of node.ports) expect(found.counts[port.mask], `${context} ${node.id}:${port.id}`).toBe(counts[port.mask]);
      }
    }
    const [day = randomAsOf] = daysFor(flow);
    if (seed % 6 === 0) expect((await disagreements(joined, records, day))[0], `seed ${seed} on ${day}`).toBeUndefined();
  }
  expect(seasons).toBeGreaterThan(FLOWS / 3);
  expect(different, 'days on which a season changes an answer').toBeGreaterThan(FLOWS / 10);
});
