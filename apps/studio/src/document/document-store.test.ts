// The open document: one step per command, trials that leave no trace, undo that starts anew with every flow.
import { type Flow, moveNodes, renameNode, setConfig } from '@tierflow/flow';
import { expect, test } from 'vitest';
import { createDocumentStore, editedSeason, shownFlow } from './document-store.ts';

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

const seasonal: Flow = {
  ...flow,
  nodes: [...flow.nodes, { id: 'b', kind: 'filter', config: { value: 3 } }],
  seasons: [{ id: 'sale', title: 'Sale', from: '11-01', to: '11-11', yearly: true, values: [] }],
};

test('on a day of a season its numbers are shown and edited; everything else stays the very same', () => {
  const store = createDocumentStore();
  store.open(seasonal, null);
  store.run(value(2));
  store.lookAt('2026-11-05');
  expect(editedSeason(store.getState())?.id).toBe('sale');
  store.tryOut(value(7));
  expect(shownFlow(store.getState())?.nodes[0]?.config).toEqual({ value: 7 });
  expect(store.run(value(8))?.step).toMatchObject({ code: 'setSeasonValue', before: 2, after: 8 });
  const { history } = store.getState();
  expect(history?.present.nodes[0]?.config).toEqual({ value: 2 });
  expect(history?.present.seasons?.[0]?.values).toEqual([{ node: 'a', path: 'value', value: 8 }]);
  expect(shownFlow(store.getState())?.nodes[1]).toBe(seasonal.nodes[1]);
  const before = shownFlow(store.getState())?.nodes;
  store.run((present) => moveNodes(present, { b: { x: 1, y: 1 } }));
  expect(shownFlow(store.getState())?.nodes).toBe(before);
  store.lookAt(null);
  expect(shownFlow(store.getState())).toBe(store.getState().history?.present);
});

test('until another day is chosen the data’s last day says which season is edited', () => {
  const store = createDocumentStore();
  store.open(seasonal, null);
  expect(editedSeason(store.getState())).toBeUndefined();
  store.setDataDay('2026-11-11');
  expect(editedSeason(store.getState())?.id).toBe('sale');
  store.lookAt('2026-11-12');
  expect(editedSeason(store.getState())).toBeUndefined();
});
