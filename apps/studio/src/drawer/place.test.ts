import type { Flow } from '@tierflow/flow';
import { expect, test } from 'vitest';
import { placeOf } from './place.ts';

const flow: Flow = {
  format: 'tierflow/flow@1',
  id: 'f',
  title: 'F',
  timeZone: 'UTC',
  nodes: [
    { id: 'a', kind: 'source', config: {} },
    { id: 'b', kind: 'tiers', config: {} },
  ],
  edges: [{ from: 'a', to: 'b' }],
};
const none: ReadonlySet<string> = new Set();

test('a clicked number comes first, then the node, then the edge', () => {
  const people = { node: 'b', port: 'gold' };
  expect(placeOf(flow, { people, nodes: new Set(['a']), edges: none })).toEqual(people);
  expect(placeOf(flow, { people: null, nodes: new Set(['a']), edges: none })).toEqual({ node: 'a', port: 'in' });
  expect(placeOf(flow, { people: null, nodes: none, edges: new Set(['a:out>b']) })).toEqual({ node: 'a', port: 'out' });
});

test('a node that is gone shows nothing', () => {
  expect(placeOf(flow, { people: { node: 'x', port: 'in' }, nodes: none, edges: none })).toBeUndefined();
  expect(placeOf(flow, { people: null, nodes: new Set(['a', 'b']), edges: none })).toBeUndefined();
});
