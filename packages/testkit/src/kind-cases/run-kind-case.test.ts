import { nodeKinds } from '@tierflow/nodes';
import { expect, test } from 'vitest';
import { expectCase } from './expect-case.ts';
import { type KindCase, kindCaseSchema } from './kind-case.ts';
import { runKindCase } from './run-kind-case.ts';

const tiers: KindCase = kindCaseSchema.parse({
  about: 'A band begins at its line; no score is unassigned.',
  asOf: '2026-03-31',
  data: {
    customers: {
      key: 'id',
      fields: [
        { name: 'id', type: 'string' },
        { name: 'points', type: 'number' },
      ],
    },
  },
  config: {
    on: 'points',
    bands: [
      { id: 'high', from: 10 },
      { id: 'low', from: null },
    ],
    as: 'level',
  },
  records: [{ id: 'a', points: 10 }, { id: 'b', points: 9.99 }, { id: 'c' }],
  expect: { ports: { high: ['a'], low: ['b'], unassigned: ['c'] }, columns: { level: { a: 'high', b: 'low', c: null } } },
});

test('a case that holds passes', async () => {
  expectCase(tiers.expect, await runKindCase(nodeKinds, 'tiers', tiers));
});

test.each([
  ['a person elsewhere', { ...tiers.expect, ports: { high: ['b'] } }],
  ['another value', { ...tiers.expect, columns: { level: { a: 'low' } } }],
  ['a column that is not there', { ...tiers.expect, columns: { grade: { a: 'high' } } }],
  ['an error that does not come', { ...tiers.expect, errors: ['tiers.no-bands'] }],
])('%s is caught', async (_, wrong) => {
  const outcome = await runKindCase(nodeKinds, 'tiers', tiers);
  expect(() => expectCase(wrong, outcome)).toThrow();
});

test('a config that is wrong answers with the codes of its errors', async () => {
  const outcome = await runKindCase(nodeKinds, 'tiers', { ...tiers, config: { on: 'points', bands: [] } });
  expect(outcome.errors.length).toBeGreaterThan(0);
  expect(outcome.ports).toEqual({});
});
