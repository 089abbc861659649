import { compile, dataSchemaOf } from '@tierflow/compiler';
import { type Definition, type Json, stableHash } from '@tierflow/definition';
import { decider, nodeCounts, sweep, tableOf } from '@tierflow/evaluator';
import { fit as fitDefinition } from '@tierflow/fitting';
import { nodeKinds } from '@tierflow/nodes';
import { expect, test } from 'vitest';
import { seeded } from '../generate/random.ts';
import { featuresOf, randomFlow } from '../generate/random-flow.ts';
import { randomAsOf, randomRecord } from '../generate/random-records.ts';
import { withRandomSeasons } from '../generate/random-seasons.ts';
import { disagreements } from './agree.ts';

const FLOWS = Number(process.env.TIERFLOW_FLOWS ?? 1000);
const ROWS = 200;

/** Splitting nodes: their ports are exclusive and complete. */
const splits = new Set(['filter', 'lifecycle', 'switch', 'split', 'stability', 'tiers']);

async function fitted(
  seed: number,
): Promise<{ definition: Definition; records: readonly { readonly [name: string]: Json }[]; features: readonly string[] }> {
  const random = seeded(seed);
  const drawn = randomFlow(random, 3 + random.integer(7));
  const flow = seed % 3 === 0 ? withRandomSeasons(drawn, seeded(seed + 7_000_000)) : drawn;
  const { definition, diagnostics } = compile(flow, nodeKinds, dataSchemaOf(flow).schema);
  // Seasons with a number that a kind refuses are left out.
  const errors = diagnostics.filter(({ severity, at }) => severity === 'error' && at.season === undefined);
  expect(errors, `seed ${seed}: ${JSON.stringify(errors[0])} in ${JSON.stringify(flow.nodes)}`).toEqual([]);
  if (definition === undefined) throw new Error(`seed ${seed}: no definition`);
  const records = Array.from({ length: ROWS }, (_, id) => randomRecord(id, random));
  const table = tableOf(definition.input, records, definition.timeZone);
  return {
    ...(await fitDefinition(definition, table, { asOf: randomAsOf, generation: '1' })),
    records,
    features: [...featuresOf(drawn), ...(definition.seasons === undefined ? [] : ['seasons'])],
  };
}

function expectConserved(definition: Definition, counts: ReturnType<typeof nodeCounts>, seed: number): void {
  for (const node of definition.nodes) {
    if (!splits.has(node.kind)) continue;
    const { in: arrived = 0, out = {} } = counts[node.id] ?? {};
    const left = Object.values(out).reduce((sum, n) => sum + n, 0);
    expect(left, `seed ${seed}: ports of ${node.kind} ${node.id}`).toBe(arrived);
  }
}

test(`preview, run, decide and explain agree on ${FLOWS} random flows × ${ROWS} customers`, { timeout: 60_000 + FLOWS * 600 }, async () => {
  const coverage = new Map<string, number>();
  for (let seed = 1; seed <= FLOWS; seed++) {
    const { definition, records, features } = await fitted(seed);
    for (const feature of features) coverage.set(feature, (coverage.get(feature) ?? 0) + 1);
    const counted = await sweep(definition, tableOf(definition.input, records, definition.timeZone), { asOf: randomAsOf });
    expectConserved(definition, nodeCounts(definition, counted), seed);
    const generated = decider(definition);
    const closures = decider(definition, { mode: 'closures' });
    const passed = new Map<string, number>();
    const decisions = records.map((record) => generated.decide(record));
    records.forEach((record, row) => {
      const context = `seed ${seed} row ${row}`;
      expect(closures.decide(record), context).toEqual(decisions[row]);
      // The trace computes every column: errors of columns that the decision does not need are notes as well.
      const { trace = [], notes: _, ...explained } = generated.decide(record, { trace: true });
      const { notes: __, ...decided } = decisions[row] as (typeof decisions)[number];
      expect(explained, context).toEqual(decided);
      for (const step of trace)
        if (step.column === null && step.port !== null)
          passed.set(`${step.node}:${step.port}`, (passed.get(`${step.node}:${step.port}`) ?? 0) + 1);
    });
    for (const node of definition.nodes.filter((one) => splits.has(one.kind))) {
      for (const port of node.ports)
        expect(passed.get(`${node.id}:${port.id}`) ?? 0, `seed ${seed} trace ${node.id}:${port.id}`).toBe(counted.counts[port.mask]);
    }
    const main = definition.outputs.tiers.at(-1);
    for (const band of main?.bands ?? []) {
      expect(decisions.filter((decision) => decision.tier === band.id).length, `seed ${seed} tier ${band.id}`).toBe(
        counted.counts[band.mask],
      );
    }
    for (const playbook of definition.outputs.playbooks) {
      const given = decisions.filter((decision) => decision.playbooks.includes(playbook.id)).length;
      expect(given, `seed ${seed} playbook ${playbook.id}`).toBe(counted.counts[playbook.mask]);
    }
    if (stableHash('columns', String(seed)) < 0.2) {
      const found = await disagreements(definition, records, randomAsOf);
      expect(found[0], `seed ${seed}`).toBeUndefined();
    }
  }
  const rows = [...coverage].sort(([a], [b]) => a.localeCompare(b));
  console.log(`${'drawn in random flows'.padEnd(36)} times`);
  for (const [feature, times] of rows) console.log(`${feature.padEnd(36)} ${times}`);
  expect(coverage.get('seasons') ?? 0).toBeGreaterThan(FLOWS / 10);
  expect(new Set([...nodeKinds.keys()].filter((kind) => !coverage.has(kind)))).toEqual(new Set(['note']));
});
