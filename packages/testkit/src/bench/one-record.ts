// One record: a decision with all its members, beside the same decision written by hand and by other engines.
import type { Decision } from '@tierflow/definition';
import { decider, tableOf } from '@tierflow/evaluator';
import { fit } from '@tierflow/fitting';
import { asOf, cutsOf, handWritten, makeCustomers } from './grading-by-hand.ts';
import { gradingDefinition } from './grading-flow.ts';
import { type Customer, type Graded, jsonataGrader, rulesEngineGrader, zenGrader } from './peers.ts';
import { printTimings, processorTime, timeInRounds } from './rounds.ts';

const sameGrade = (decision: Decision, graded: Graded): boolean =>
  decision.tier === graded.tier && (decision.playbooks[0] ?? null) === graded.playbook;

/** Times one-record decisions on 10,000 records; throws where anybody answers differently. */
export async function benchOneRecord(rounds: number): Promise<void> {
  const customers = makeCustomers(10_000);
  const unfitted = gradingDefinition();
  const { definition } = await fit(unfitted, tableOf(unfitted.input, customers, 'UTC'), { asOf, generation: 'bench' });
  const cuts = cutsOf(definition);
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
    processorTime,
  );
  const perRecord = timings.map((timing, at) => {
    const n = at < 3 ? customers.length : few.length;
    return { ...timing, ms: timing.ms / n, perSecond: (n / timing.ms) * 1000 };
  });
  printTimings('One record, decisions per second of processor time', perRecord, 'hand-written', true);
}
