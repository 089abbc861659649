// The open document: one step per command, trials that leave no trace, undo that starts anew with every flow.
import { type Flow, moveNodes, renameNode, setConfig } from '@tierflow/flow';
import { expect, test } from 'vitest';
import { createDocumentStore, shownFlow } from './document-store.ts';

const flow: Flow = {
  format: 'tierflow/flow@1',
  id: 'f',
  title: 'F',
  timeZone: 'UTC',
  nodes: [{ id: 'a', kind: 'filter', config: { value: 1 } }],
  edges: [],
};

const value = (next: number) => (present: Flow) => setConfig(present, { node: 'a', path: 'value', value: next });

test('a command is one step; one that changes nothing is none', () => {
  const store = createDocumentStore();
  store.open(flow, null);
  store.run(value(2));
  store.run(value(2));
  store.run((present) => moveNodes(present, {}));
  expect(store.getState().history?.past.map((entry) => entry.step.code)).toEqual(['setConfig']);
  expect(store.undo()).toMatchObject({ code: 'setConfig', before: 1, after: 2 });
  expect(store.getState().history?.present).toBe(flow);
  expect(store.redo()?.code).toBe('setConfig');
  expect(store.redo()).toBeUndefined();
});

test('what is tried out is shown but neither kept nor undone', () => {
  const store = createDocumentStore();
  store.open(flow, null);
  store.tryOut(value(5));
  store.tryOut(value(6));
  expect(shownFlow(store.getState())?.nodes[0]?.config).toEqual({ value: 6 });
  expect(store.getState().history?.past).toEqual([]);
  store.tryOut(null);
  expect(shownFlow(store.getState())).toBe(flow);
  store.tryOut(value(7));
  store.run(value(7));
  expect(store.getState().trial).toBeNull();
  expect(store.getState().history?.past).toHaveLength(1);
});

test('opening another flow forgets the steps of the first', () => {
  const store = createDocumentStore();
  store.open(flow, null);
  store.run((present) => renameNode(present, 'a', 'B'));
  store.open({ ...flow, id: 'g' }, null);
  expect(store.undo()).toBeUndefined();
  expect(store.getState().history?.present.id).toBe('g');
});
