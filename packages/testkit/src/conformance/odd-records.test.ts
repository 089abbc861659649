import { columnReader, decider } from '@tierflow/evaluator';
import { expect, test } from 'vitest';
import { oddRecord } from '../generate/odd-record.ts';
import { seeded } from '../generate/random.ts';
import { randomProgram } from '../generate/random-program.ts';
import { randomAsOf, randomRecord } from '../generate/random-records.ts';

const PROGRAMS = Number(process.env.TIERFLOW_PROGRAMS ?? 150);

test(`generated code notes what the closures note, in their order, on ${PROGRAMS} random programs × 40 odd records`, () => {
  const codes = new Map<string, number>();
  for (let seed = 1; seed <= PROGRAMS; seed++) {
    const random = seeded(seed);
    const program = randomProgram(random, 8);
    const closures = decider(program, { mode: 'closures' });
    const generated = decider(program);
    const column = random.pick(program.columns).id;
    const read = columnReader(program, column, { asOf: randomAsOf });
    for (let id = 0; id < 40; id++) {
      const fitting = randomRecord(id, random);
      const record = random.chance(0.7) ? oddRecord(fitting, random) : fitting;
      const where = `seed ${seed}: ${JSON.stringify(record)}`;
      const expected = closures.values(record, randomAsOf);
      expect(generated.values(record, randomAsOf), where).toEqual(expected);
      expect(generated.decide(record, { asOf: randomAsOf }), where).toEqual(closures.decide(record, { asOf: randomAsOf }));
      expect(read(record), where).toEqual(expected.values.get(column));
      for (const { code } of expected.notes) codes.set(code, (codes.get(code) ?? 0) + 1);
    }
  }
  for (const code of ['field.wrong-type', 'collection.not-a-list', 'record.not-an-object', 'number.not-finite'])
    expect(codes.get(code), code).toBeGreaterThan(5);
});

test('a reader that trusts its records answers as one that checks them', () => {
  for (let seed = 1; seed <= PROGRAMS; seed++) {
    const random = seeded(seed);
    const program = randomProgram(random, 8);
    const column = random.pick(program.columns).id;
    const checked = columnReader(program, column, { asOf: randomAsOf });
    const trusting = columnReader(program, column, { asOf: randomAsOf, trusted: true });
    for (let id = 0; id < 20; id++) {
      const record = inOrder(withoutNulls(randomRecord(id, random)));
      expect(trusting(record), `seed ${seed}, ${column}: ${JSON.stringify(record)}`).toEqual(checked(record));
    }
  }
});

type Members = { readonly [name: string]: unknown };

function withoutNulls(members: Members): Members {
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) =>
      value === null ? [] : [[name, Array.isArray(value) ? value.map((line: Members) => withoutNulls(line)) : value]],
    ),
  );
}

function inOrder(record: Members): Members {
  const { orders } = record as { orders?: readonly { readonly at?: string }[] };
  const at = (line: { readonly at?: string }): string => line.at ?? '~';
  return orders === undefined ? record : { ...record, orders: orders.toSorted((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0)) };
}
