// Test vectors: synthetic records at a definition's cut points with the answers of the closures, and the check that a reader gives them too.
import { type Decision, type Definition, formatDay, parseDay, seasonOn, type TestVector } from '@tierflow/definition';
import { decider } from '../decider.ts';
import { changedRecord, freshRecord, type Making, type SyntheticRecord, sameRandom } from './candidates.ts';
import { constantsOf, touchedBy, withProbes } from './probes.ts';

/** How long is searched on a day, and how many vectors are kept of it. */
interface Effort {
  readonly vectors: number;
  readonly tries: number;
  readonly giveUpAfter: number;
}

const onFitDay: Effort = { vectors: 24, tries: 4_000, giveUpAfter: 1_200 };
const onOtherDay: Effort = { vectors: 8, tries: 1_000, giveUpAfter: 300 };

interface Find {
  readonly record: SyntheticRecord;
  readonly touched: ReadonlySet<string>;
}

/**
 * A few records that touch as many masks and cut points as can be found, with the expected tier, score and playbooks. The same
 * definition gives the same vectors; none for a definition that is not fitted. Values come from the definition's constants and from
 * the as-of day only: the fit's, and where the definition has seasons a day of each and one outside.
 */
export function testVectors(definition: Definition): readonly TestVector[] {
  const asOf = definition.fittedOn?.asOf;
  if (asOf === undefined) return [];
  const { decide } = decider(definition, { mode: 'closures' });
  const days = [asOf, ...otherDays(definition, asOf)];
  const found = days.flatMap((day, at) => {
    const effort = at === 0 ? onFitDay : onOtherDay;
    return fewest(search(definition, day, effort), effort.vectors).map(({ record }) => ({ record, day }));
  });
  return found.map(({ record, day }, at) => {
    const keyed = { ...record, [definition.input.key]: `vector-${at + 1}` };
    return { asOf: day, record: keyed, expect: expectation(decide(keyed, { asOf: day })) };
  });
}

/** Per season that does not hold on the fit's day the first day after it, else before it, on which it does; likewise of no season. */
function otherDays({ seasons = [] }: Definition, asOf: string): readonly string[] {
  const start = parseDay(asOf) ?? 0;
  const now = seasonOn(seasons, start);
  return [undefined, ...seasons].flatMap((season) => {
    if (season === now) return [];
    const starts = season === undefined || season.yearly === true ? [start] : [start, parseDay(season.from) ?? start];
    const near = starts.flatMap((from) => Array.from({ length: A_LEAP_YEAR }, (_, at) => from + at));
    const day = near.find((candidate) => seasonOn(seasons, candidate) === season);
    return day === undefined ? [] : [formatDay(day)];
  });
}

const A_LEAP_YEAR = 366;

function expectation({ tier, score, playbooks }: Decision): TestVector['expect'] {
  return { tier, score, playbooks };
}

/** Records each of which touches something that none before it did. */
function search(definition: Definition, asOf: string, { tries, giveUpAfter }: Effort): readonly Find[] {
  const probed = withProbes(definition);
  const { values } = decider(probed.definition, { mode: 'closures' });
  const making: Making = { definition, constants: constantsOf(definition), asOf, random: sameRandom() };
  const seen = new Set<string>();
  const found: Find[] = [];
  let idle = 0;
  for (let at = 0; at < tries && idle < giveUpAfter; at++) {
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
function fewest(found: readonly Find[], most: number): readonly Find[] {
  const open = new Set(found.flatMap(({ touched }) => [...touched]));
  const chosen: Find[] = [];
  while (open.size > 0 && chosen.length < most) {
    let best = found[0] as Find;
    let gained = 0;
    for (const candidate of found) {
      const gain = [...candidate.touched].filter((goal) => open.has(goal)).length;
      if (gain > gained) {
        best = candidate;
        gained = gain;
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
