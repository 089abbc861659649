import type { Flow } from '@tierflow/flow';
import { expect, test } from 'vitest';
import { clusterCount, comparisonKey, labelTitle, measureNames, withLabel } from './settings.ts';

const config = {
  fields: [{ field: 'spend' }, { expr: 'a / b' }, { field: 'x', title: { en: 'Orders', 'zh-CN': '订单' } }],
  k: 3,
  labels: [{ title: 'Best' }, { id: 'own' }],
};

const titleOf = (column: string) => (column === 'spend' ? { en: 'Spend', 'zh-CN': '消费' } : undefined);

test('a measure is called by its title, else as its column is, else by its formula', () => {
  expect(measureNames(config, 'en', () => undefined)).toEqual(['spend', 'a / b', 'Orders']);
  expect(measureNames(config, 'zh-CN', titleOf)).toEqual(['消费', 'a / b', '订单']);
  expect(measureNames({}, 'en', titleOf)).toEqual([]);
});

test('renaming keeps values, fills up to the cluster, and leaves no empty end', () => {
  expect(withLabel(config, 2, 'Third')).toEqual([{ title: 'Best' }, { id: 'own' }, { title: 'Third' }]);
  expect(withLabel(config, 1, 'Second')).toEqual([{ title: 'Best' }, { id: 'own', title: 'Second' }]);
  expect(withLabel({ labels: [{ title: 'A' }] }, 0, null)).toBeUndefined();
  expect(withLabel({}, 2, 'C')).toEqual([{}, {}, { title: 'C' }]);
  expect(labelTitle(config, 0)).toBe('Best');
  expect(labelTitle(config, 5)).toBeNull();
  expect([clusterCount(config), clusterCount({ k: 'x' })]).toEqual([3, 1]);
});

test('a comparison stands as long as what it depends on does', () => {
  const flow: Flow = {
    format: 'tierflow/flow@1',
    id: 'f',
    title: 'F',
    timeZone: 'UTC',
    nodes: [
      { id: 'src', kind: 'source', config: { data: 'customers' } },
      { id: 'c', kind: 'cluster', config },
      { id: 'after', kind: 'filter', config: {} },
    ],
    edges: [
      { from: 'src', to: 'c' },
      { from: 'c', to: 'after' },
    ],
  };
  const changed = (id: string, change: object): string =>
    comparisonKey(
      { ...flow, nodes: flow.nodes.map((node) => (node.id === id ? { ...node, config: { ...node.config, ...change } } : node)) },
      'c',
    );
  const key = comparisonKey(flow, 'c');
  expect(changed('c', { k: 5, labels: [], as: 'g' })).toBe(key);
  expect(changed('after', { where: { all: [] } })).toBe(key);
  expect(changed('c', { scale: 'none' })).not.toBe(key);
  expect(changed('src', { data: 'others' })).not.toBe(key);
});
