// A fingerprint changes with everything a count depends on, and with nothing else.
import { connect, type Flow, moveNodes, removeNodes, renameNode, setConfig } from '@tierflow/flow';
import { expect, test } from 'vitest';
import { fingerprints } from './fingerprint.ts';

const flow: Flow = {
  format: 'tierflow/flow@1',
  id: 'f',
  title: 'F',
  timeZone: 'UTC',
  nodes: ['src', 'a', 'b', 'c'].map((id) => ({ id, kind: 'filter', config: { value: 1 } })),
  edges: [
    { from: 'src', to: 'a' },
    { from: 'a', to: 'b' },
    { from: 'src', to: 'c' },
  ],
};

const changed = (next: Flow, data = '1') => {
  const [before, after] = [fingerprints(flow, '1'), fingerprints(next, data)];
  return [...after.keys()].filter((id) => before.get(id) !== after.get(id));
};

test('an edit reaches the node and what hangs below it', () => {
  expect(changed(setConfig(flow, { node: 'a', path: 'value', value: 2 }).flow)).toEqual(['a', 'b']);
  expect(changed(connect(flow, { from: 'c', to: 'b' }).flow)).toEqual(['b']);
  expect(changed(removeNodes(flow, ['a']).flow)).toEqual(['b']);
});

test('names and places count for nothing; new data for everything', () => {
  expect(changed(moveNodes(flow, { a: { x: 5, y: 5 } }).flow)).toEqual([]);
  expect(changed(renameNode(flow, 'a', 'Other').flow)).toEqual([]);
  expect(changed(flow, '2')).toEqual(['src', 'a', 'b', 'c']);
});
