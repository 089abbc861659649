import type { Explain } from '@tierflow/api';
import { compile, dataSchemaOf } from '@tierflow/compiler';
import type { Flow } from '@tierflow/flow';
import { nodeKinds } from '@tierflow/nodes';
import { expect, test } from 'vitest';
import { ladderOf } from './ladder.ts';

const flow: Flow = {
  format: 'tierflow/flow@1',
  id: 'f',
  title: 'F',
  timeZone: 'UTC',
  data: {
    customers: {
      key: 'id',
      fields: [
        { name: 'id', type: 'string' },
        { name: 'spent', type: 'number' },
      ],
    },
  },
  nodes: [
    { id: 'src', kind: 'source', config: { data: 'customers' } },
    { id: 'big', kind: 'filter', config: { where: { field: 'spent', op: 'ge', value: 100 } } },
    { id: 'later', kind: 'filter', config: { where: { field: 'spent', op: 'ge', value: 500 } } },
  ],
  edges: [
    { from: 'src', to: 'big' },
    { from: 'big', port: 'match', to: 'later' },
  ],
};
const compilation = compile(flow, nodeKinds, dataSchemaOf(flow).schema);

const explained = (spent: number | undefined, nodes: Explain['nodes']): Explain => ({
  decision: {
    key: 'a',
    tier: null,
    tierTitle: null,
    score: null,
    scores: {},
    segments: [],
    labels: {},
    playbooks: [],
    asOf: '2026-10-31',
    definition: { name: 'f', version: 0, revision: 0, digest: '' },
    notes: [],
  },
  generation: 1,
  record: { id: 'a', ...(spent === undefined ? {} : { spent }) },
  lines: {},
  nodes,
  scores: [],
  tiers: [],
  moves: null,
  diagnostics: [],
});
const source = { in: true, ports: ['out'], unknown: false, values: {} };
const out = { in: false, ports: [], unknown: false, values: {} };

test('steps in flow order with what was read; what is not reached is apart', () => {
  const ladder = ladderOf(
    flow,
    explained(40, { src: source, big: { in: true, ports: ['rest'], unknown: false, values: {} }, later: out }),
    { compilation, kinds: nodeKinds },
  );
  expect(ladder.steps.map(({ node, outcome }) => [node, outcome])).toEqual([
    ['src', 'computed'],
    ['big', 'rest'],
  ]);
  expect(ladder.steps[1]?.reads).toEqual([{ name: 'spent', value: 40 }]);
  expect(ladder.unreached).toEqual(['later']);
  expect(ladder.missing).toEqual([]);
});

test('a value that is not known makes the condition unknown, and is named', () => {
  const ladder = ladderOf(
    flow,
    explained(undefined, { src: source, big: { in: true, ports: ['rest'], unknown: true, values: {} }, later: out }),
    { compilation, kinds: nodeKinds },
  );
  expect(ladder.steps[1]?.outcome).toBe('unknown');
  expect(ladder.missing).toEqual(['spent']);
});
