// One record: a decision with all its members, beside the same decision written by hand and by other engines.
import type { Decision, Definition } from '@tierflow/definition';
import { decider, tableOf } from '@tierflow/evaluator';
import { fit } from '@tierflow/fitting';
import { seeded } from '../generate/random.ts';
import { east, gradingDefinition, regions, served, tierIds } from './grading-flow.ts';
import { type Customer, type Cuts, type Graded, jsonataGrader, rulesEngineGrader, zenGrader } from './peers.ts';
import { printTimings, timeInRounds } from './rounds.ts';

const asOf = '2026-01-01';

function makeCustomers(n: number): readonly Customer[] {
  const random = seeded(7);
  return Array.from({ length: n }, (_, at) => ({
    id: `c${at}`,
    region: random.pick(regions),
    age: 18 + random.integer(62),
    satisfaction: random.chance(0.3) ? null : random.integer(10),
    days: random.integer(400),
    orders: 1 + random.integer(20),
    spend: random.integer(1_000_000) / 100,
  }));
}

/** What a good engineer would write for this one definition; the answer has every member of a decision. */
function handWritten(definition: Definition, cuts: Cuts): (customer: Customer) => Decision {
  const servedSet = new Set<string>(served);
  const eastSet = new Set<string>(east);
  const [d1 = 0, d2 = 0, d3 = 0, d4 = 0] = cuts.days;
  const [o1 = 0, o2 = 0, o3 = 0, o4 = 0] = cuts.orders;
  const [s1 = 0, s2 = 0, s3 = 0, s4 = 0] = cuts.spend;
  const titles = tierIds.map((id) => ({ en: id }));
  const identity = { name: definition.name, version: definition.version, revision: definition.revision, digest: '' };
  const notes: Decision['notes'] = [];
  return (customer) => {
    const { region, age, satisfaction, days, orders, spend } = customer;
    let tier: string | null = null;
    let tierTitle: Decision['tierTitle'] = null;
    let score: number | null = null;
    let R: number | null = null;
    let F: number | null = null;
    let M: number | null = null;
    let RFM: string | null = null;
    const playbooks: string[] = [];
    if (servedSet.has(region) && age >= 20 && age <= 70 && satisfaction !== null) {
      R = days <= d1 ? 5 : days <= d2 ? 4 : days <= d3 ? 3 : days <= d4 ? 2 : 1;
      F = orders <= o1 ? 1 : orders <= o2 ? 2 : orders <= o3 ? 3 : orders <= o4 ? 4 : 5;
      M = spend <= s1 ? 1 : spend <= s2 ? 2 : spend <= s3 ? 3 : spend <= s4 ? 4 : 5;
      RFM = `${R}${F}${M}`;
      const tenths = 3 * R + 3 * F + 4 * M;
      score = tenths / 10;
      const at = tenths >= 44 ? 0 : tenths >= 38 ? 1 : tenths >= 30 ? 2 : tenths >= 22 ? 3 : 4;
      tier = tierIds[at] as string;
      tierTitle = titles[at] ?? null;
      playbooks.push(eastSet.has(region) ? `${tier}-east` : `${tier}-west`);
    }
    return {
      key: customer.id,
      tier,
      tierTitle,
      score,
      scores: { R, F, M, score },
      segments: [],
      labels: { RFM },
      playbooks,
      asOf,
      definition: identity,
      notes,
    };
  };
}

const sameGrade = (decision: Decision, graded: Graded): boolean =>
  decision.tier === graded.tier && (decision.playbooks[0] ?? null) === graded.playbook;

/** Times one-record decisions on 10,000 records; throws where anybody answers differently. */
export async function benchOneRecord(rounds: number): Promise<void> {
  const customers = makeCustomers(10_000);
  const unfitted = gradingDefinition();
  const { definition } = await fit(unfitted, tableOf(unfitted.input, customers, 'UTC'), { asOf, generation: 'bench' });
  const [days, orders, spend] = ['days', 'orders', 'spend'].map((_, at) => definition.parameters[at]?.value as readonly number[]) as [
    number[],
    number[],
    number[],
  ];
  const cuts: Cuts = { days, orders, spend };
  const byHand = handWritten(definition, cuts);
  const generated = decider(definition);
  const closures = decider(definition, { mode: 'closures' });
  const peers = { zen: zenGrader(cuts), rules: rulesEngineGrader(cuts), jsonata: jsonataGrader(cuts) };
  for (const customer of customers.slice(0, 2000)) {
    const decision = generated.decide(customer);
    const expected = JSON.stringify(decision, Object.keys(decision).sort());
    const written = byHand(customer);
    if (JSON.stringify(written, Object.keys(decision).sort()) !== expected)
      throw new Error(`by hand: ${JSON.stringify(written)} instead of ${JSON.stringify(decision)}`);
    for (const [name, grade] of Object.entries(peers)) {
      const graded = await grade(customer);
      if (!sameGrade(decision, graded)) throw new Error(`${name}: ${JSON.stringify(graded)} instead of ${JSON.stringify(decision)}`);
    }
  }
  const few = customers.slice(0, 500);
  const all = (decide: (customer: Customer) => Decision) => () =>
    customers.reduce((n, customer) => n + decide(customer).playbooks.length, 0);
  const each = (grade: (customer: Customer) => Promise<Graded>) => async () => {
    for (const customer of few) await grade(customer);
  };
  const timings = await timeInRounds(
    [
      { name: 'hand-written', units: 1, run: all(byHand) },
      { name: 'Tierflow, generated', units: 1, run: all((customer) => generated.decide(customer)) },
      { name: 'Tierflow, closures', units: 1, run: all((customer) => closures.decide(customer)) },
      { name: 'zen-engine', units: 1, run: each(peers.zen) },
      { name: 'json-rules-engine', units: 1, run: each(peers.rules) },
      { name: 'jsonata', units: 1, run: each(peers.jsonata) },
    ],
    rounds,
  );
  const perRecord = timings.map((timing, at) => {
    const n = at < 3 ? customers.length : few.length;
    return { ...timing, ms: timing.ms / n, perSecond: (n / timing.ms) * 1000 };
  });
  printTimings('One record, decisions on one thread', perRecord, 'hand-written', true);
}
