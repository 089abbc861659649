// An allocation from end to end: whoever the frozen definition serves, one by one, is whom going through all pairs in order serves.
import { compile, dataSchemaOf } from '@tierflow/compiler';
import { canonicalJson, type Definition, stableHash } from '@tierflow/definition';
import { decider, tableOf } from '@tierflow/evaluator';
import { fit as fitOn } from '@tierflow/fitting';
import { flowSchema } from '@tierflow/flow';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nodeKinds } from '../src/index.ts';

const asOf = '2026-01-31';
const data = { customers: { key: 'id', fields: ['v', 'c', 'w'].map((name) => ({ name, type: 'number' as const })) } };

interface Limits {
  readonly capacity?: number | undefined;
  readonly budget?: number | undefined;
}

const limits: fc.Arbitrary<Limits> = fc.record(
  { capacity: fc.integer({ min: 0, max: 6 }), budget: fc.integer({ min: 0, max: 25 }) },
  { requiredKeys: [] },
);
const small = fc.option(fc.integer({ min: -1, max: 6 }), { nil: null });
const rows = fc.array(fc.record({ v: small, c: small, w: small }), { minLength: 1, maxLength: 25 });

interface Row {
  readonly id: string;
  readonly v: number | null;
  readonly c: number | null;
  readonly w: number | null;
}

/** Two offers over the columns: worth v at cost c, and w tenths for one and a half where w is not 3. */
const offersOf = (own: Limits, other: Limits) => [
  { id: 'a', value: 'v', cost: 'c', ...own },
  { id: 'b', value: { expr: 'w * 0.5' }, cost: 1.5, where: { field: 'w', op: 'ne', value: 3 }, ...other },
];

function pairsOf({ v, c, w }: Row): readonly { readonly offer: number; readonly value: number; readonly cost: number }[] {
  return [
    ...(v !== null && v > 0 && c !== null && c >= 0 ? [{ offer: 0, value: v, cost: c }] : []),
    ...(w !== null && w > 0 && w !== 3 ? [{ offer: 1, value: w / 2, cost: 1.5 }] : []),
  ];
}

/** Cost of a unit of value; free pairs first, by value. */
function served(people: readonly Row[], given: readonly Limits[], common: number): ReadonlyMap<string, string> {
  const pairs = people
    .flatMap((row) => pairsOf(row).map((pair) => ({ ...pair, id: row.id, draw: stableHash('node', row.id) })))
    .sort(
      (a, b) =>
        Number(b.cost === 0) - Number(a.cost === 0) ||
        (a.cost === 0 ? b.value - a.value : a.cost / a.value - b.cost / b.value) ||
        a.draw - b.draw ||
        a.offer - b.offer,
    );
  const found = new Map<string, string>();
  const left = given.map(({ capacity = 1e9, budget = 1e9 }) => ({ capacity, budget, open: true }));
  let money = common;
  for (const { id, offer, cost } of pairs) {
    const own = left[offer];
    if (own === undefined || !own.open || found.has(id)) continue;
    if (own.capacity < 1 || own.budget < cost || money < cost) {
      own.open = false;
      continue;
    }
    own.capacity -= 1;
    own.budget -= cost;
    money -= cost;
    found.set(id, ['a', 'b'][offer] ?? '');
  }
  return found;
}

it('serves one by one whom the whole population was allocated to, whatever the order of people', async () => {
  await fc.assert(
    fc.asyncProperty(rows, limits, limits, fc.option(fc.integer({ min: 0, max: 30 })), async (drawn, own, other, budget) => {
      const config = { offers: offersOf(own, other), as: 'given', ...(budget === null ? {} : { budget }) };
      const nodes = [
        { id: 'src', kind: 'source', config: { data: 'customers' } },
        { id: 'node', kind: 'allocate', config },
      ];
      const flow = flowSchema.parse({
        format: 'tierflow/flow@1',
        id: 'f',
        title: 'F',
        timeZone: 'UTC',
        data,
        nodes,
        edges: [{ from: 'src', to: 'node' }],
      });
      const { definition } = compile(flow, nodeKinds, dataSchemaOf(flow).schema);
      const people = drawn.map((row, at) => ({ id: `k${at}`, ...row }));
      const frozen = await fitted(definition as Definition, people);
      const { decide } = decider(frozen);
      const wanted = served(people, [own, other], budget ?? 1e9);
      for (const row of people) {
        const label = wanted.get(row.id) ?? (pairsOf(row).length === 0 ? null : 'waiting');
        expect(decide(row, { asOf }).labels['given'], JSON.stringify(row)).toBe(label);
      }
      expect(canonicalJson(await fitted(definition as Definition, people.toReversed()))).toBe(canonicalJson(frozen));
    }),
    { numRuns: 120 },
  );
});

async function fitted(definition: Definition, people: readonly Row[]): Promise<Definition> {
  const table = tableOf(definition.input, people, 'UTC');
  return (await fitOn(definition, table, { asOf, generation: 'law' })).definition;
}
