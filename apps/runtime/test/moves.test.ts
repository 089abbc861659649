// What would move people, asked for a flow that is being edited: one customer, and the people of a tier.
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

/** Gold from 600 spent, silver from 20; whoever is known and from 25 on. */
const flow: Flow = {
  ...shopFlow,
  nodes: shopFlow.nodes.map((node) =>
    node.id === 'tiers'
      ? {
          ...node,
          config: {
            ...node.config,
            bands: [
              { id: 'gold', title: { en: 'Gold', 'zh-CN': '黄金' }, from: 600 },
              { id: 'silver', title: { en: 'Silver', 'zh-CN': '白银' }, from: 20 },
            ],
          },
        }
      : node,
  ),
};

async function movesOf(body: object, of: Flow = flow) {
  const { json, status } = await runtime.call('explain', { params: { id: 'small-shop' }, body: { flow: of, ...body } });
  expect(status).toBe(200);
  return json.moves;
}

async function tierMoves(body: { readonly tier: string | null; readonly node?: string; readonly most?: number }, of: Flow = flow) {
  return runtime.call('tierMoves', { params: { id: 'small-shop' }, body: { flow: of, ...body } });
}

test('one customer: more orders of their usual size, one order of some size, and the change does what is told', async () => {
  // 120.5 and 80 spent: 399.5 are missing to gold.
  const moves = await movesOf({ key: 'C01' });
  expect(moves).toMatchObject({ node: 'tiers', tier: 'silver', best: false, falls: [], days: null });
  expect(moves?.bands.map(({ id }) => id)).toEqual(['gold', 'silver']);
  const told = Object.fromEntries(
    moves?.moves.map((move) => [`${move.lever.kind} ${'field' in move.lever ? move.lever.field : ''}`, move]) ?? [],
  );
  expect(told['amount amount']?.next).toEqual({ tier: 'gold', to: 399.5, size: 399.5 });
  // Nobody has more than three orders: five of 80 are out of reach.
  expect(told['lines ']).toMatchObject({ next: null, line: { of: 'own', values: { amount: 80 } } });
  expect(told['number age']).toMatchObject({ from: 34, next: null });
  expect(told['value region']).toBe(undefined);
  const line = told['amount amount']?.line?.values ?? {};
  const decide = async (amount: number) => {
    const orders = [
      { ordered_at: '2026-10-01T02:00:00Z', amount: 200.5 },
      { ...line, amount },
    ];
    const body = { flow, record: { customer_id: 'x', region: 'north', age: 34, orders }, withMoves: false };
    const { json } = await runtime.call('explain', { params: { id: 'small-shop' }, body });
    expect(json.moves).toBe(null);
    return json.decision.tier;
  };
  expect([await decide(399.5), await decide(399.4)]).toEqual(['gold', 'silver']);
});

test('a missing value is filled in as an example; the best tier says what it takes to lose it', async () => {
  const missing = await movesOf({ key: 'C02' });
  expect(missing?.moves.find(({ lever }) => lever.kind === 'number')).toMatchObject({
    from: null,
    next: { tier: 'silver', to: 39, size: null },
    example: true,
  });
  const best = await movesOf({ key: 'C03' });
  expect(best).toMatchObject({ tier: 'gold', best: true, days: null });
  expect(best?.falls).toMatchObject([{ lever: { field: 'age' }, from: 51, next: { tier: null, to: 24, size: 27 } }]);
});

test('what cannot be changed is told as such and not tried; a bound of the flow holds', async () => {
  const off = {
    ...flow,
    levers: [
      { collection: 'orders', actionable: false },
      { field: 'age', min: 30 },
    ],
  };
  const moves = await movesOf({ key: 'C07' }, off);
  expect(moves?.moves.map(({ actionable, next }) => [actionable, next?.to])).toEqual([
    [true, 30],
    [false, undefined],
    [false, undefined],
  ]);
  expect((await movesOf({ key: 'C07' }))?.moves[0]?.next).toEqual({ tier: 'silver', to: 25, size: 3 });
});

test('a tier: how many each lever moves, and how far; the people without one too', async () => {
  const { json: silver } = await tierMoves({ tier: 'silver' });
  expect(silver).toMatchObject({ node: 'tiers', tier: 'silver', members: 2, people: 2, exact: true, movable: 2 });
  const amount = silver.levers.find(({ lever }) => lever.kind === 'amount');
  // C01 has spent 200.5, C05 40.
  expect(amount).toMatchObject({
    n: 2,
    down: 0,
    tiers: [{ id: 'gold', n: 2 }],
    sizes: { min: 399.5, lower: 399.5, median: 399.5, upper: 560, max: 560 },
    bins: [
      { from: 399.5, to: 399.5, n: 1 },
      { from: 560, to: 560, n: 1 },
    ],
    nearest: [
      { key: 'C01', to: 399.5 },
      { key: 'C05', to: 560 },
    ],
  });
  const { json: none } = await tierMoves({ tier: null });
  const { json: counted } = await runtime.call('preview', { body: { flow } });
  expect(none.members).toBe(counted.unassigned);
  const { json: sample } = await tierMoves({ tier: 'silver', most: 1 });
  expect(sample).toMatchObject({ members: 2, people: 1, exact: false });
  expect(await tierMoves({ tier: 'silver', most: 1 })).toMatchObject({ json: sample });
  const { json: best } = await tierMoves({ tier: 'gold' });
  expect(best).toMatchObject({ movable: 0 });
});

test('a tier or node that is not there, or that has an error', async () => {
  expect((await tierMoves({ tier: 'bronze' })).json).toMatchObject({ status: 404, code: 'tier.unknown' });
  expect((await tierMoves({ tier: 'gold', node: 'src' })).json).toMatchObject({ status: 404, code: 'node.unknown' });
  const nodes = flow.nodes.map((node) => (node.id === 'tiers' ? { ...node, config: { on: 'gone', bands: [] } } : node));
  expect((await tierMoves({ tier: 'gold' }, { ...flow, nodes })).json).toMatchObject({ status: 404, code: 'node.unknown' });
  expect(await movesOf({ key: 'C01' }, { ...flow, nodes })).toBe(null);
});
