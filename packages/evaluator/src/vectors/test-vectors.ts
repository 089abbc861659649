// Test vectors: synthetic records at a definition's cut points with the answers of the closures, and the check that a reader gives them too.
import type { Decision, Definition, TestVector } from '@tierflow/definition';
import { decider } from '../decider.ts';
import { changedRecord, freshRecord, type Making, type SyntheticRecord, sameRandom } from './candidates.ts';
import { constantsOf, touchedBy, withProbes } from './probes.ts';

const MAX_VECTORS = 24;
const MAX_TRIES = 4_000;
const GIVE_UP_AFTER = 1_200;

interface Find {
  readonly record: SyntheticRecord;
  readonly touched: ReadonlySet<string>;
}

/**
 * A few records that touch as many masks and cut points as can be found, with the expected tier, score and playbooks. The same
 * definition gives the same vectors; none for a definition that is not fitted. Values come from the definition's constants and from
 * the as-of day only.
 */
export function testVectors(definition: Definition): readonly TestVector[] {
  const asOf = definition.fittedOn?.asOf;
  if (asOf === undefined) return [];
  const found = search(definition, asOf);
  const { decide } = decider(definition, { mode: 'closures' });
  return fewest(found).map(({ record }, at) => {
    const keyed = { ...record, [definition.input.key]: `vector-${at + 1}` };
    return { asOf, record: keyed, expect: expectation(decide(keyed, { asOf })) };
  });
}

function expectation({ tier, score, playbooks }: Decision): TestVector['expect'] {
  return { tier, score, playbooks };
}

/** Records each of which touches something that none before it did. */
function search(definition: Definition, asOf: string): readonly Find[] {
  const probed = withProbes(definition);
  const { values } = decider(probed.definition, { mode: 'closures' });
  const making: Making = { definition, constants: constantsOf(definition), asOf, random: sameRandom() };
  const seen = new Set<string>();
  const found: Find[] = [];
  let idle = 0;
  for (let at = 0; at < MAX_TRIES && idle < GIVE_UP_AFTER; at++) {
    const base = making.random() < 0.5 ? found[Math.floor(making.random() * found.length)] : undefined;
    const record = at === 0 ? {} : base === undefined ? freshRecord(making) : changedRecord(base.record, making);
    const keyed = { ...record, [definition.input.key]: `vector-${found.length + 1}` };
    const touched = touchedBy(values(keyed, asOf).values, probed.definition, probed.probes);
    idle++;
    if ([...touched].every((goal) => seen.has(goal))) continue;
    for (const goal of touched) seen.add(goal);
    found.push({ record, touched });
    idle = 0;
  }
  return found;
}

/** Greedy cover: each next vector touches the most that is still untouched. */
function fewest(found: readonly Find[]): readonly Find[] {
  const open = new Set(found.flatMap(({ touched }) => [...touched]));
  const chosen: Find[] = [];
  while (open.size > 0 && chosen.length < MAX_VECTORS) {
    let best = found[0] as Find;
    let most = 0;
    for (const candidate of found) {
      const gain = [...candidate.touched].filter((goal) => open.has(goal)).length;
      if (gain > most) {
        best = candidate;
        most = gain;
      }
    }
    for (const goal of best.touched) open.delete(goal);
    chosen.push(best);
  }
  return chosen;
}

/** A vector that is not reproduced: its place, and what came instead. */
export interface VectorMismatch {
  readonly vector: number;
  readonly expected: TestVector['expect'];
  readonly found: TestVector['expect'];
}

/** Vectors that this evaluator answers differently. Throws DefinitionError where the definition cannot be evaluated here. */
export function vectorMismatches(definition: Definition, mode: 'generated' | 'closures'): readonly VectorMismatch[] {
  if (definition.vectors.length === 0) return [];
  const { decide } = decider(definition, { mode });
  return definition.vectors.flatMap(({ asOf, record, expect }, vector) => {
    const found = expectation(decide(record, { asOf }));
    const same = found.tier === expect.tier && found.score === expect.score && found.playbooks.join('\n') === expect.playbooks.join('\n');
    return same ? [] : [{ vector, expected: expect, found }];
  });
}
