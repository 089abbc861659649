// Seasons over HTTP: preview, people, explanation, publishing, decisions and runs say the same on every day, also one to come.
import type { Decision } from '@tierflow/definition';
import type { Flow } from '@tierflow/flow';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problemOf, runningRuntime, type TestRuntime } from './running-runtime.ts';

const keys = Array.from({ length: 20 }, (_, at) => `c${String(at + 1).padStart(2, '0')}`);
const flow: Flow = {
  format: 'tierflow/flow@1',
  id: 'members',
  title: 'Members',
  timeZone: 'Asia/Shanghai',
  nodes: [
    { id: 'src', kind: 'source', config: { data: 'customers' } },
    {
      id: 'score',
      kind: 'scorecard',
      config: {
        parts: [
          { field: 'points', weight: 0.9, scale: 'none' },
          { field: 'visits', weight: 0.1, scale: 'none' },
        ],
        missing: 'zero',
        as: 'score',
      },
    },
    {
      id: 'grades',
      kind: 'tiers',
      config: {
        on: 'score',
        topShare: [
          { id: 'gold', share: 0.1 },
          { id: 'silver', share: 0.4 },
          { id: 'bronze', share: 0.5 },
        ],
      },
    },
  ],
  edges: [
    { from: 'src', to: 'score' },
    { from: 'score', to: 'grades' },
  ],
  seasons: [
    {
      id: 'sale',
      title: { en: 'Double 11', 'zh-CN': '双十一' },
      from: '11-01',
      to: '11-11',
      yearly: true,
      values: [
        { node: 'grades', path: 'topShare.0.share', value: 0.3 },
        { node: 'grades', path: 'topShare.1.share', value: 0.2 },
      ],
    },
    {
      id: 'visits',
      title: 'Visits',
      from: '2027-01-01',
      to: '2027-01-31',
      values: [
        { node: 'score', path: 'parts.0.weight', value: 0.1 },
        { node: 'score', path: 'parts.1.weight', value: 0.9 },
      ],
    },
  ],
};
/** Gold by day: the best two by points; six of them at the sale; the best two by visits. */
const gold = {
  '2026-10-31': ['c19', 'c20'],
  '2026-11-11': keys.slice(14),
  '2026-11-12': ['c19', 'c20'],
  '2027-01-15': ['c01', 'c02'],
} as const;

let runtime: TestRuntime;
beforeAll(async () => {
  runtime = await runningRuntime();
  const rows = keys.map((key, at) => `${key},${at + 1},${20 - at},2026-10-31\n`);
  await runtime.load('customers', `customer_id,points,visits,seen\n${rows.join('')}`, { key: 'customer_id' });
});
afterAll(async () => {
  expect(runtime.bugs).toEqual([]);
  await runtime.stop();
});

test('on each day preview, people, explanation, decisions and the run of the published version are those of its season', async () => {
  const { headers } = await runtime.call('createFlow', { body: { flow } });
  const sent = {
    params: { id: 'members' },
    body: { asOf: '2026-10-31' },
    headers: { 'If-Match': headers.get('etag') ?? '', 'Idempotency-Key': 'one' },
  };
  expect((await runtime.call('publish', sent)).status).toBe(201);
  for (const [asOf, expected] of Object.entries(gold)) {
    const { json: counted } = await runtime.call('preview', { body: { flow, asOf } });
    expect(counted.nodes['grades']?.ports['gold'], asOf).toBe(expected.length);
    expect(counted.diagnostics, asOf).toEqual([]);
    const { json: rows } = await runtime.call('previewRows', {
      body: { flow, asOf, node: 'grades', port: 'gold', columns: ['points'], limit: 50 },
    });
    expect(rows.rows.map((row) => row.key).toSorted(), asOf).toEqual(expected);
    const decided: string[] = [];
    for (const key of keys) {
      const decision = (await runtime.call('decide', { params: { name: 'members' }, body: { key, asOf } })).json as Decision;
      if (decision.tier === 'gold') decided.push(key);
      if (key !== 'c15') continue;
      const { json: explained } = await runtime.call('explain', { params: { id: 'members' }, body: { flow, key, asOf } });
      expect(explained.decision.tier, asOf).toBe(decision.tier);
      expect(
        explained.decision.trace?.some(({ text }) => text.includes('[Double 11]')),
        asOf,
      ).toBe(asOf === '2026-11-11');
    }
    expect(decided, asOf).toEqual(expected);
    const { json: started } = await runtime.call('createRun', { body: { flow: 'members', asOf } });
    const run = async () => (await runtime.call('getRun', { params: { id: started.run } })).json;
    await expect.poll(async () => (await run()).state, { interval: 30 }).toBe('done');
    expect((await run()).nodes['grades']?.ports['gold'], asOf).toBe(expected.length);
  }
});

test('a season with a number that its kind refuses is told by season and place, and is not published', async () => {
  const values = [{ node: 'grades', path: 'topShare.0.share', value: 0.9 }];
  const broken: Flow = {
    ...flow,
    id: 'broken',
    seasons: [{ id: 'sale', title: 'Sale', from: '11-01', to: '11-11', yearly: true, values }],
  };
  const { headers } = await runtime.call('createFlow', { body: { flow: broken } });
  const { json } = await runtime.call('preview', { body: { flow: broken, asOf: '2026-10-31' } });
  expect(json.nodes['grades']?.ports['gold']).toBe(2);
  expect(json.diagnostics.filter(({ severity }) => severity === 'error').map(({ at }) => at.season)).toEqual(['sale']);
  const answer = await runtime.call('publish', {
    params: { id: 'broken' },
    body: { asOf: '2026-10-31' },
    headers: { 'If-Match': headers.get('etag') ?? '', 'Idempotency-Key': 'two' },
  });
  expect(answer.status).toBe(422);
  expect(JSON.stringify(problemOf(answer))).toContain('In “Sale”: ');
});
