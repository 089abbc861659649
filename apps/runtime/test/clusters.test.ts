// What a clustering is like, asked for a flow that is being edited: sizes, means, a map, and other numbers of clusters.
import type { Flow } from '@tierflow/flow';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runningRuntime, type TestRuntime } from './running-runtime.ts';
import { customersCsv, ordersCsv, shopFlow } from './small-shop.ts';

let runtime: TestRuntime;
beforeAll(async () => {
  runtime = await runningRuntime();
  await runtime.load('customers', customersCsv, { key: 'customer_id' });
  await runtime.load('orders', ordersCsv, { key: 'order_id', customer: 'customer_id', time: 'ordered_at' });
});
afterAll(async () => {
  expect(runtime.bugs).toEqual([]);
  await runtime.stop();
});

/** Ages 22, 28, 33, 34, 39, 45, 47, 51, 60; one customer has none. */
function flow(config: object): Flow {
  return {
    ...shopFlow,
    nodes: [
      { id: 'src', kind: 'source', config: { data: 'customers' } },
      { id: 'ages', kind: 'cluster', config: { fields: [{ field: 'age' }], orderBy: 'age', order: 'rising', ...config } },
    ],
    edges: [{ from: 'src', to: 'ages' }],
  };
}

test('profiles are sizes and means as people read them; a map has everybody of a small shop', async () => {
  const { json } = await runtime.call('previewClusters', { body: { flow: flow({ k: 3 }), node: 'ages' } });
  expect(json).toMatchObject({ people: 9, means: [359 / 9] });
  expect(json.clusters.map(({ n, means }) => [n, means])).toEqual([
    [4, [29.25]],
    [4, [45.5]],
    [1, [60]],
  ]);
  const [young, middle, old] = json.clusters.map(({ deviations }) => deviations[0] ?? 0) as [number, number, number];
  expect(young < 0 && 0 < middle && middle < old).toBe(true);
  expect(4 * young + 4 * middle + old).toBeCloseTo(0, 9);
  expect(json.map.points).toHaveLength(9);
  expect(json.map.shares[0]).toBeCloseTo(1, 9);
  const { json: counted } = await runtime.call('preview', {
    body: { flow: flow({ k: 3 }), columns: [{ node: 'ages', column: 'cluster' }] },
  });
  expect(counted.histograms['ages.cluster']?.values?.toSorted((a, b) => (String(a.value) < String(b.value) ? -1 : 1))).toEqual([
    { value: 'cluster-1', n: 4 },
    { value: 'cluster-2', n: 4 },
    { value: 'cluster-3', n: 1 },
  ]);
  expect(counted.nodes['ages']?.unknown).toBe(1);
});

test('other numbers of clusters are tried on a sample, whatever the flow says', async () => {
  const trial = async (k: number) =>
    (await runtime.call('tryClusters', { body: { flow: flow({ k: 3, scale: 'none' }), node: 'ages', k } })).json;
  expect(await trial(1)).toMatchObject({ k: 1, clusters: 1, people: 9, sample: 9, silhouette: null });
  expect((await trial(1)).unexplained).toBeCloseTo(1, 9);
  const three = await trial(3);
  expect(three).toMatchObject({ k: 3, clusters: 3, silhouetteSample: 9 });
  expect(three.unexplained).toBeLessThan((await trial(2)).unexplained);
  expect(await trial(30)).toMatchObject({ k: 30, clusters: 9, unexplained: 0 });
});

test('one customer is told the cluster that was counted, and why', async () => {
  const named = flow({ k: 3 });
  const { json } = await runtime.call('explain', { params: { id: 'small-shop' }, body: { flow: named, key: 'C07' } });
  expect(json.decision.labels).toEqual({ cluster: 'cluster-1' });
  expect(json.decision.trace?.find(({ column }) => column === 'ages.label')?.value).toBe('cluster-1');
  const { json: none } = await runtime.call('explain', { params: { id: 'small-shop' }, body: { flow: named, key: 'C02' } });
  expect(none.decision.labels).toEqual({ cluster: null });
});

test('a node that finds no clusters, or that has an error, is told', async () => {
  for (const body of [
    { flow: flow({}), node: 'src' },
    { flow: flow({}), node: 'gone' },
    { flow: flow({ orderBy: 'name' }), node: 'ages' },
  ]) {
    const answer = await runtime.call('previewClusters', { body });
    expect(answer.status).toBe(404);
    expect(answer.json).toMatchObject({ code: 'node.unknown' });
  }
});

test('nobody to cluster gives no clusters', async () => {
  const nobody = flow({});
  const nodes = nobody.nodes.toSpliced(1, 0, { id: 'none', kind: 'filter', config: { where: { field: 'age', op: 'gt', value: 200 } } });
  const edges = [
    { from: 'src', to: 'none' },
    { from: 'none', port: 'match', to: 'ages' },
  ];
  const body = { flow: { ...nobody, nodes, edges }, node: 'ages' };
  const { json } = await runtime.call('previewClusters', { body });
  expect(json).toMatchObject({ people: 0, means: [null], clusters: [], map: { points: [] } });
  expect((await runtime.call('tryClusters', { body: { ...body, k: 2 } })).json).toMatchObject({ clusters: 0, people: 0 });
});
