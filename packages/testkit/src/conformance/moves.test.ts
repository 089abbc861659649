import { compile, dataSchemaOf } from '@tierflow/compiler';
import type { Definition, Json } from '@tierflow/definition';
import { decider, type Move, mover, tableOf } from '@tierflow/evaluator';
import { fit as fitDefinition } from '@tierflow/fitting';
import { nodeKinds } from '@tierflow/nodes';
import { expect, test } from 'vitest';
import { seeded } from '../generate/random.ts';
import { randomFlow } from '../generate/random-flow.ts';
import { randomAsOf, randomRecord } from '../generate/random-records.ts';

const FLOWS = 120;
const PEOPLE = 25;

type JsonRecord = { readonly [name: string]: Json };

/** The record after a change; undefined where new lines differ from each other. */
function changed(record: JsonRecord, { lever, line }: Move, to: Json): JsonRecord | undefined {
  if (lever.kind === 'number' || lever.kind === 'value') return { ...record, [lever.field]: to };
  const own = (record[lever.collection] ?? []) as readonly Json[];
  if (line === undefined) return undefined;
  if (lever.kind === 'amount') return { ...record, [lever.collection]: [...own, { ...line.values, [lever.field]: to }] };
  return line.apart ? undefined : { ...record, [lever.collection]: [...own, ...Array.from({ length: to as number }, () => line.values)] };
}

async function fitted(seed: number): Promise<{ definition: Definition; records: readonly JsonRecord[] } | undefined> {
  const random = seeded(seed);
  const flow = randomFlow(random, 3 + random.integer(6));
  if (!flow.nodes.some(({ kind }) => kind === 'tiers')) return undefined;
  const { definition } = compile(flow, nodeKinds, dataSchemaOf(flow).schema);
  if (definition === undefined) throw new Error(`seed ${seed}: no definition`);
  const records = Array.from({ length: 100 }, (_, id) => randomRecord(id, random));
  const table = tableOf(definition.input, records, definition.timeZone);
  return { definition: (await fitDefinition(definition, table, { asOf: randomAsOf, generation: '1' })).definition, records };
}

test(`in ${FLOWS} random flows every change that is told gives the tier that is told, by either evaluator`, {
  timeout: 120_000,
}, async () => {
  let told = 0;
  for (let seed = 1; seed <= FLOWS; seed++) {
    const made = await fitted(seed);
    if (made === undefined) continue;
    const { definition, records } = made;
    if (definition.outputs.tiers.length === 0) continue;
    const actionable = () => true;
    const [generated, closures] = (['generated', 'closures'] as const).map((mode) =>
      mover(definition, { asOf: randomAsOf, mode, actionable }),
    );
    const { decide } = decider(definition);
    const bands = generated?.tiers.bands.map(({ id }) => id) ?? [];
    const rank = (tier: string | null): number => (tier === null ? bands.length : bands.indexOf(tier));
    // Values counted once each get new ones with every line; those lines cannot be told from outside.
    const plain = !definition.requires.includes('distinct');
    for (const record of records.slice(0, PEOPLE)) {
      const found = generated?.explain(record);
      expect(closures?.explain(record), `seed ${seed}`).toEqual(found);
      const { tier } = decide(record, { asOf: randomAsOf });
      expect(found?.tier, `seed ${seed}`).toBe(tier);
      for (const move of [...(found?.moves ?? []), ...(found?.falls ?? [])]) {
        for (const change of [move.next, move.top]) {
          const after = change === null || !plain ? undefined : changed(record, move, change.to);
          if (change === null || after === undefined) continue;
          told++;
          const context = `seed ${seed} ${JSON.stringify(record)} ${JSON.stringify(move)}`;
          expect(decide(after, { asOf: randomAsOf }).tier, context).toBe(change.tier);
          if (found?.best !== true) expect(rank(change.tier), context).toBeLessThan(rank(tier));
        }
      }
    }
  }
  console.log(`${told} changes told and tried`);
  expect(told).toBeGreaterThan(500);
});

/** Whole numbers from 0 to 31: a way that is looked at place by place. */
const few = { field: () => ({ min: 0, max: 31, decimals: 0, usual: 5 }), lines: () => undefined };

test('on few values the smallest change of a number is the smallest there is, whatever the flow computes', {
  timeout: 120_000,
}, async () => {
  let moved = 0;
  for (let seed = 1; seed <= FLOWS; seed++) {
    const made = await fitted(seed);
    if (made === undefined || made.definition.outputs.tiers.length === 0) continue;
    const { definition, records } = made;
    const { nearest, tiers } = mover(definition, { asOf: randomAsOf, known: few });
    const { decide } = decider(definition);
    const rank = (record: JsonRecord): number => {
      const at = tiers.bands.findIndex(({ id }) => id === decide(record, { asOf: randomAsOf }).tier);
      return at < 0 ? tiers.bands.length : at;
    };
    for (const one of records.slice(0, 12)) {
      const record = { ...one, n1: 3, n2: 17 };
      const now = rank(record);
      for (const { lever, next } of nearest(record)) {
        if (lever.kind !== 'number') continue;
        const from = Number(record[lever.field as 'n1' | 'n2']);
        const better = Array.from({ length: 32 }, (_, to) => to).filter((to) => rank({ ...record, [lever.field]: to }) < now);
        const least = Math.min(...better.map((to) => Math.abs(to - from)));
        expect(next?.size ?? Number.POSITIVE_INFINITY, `seed ${seed} ${lever.field} of ${JSON.stringify(record)}`).toBe(least);
        if (next !== null) moved++;
      }
    }
  }
  expect(moved).toBeGreaterThan(30);
});
