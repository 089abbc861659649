import { compile, dataSchemaOf } from '@tierflow/compiler';
import { type Flow, removeNodes, setConfig, setLever } from '@tierflow/flow';
import { nodeKinds } from '@tierflow/nodes';
import { expect, test } from 'vitest';
import { startWords } from '../../words/languages.ts';
import { speechOf } from '../../words/use-words.ts';
import { changeLines } from './change-lines.ts';

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
        { name: 'score', type: 'number' },
      ],
    },
  },
  nodes: [
    { id: 'src', kind: 'source', title: 'All', config: { data: 'customers' } },
    { id: 'big', kind: 'filter', title: 'Big', config: { where: { field: 'score', op: 'ge', value: 10 } } },
    {
      id: 'tiers',
      kind: 'tiers',
      title: 'Tiers',
      config: {
        on: 'score',
        bands: [
          { id: 'gold', title: 'Gold', from: 70 },
          { id: 'rest', from: null },
        ],
      },
    },
  ],
  edges: [
    { from: 'src', to: 'big' },
    { from: 'big', port: 'match', to: 'tiers' },
  ],
};

const speech = speechOf(startWords('en').t, 'en');
const compiled = (content: Flow) => compile(content, nodeKinds, dataSchemaOf(content).schema);
const lines = (after: Flow) =>
  changeLines({ before: flow, after, compiledBefore: compiled(flow), compiledAfter: compiled(after) }, nodeKinds, speech);

test('a threshold reads as before and after', () => {
  const after = setConfig(flow, { node: 'tiers', path: 'bands.0.from', value: 75 }).flow;
  expect(lines(after)).toMatchObject([{ kind: 'changed', node: 'tiers', text: 'Changed “Tiers”' }]);
  expect(lines(after)[0]?.details).toMatchObject([{ before: '70', after: '75' }]);
  expect(lines(after)[0]?.details[0]?.label).toContain('Gold');
});

test('what cannot be changed of a customer reads by its name', () => {
  const after = setLever(flow, { collection: 'orders', field: 'amount' }, false).flow;
  expect(lines(after)).toMatchObject([{ details: [{ label: 'orders.amount · can be changed', before: '—', after: 'No' }] }]);
});

test('a rule that is another one reads as two sentences', () => {
  const where = {
    all: [
      { field: 'score', op: 'ge', value: 10 },
      { field: 'score', op: 'le', value: 90 },
    ],
  };
  const [line] = lines(setConfig(flow, { node: 'big', path: 'where', value: where }).flow);
  expect(line?.details[0]?.before).toContain('score ≥ 10');
  expect(line?.details[0]?.after).toContain('90');
});

test('nodes and connections that go are named', () => {
  const texts = lines(removeNodes(flow, ['tiers']).flow).map(({ text }) => text);
  expect(texts).toEqual(['Removed “Tiers”', 'Disconnected “Big” from “Tiers”']);
});
