import type { Flow } from '@tierflow/flow';
import { nodeKinds } from '@tierflow/nodes';
import { expect, test } from 'vitest';
import { configCommand, configCommands } from './config-command.ts';

const bands = [
  { id: 'gold', from: 3 },
  { id: 'rest-of-them', from: null },
];

const flow: Flow = {
  format: 'tierflow/flow@1',
  id: 'f',
  title: 'F',
  timeZone: 'UTC',
  nodes: [
    { id: 'tiers', kind: 'tiers', config: { on: 'score', bands } },
    { id: 'a', kind: 'playbook', config: { playbook: 'x' } },
    { id: 'b', kind: 'playbook', config: { playbook: 'y' } },
  ],
  edges: [
    { from: 'tiers', port: 'gold', to: 'a' },
    { from: 'tiers', port: 'rest-of-them', to: 'b' },
  ],
};

const ports = (value: Flow) => value.edges.map((edge) => edge.port);
const set = (path: string, value: never) => configCommand(nodeKinds, { node: 'tiers', path, value })(flow).flow;

test('a threshold leaves the edges alone', () => {
  expect(set('bands.0.from', 3.5 as never).edges).toBe(flow.edges);
});

test('a tier that goes takes its edges along', () => {
  expect(ports(set('bands', [bands[1]] as never))).toEqual(['rest-of-them']);
});

test('edges follow a tier that gets another id', () => {
  expect(ports(set('bands.0.id', 'golden' as never))).toEqual(['golden', 'rest-of-them']);
});

test('settings that cannot be read cut no edges', () => {
  expect(ports(set('bands', [] as never))).toEqual(['gold', 'rest-of-them']);
});

test('several edits are one step, named after the last, and keep the edges of tiers that stay', () => {
  const shares = [
    { id: 'gold', share: 0.2 },
    { id: 'rest-of-them', share: 0.8 },
  ];
  const change = configCommands(nodeKinds, [
    { node: 'tiers', path: 'bands', value: undefined },
    { node: 'tiers', path: 'topShare', value: shares },
  ])(flow);
  expect(change.flow.nodes[0]?.config).toEqual({ on: 'score', topShare: shares });
  expect(change.step).toMatchObject({ code: 'setConfig', path: 'topShare' });
  expect(ports(change.flow)).toEqual(['gold', 'rest-of-them']);
});
