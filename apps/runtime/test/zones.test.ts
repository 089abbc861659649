// A flow counts civil days in its own zone, whichever zone the data were imported in: counts and decisions alike.
import type { Decision } from '@tierflow/definition';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runningRuntime, type TestRuntime } from './running-runtime.ts';
import { customersCsv, ordersCsv, shopFlow } from './small-shop.ts';

let runtime: TestRuntime;
beforeAll(async () => {
  runtime = await runningRuntime();
  await runtime.load('customers', customersCsv, { key: 'customer_id' });
  await runtime.load('orders', ordersCsv, { kind: 'collection', customer: 'customer_id', time: 'ordered_at', timeZone: 'Asia/Shanghai' });
});
afterAll(async () => {
  expect(runtime.bugs).toEqual([]);
  await runtime.stop();
});

// C01 ordered on 20 October at 11:00 in Shanghai, which was the evening of the 19th in Los Angeles.
test.each([
  { timeZone: 'Asia/Shanghai', day: '2026-10-20' },
  { timeZone: 'America/Los_Angeles', day: '2026-10-19' },
])('in $timeZone the order is of $day', async ({ timeZone, day }) => {
  const id = `of-${day}`;
  const where = { field: 'orders_today', op: 'ge', value: 1 };
  const flow = {
    ...shopFlow,
    id,
    timeZone,
    nodes: [
      { id: 'src', kind: 'source', config: { data: 'customers' } },
      { id: 'today', kind: 'aggregate', config: { from: 'orders', features: [{ name: 'orders_today', fn: 'count', window: 1 }] } },
      { id: 'bought', kind: 'switch', config: { cases: [{ id: 'yes', where }] } },
      { id: 'thanks', kind: 'playbook', config: { playbook: 'thanks' } },
    ],
    edges: [
      { from: 'src', to: 'today' },
      { from: 'today', to: 'bought' },
      { from: 'bought', port: 'yes', to: 'thanks' },
    ],
  };
  const { nodes } = (await runtime.call('preview', { body: { flow, asOf: day } })).json;
  expect(nodes['bought']?.ports).toEqual({ yes: 1, rest: 9 });
  await runtime.call('createFlow', { body: { flow } });
  const published = await runtime.call('publish', {
    params: { id },
    headers: { 'If-Match': '*', 'Idempotency-Key': id },
    body: { asOf: day },
  });
  expect(published.status).toBe(201);
  const decided = (await runtime.call('decide', { params: { name: id }, body: { key: 'C01' } })).json as Decision;
  expect(decided.playbooks).toEqual(['thanks']);
});
