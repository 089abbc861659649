// Synthetic records at the cut points of a definition, with the answers of one evaluator: published with it, so that
// every other evaluator can be held to them. Never a customer.
import { type Definition, type Expr, type Field, formatDay, type Json, parseDay, type TestVector, walk } from '@tierflow/definition';
import { decider } from '@tierflow/evaluator';

type JsonRecord = { [name: string]: Json };

const MAX_VECTORS = 24;
const TRIES = 240;

/** Up to 24 records that between them reach as many different answers as were found. */
export function testVectors(definition: Definition, asOf: string): readonly TestVector[] {
  const values = candidates(definition, asOf);
  const { decide } = decider(definition, { mode: 'closures' });
  const found = new Map<string, TestVector>();
  for (let at = 0; at < TRIES && found.size < MAX_VECTORS; at++) {
    const record = recordOf(definition, values, { seed: at, asOf });
    const { tier, score, playbooks } = decide(record, { asOf });
    const answer = JSON.stringify([tier, playbooks, at < 8 ? at : 0]);
    if (!found.has(answer)) found.set(answer, { asOf, record, expect: { tier, score, playbooks } });
  }
  return [...found.values()];
}

/** Places of the vectors whose answer another evaluator does not share. */
export function disagreements(definition: Definition): readonly number[] {
  const { decide } = decider(definition, { mode: 'generated' });
  return definition.vectors.flatMap(({ asOf, record, expect }, at) => {
    const { tier, score, playbooks } = decide(record, { asOf });
    return JSON.stringify([tier, score, playbooks]) === JSON.stringify([expect.tier, expect.score, expect.playbooks]) ? [] : [at];
  });
}

interface Candidates {
  readonly numbers: readonly number[];
  readonly texts: readonly string[];
  /** Days before the as-of day. */
  readonly days: readonly number[];
}

/** Values that the definition compares with, and their neighbours. */
function candidates(definition: Definition, asOf: string): Candidates {
  const numbers = new Set<number>([0, 1]);
  const texts = new Set<string>();
  const days = new Set<number>([0, 30, 400]);
  const today = parseDay(asOf) ?? 0;
  const take = (value: unknown): void => {
    if (typeof value === 'number') for (const near of [value, value - 1, value + 1]) numbers.add(near);
    else if (typeof value === 'string') texts.add(value);
    else if (Array.isArray(value)) value.forEach(take);
  };
  const visit = (part: Expr): void => {
    if (part.op === 'literal') take(part.value);
    if (part.op === 'list') part.values.forEach(take);
    if (part.op === 'date') days.add(today - (parseDay(part.value) ?? today));
  };
  for (const { expr } of definition.columns) walk(expr, visit);
  for (const { value } of definition.parameters) take(value);
  for (const number of numbers) if (Number.isInteger(number) && number > 1 && number < 5_000) days.add(number);
  return {
    numbers: [...numbers].sort((a, b) => a - b),
    texts: [...texts].sort(),
    days: [...days].filter((day) => day >= 0).sort((a, b) => a - b),
  };
}

interface Draw {
  readonly seed: number;
  readonly asOf: string;
}

/** The first records are extremes, the others draws; the same definition gives the same records. */
function recordOf({ input }: Definition, values: Candidates, draw: Draw): JsonRecord {
  const next = drawing(draw.seed);
  const record: JsonRecord = { [input.key]: `vector-${draw.seed + 1}` };
  for (const field of input.fields) put(record, field, values, { next, asOf: draw.asOf });
  for (const { name, fields, time } of input.collections) {
    const count = draw.seed === 0 ? 0 : next(5);
    record[name] = Array.from({ length: count }, () => {
      const line: JsonRecord = {};
      for (const field of fields) put(line, field, values, { next, asOf: draw.asOf, always: field.name === time });
      return line;
    });
  }
  return record;
}

interface Put {
  readonly next: (below: number) => number;
  readonly asOf: string;
  readonly always?: boolean;
}

function put(record: JsonRecord, { name, type }: Field, values: Candidates, { next, asOf, always }: Put): void {
  if (Object.hasOwn(record, name) || (always !== true && next(12) === 0)) return;
  const pick = <T>(list: readonly T[], otherwise: T): T => list[next(list.length)] ?? otherwise;
  const day = formatDay((parseDay(asOf) ?? 0) - pick(values.days, 0));
  if (type === 'number') record[name] = pick(values.numbers, 0);
  else if (type === 'boolean') record[name] = next(2) === 1;
  else if (type === 'string') record[name] = next(6) === 0 ? 'other' : pick(values.texts, 'other');
  else record[name] = type === 'date' ? day : `${day}T04:00:00.000Z`;
}

/** Whole numbers below a bound, by a small linear generator (Numerical Recipes): the same seed, the same numbers. */
function drawing(seed: number): (below: number) => number {
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return below === 0 ? 0 : Math.floor((state / 2 ** 32) * below);
  };
}
