// What the diff says about single edits, and what commands do to edges.
import { expect, test } from 'vitest';
import { addNode } from './commands/add-node.ts';
import { connect } from './commands/connect.ts';
import { moveNodes, tidy } from './commands/move.ts';
import { removeNodes } from './commands/remove-nodes.ts';
import { setConfig } from './commands/set-config.ts';
import { diffFlows } from './diff.ts';
import { edgeKey } from './graph.ts';
import type { Flow } from './schema.ts';

const flow: Flow = {
  format: 'tierflow/flow@1',
  id: 'f',
  title: 'Flow',
  timeZone: 'UTC',
  nodes: [
    { id: 'src', kind: 'source', config: {} },
    {
      id: 'tiers',
      kind: 'tiers',
      config: {
        bands: [
          { id: 'vip', from: 70 },
          { id: 'gold', from: 50 },
        ],
      },
    },
    { id: 'a', kind: 'playbook', config: {} },
    { id: 'b', kind: 'playbook', config: {} },
  ],
  edges: [
    { from: 'src', to: 'tiers' },
    { from: 'tiers', port: 'vip', to: 'a' },
    { from: 'tiers', port: 'gold', to: 'b' },
  ],
};

test('a changed threshold is one field, named by the id of its band', () => {
  const next = setConfig(flow, { node: 'tiers', path: 'bands.0.from', value: 75 });
  expect(next.step).toMatchObject({ code: 'setConfig', before: 70, after: 75 });
  expect(diffFlows(flow, next.flow).changes).toEqual([
    { type: 'nodeChanged', node: next.flow.nodes[1], fields: [{ path: 'config.bands.vip.from', before: 70, after: 75 }] },
  ]);
});

test('a band in front does not count as a change of those behind it', () => {
  const bands = [
    { id: 'top', from: 90 },
    { id: 'vip', from: 70 },
    { id: 'gold', from: 50 },
  ];
  const [change] = diffFlows(flow, setConfig(flow, { node: 'tiers', path: 'bands', value: bands }).flow).changes;
  expect(change).toMatchObject({ type: 'nodeChanged', fields: [{ path: 'config.bands.top', before: undefined }] });
});

test('taking a band away takes the edges out of its port in the same step', () => {
  const next = setConfig(flow, { node: 'tiers', path: 'bands.0', value: undefined, ports: ['gold', 'unassigned'] });
  expect(next.flow.edges.map(edgeKey)).toEqual(['src:out>tiers', 'tiers:gold>b']);
});

test('delete and reconnect keeps the chain once per neighbour', () => {
  const next = removeNodes(flow, ['tiers'], { reconnect: true });
  expect(next.flow.edges.map(edgeKey)).toEqual(['src:out>a', 'src:out>b']);
  expect(removeNodes(flow, ['tiers']).flow.edges).toEqual([]);
});

test('a circle is refused with the reason', () => {
  expect(connect(flow, { from: 'a', to: 'src' }).refused).toBe('cycle');
  expect(connect(flow, { from: 'a', to: 'a' }).refused).toBe('self');
  expect(connect(flow, { from: 'src', port: 'out', to: 'tiers' }).refused).toBe('exists');
});

test('a node put into an edge keeps the port on both sides', () => {
  const next = addNode(
    flow,
    { id: 'mid', kind: 'filter', config: {} },
    { at: { x: 0, y: 0 }, splice: { edge: { from: 'tiers', port: 'vip', to: 'a' }, port: 'match' } },
  );
  expect(next.flow.edges.map(edgeKey)).toEqual(['src:out>tiers', 'tiers:vip>mid', 'mid:match>a', 'tiers:gold>b']);
});

test('moving and tidying change positions only', () => {
  const moved = moveNodes(flow, { src: { x: 10.4, y: 20 } });
  expect(diffFlows(flow, moved.flow).changes).toEqual([]);
  const laid = tidy(moved.flow, new Map([['tiers', { width: 244, height: 260, ports: ['vip', 'gold', 'unassigned'] }]])).flow.layout ?? {};
  expect(laid['src']?.x).toBeLessThan(laid['tiers']?.x ?? 0);
  expect(laid['a']?.y).toBeLessThan(laid['b']?.y ?? 0);
  expect((laid['b']?.y ?? 0) - (laid['a']?.y ?? 0)).toBeGreaterThanOrEqual(116);
});
