import { expect, test } from 'vitest';
import { seeded } from '../generate/random.ts';
import { randomProgram } from '../generate/random-program.ts';
import { randomAsOf, randomRecord } from '../generate/random-records.ts';
import { disagreements } from './agree.ts';

const PROGRAMS = Number(process.env.TIERFLOW_PROGRAMS ?? 400);
const timeout = 60_000 + PROGRAMS * 150;

test(`closures, generated code and sweep agree on ${PROGRAMS} random programs × 40 records`, { timeout }, async () => {
  const used = new Map<string, number>();
  for (let seed = 1; seed <= PROGRAMS; seed++) {
    const random = seeded(seed);
    const program = randomProgram(random, 12);
    const records = Array.from({ length: 40 }, (_, id) => randomRecord(id, random));
    const found = await disagreements(program, records, randomAsOf);
    const first = found[0];
    const column = program.columns.find((candidate) => candidate.id === first?.column);
    expect(first, `seed ${seed}: ${JSON.stringify(column)} on ${JSON.stringify(records[first?.row ?? 0])}`).toBeUndefined();
    for (const name of program.requires) used.set(name, (used.get(name) ?? 0) + 1);
  }
  expect([...used.values()].every((n) => n >= 5)).toBe(true);
});
