// Three months of a shop: tiers are held against those of the run before, in counts, runs, explanations and decisions alike.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SentBodyOf } from '@tierflow/api';
import type { Decision } from '@tierflow/definition';
import type { Flow } from '@tierflow/flow';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problemOf, runningRuntime, type TestRuntime } from './running-runtime.ts';

let runtime: TestRuntime;
beforeAll(async () => {
  runtime = await runningRuntime();
});
afterAll(async () => {
  expect(runtime.bugs).toEqual([]);
  await runtime.stop();
});

const flow: Flow = {
  format: 'tierflow/flow@1',
  id: 'members',
  title: { en: 'Members', 'zh-CN': '会员' },
  timeZone: 'Asia/Shanghai',
  nodes: [
    { id: 'src', kind: 'source', config: { data: 'customers' } },
    {
      id: 'grades',
      kind: 'tiers',
      config: {
        on: 'points',
        bands: [
          { id: 'gold', title: { en: 'Gold', 'zh-CN': '金卡' }, from: 60 },
          { id: 'silver', title: { en: 'Silver', 'zh-CN': '银卡' }, from: 40 },
        ],
        as: 'tier',
      },
    },
    { id: 'held', kind: 'stability', config: { of: 'tier', grace: { days: 45 }, margin: { keep: 5 } } },
  ],
  edges: [{ from: 'src', to: 'grades' }, ...['gold', 'silver', 'unassigned'].map((port) => ({ from: 'grades', port, to: 'held' }))],
};

type Points = Readonly<Record<string, number>>;
const months: readonly { readonly asOf: string; readonly points: Points; readonly expected: Readonly<Record<string, string>> }[] = [
  {
    asOf: '2026-01-31',
    points: { c1: 65, c2: 65, c3: 45, c4: 45, c5: 5 },
    expected: {
      c1: 'gold 2026-01-31 new',
      c2: 'gold 2026-01-31 new',
      c3: 'silver 2026-01-31 new',
      c4: 'silver 2026-01-31 new',
      c5: 'null null new',
    },
  },
  {
    asOf: '2026-02-28',
    points: { c1: 41, c2: 56, c3: 61, c4: 45, c5: 5, c6: 70 },
    expected: {
      c1: 'gold 2026-01-31 grace',
      c2: 'gold 2026-01-31 grace',
      c3: 'gold 2026-02-28 up',
      c4: 'silver 2026-01-31 unchanged',
      c5: 'null null new',
      c6: 'gold 2026-02-28 new',
    },
  },
  {
    asOf: '2026-03-31',
    points: { c1: 41, c2: 56, c3: 41, c4: 5, c5: 45, c6: 5 },
    expected: {
      c1: 'silver 2026-03-31 down',
      c2: 'gold 2026-01-31 margin',
      c3: 'gold 2026-02-28 grace',
      c4: 'null null down',
      c5: 'silver 2026-03-31 new',
      c6: 'gold 2026-02-28 grace',
    },
  },
];

async function run(asOf: string) {
  const { json } = await runtime.call('createRun', { body: { flow: 'members', asOf } });
  for (;;) {
    const { json: now } = await runtime.call('getRun', { params: { id: json.run } });
    if (now.state !== 'waiting' && now.state !== 'running') return now;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const csvOf = (points: Points): string =>
  `customer_id,points\n${Object.entries(points)
    .map((entry) => `${entry.join(',')}\n`)
    .join('')}`;

test('month by month the tier is held or given, the same in preview, run, explanation and decision', async () => {
  let before: string | undefined;
  const known = new Map<string, { readonly tier: string | null; readonly since: string | null }>();
  for (const [at, { asOf, points, expected }] of months.entries()) {
    await runtime.load('customers', csvOf(points), { key: 'customer_id' });
    if (at === 0) {
      const { headers } = await runtime.call('createFlow', { body: { flow } });
      const sent = {
        params: { id: 'members' },
        body: { asOf },
        headers: { 'If-Match': headers.get('etag') ?? '', 'Idempotency-Key': 'one' },
      };
      expect((await runtime.call('publish', sent)).status).toBe(201);
    }
    const { json: counted } = await runtime.call('preview', {
      body: { flow, asOf, columns: [{ node: 'held', column: 'stableTierReason' }] },
    });
    expect(counted.previous?.run).toBe(before);
    const done = await run(asOf);
    expect([done.state, done.previous]).toEqual(['done', before ?? null]);
    expect(done.nodes['held']?.ports).toEqual(counted.nodes['held']?.ports);
    const { json: page } = await runtime.call('listMembers', { params: { id: done.id } });
    const found: Record<string, string> = {};
    for (const { key, tier, since } of page.members) {
      found[key] = `${tier} ${since}`;
      // One record with what the last run knew says the same, and why; and who is asked for by key keeps what the run gave.
      const record = { customer_id: key, points: points[key] ?? null, $previous: known.get(key) ?? null };
      const told = (await decide({ record, asOf })).labels['stableTierReason'];
      expect(`${tier} ${since} ${told}`).toBe(expected[key]);
      expect((await decide({ key, asOf })).tier).toBe(tier);
      known.set(key, { tier, since: since ?? null });
    }
    expect(found).toEqual(Object.fromEntries(Object.entries(expected).map(([key, text]) => [key, text.replace(/ [a-z-]+$/, '')])));
    expect(Object.fromEntries((counted.histograms['held.stableTierReason']?.values ?? []).map(({ value, n }) => [value, n]))).toEqual(
      countOf(Object.values(expected).map((text) => text.split(' ')[2] ?? '')),
    );
    before = done.id;
  }
});

async function decide(body: SentBodyOf<'decide'>): Promise<Decision> {
  return (await runtime.call('decide', { params: { name: 'members' }, body })).json as Decision;
}

test('a run that was changed on disk is not read: what needs it is refused', async () => {
  const { json } = await runtime.call('listRuns', { query: { flow: 'members' } });
  const path = join(runtime.dataDir, 'runs', `${json.runs[0]?.id}.ndjson`);
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace('"gold"', '"gilt"'));
  // With new data nothing of the run is remembered.
  await runtime.load('customers', csvOf({ c1: 1 }), { key: 'customer_id' });
  const asked = await runtime.call('preview', { body: { flow, asOf: '2026-04-30' } });
  expect([asked.status, problemOf(asked).code]).toEqual([500, 'artifact.corrupt']);
  // Up to an earlier day an earlier run counts, which is whole.
  expect((await runtime.call('preview', { body: { flow, asOf: '2026-03-30' } })).json.previous?.asOf).toBe('2026-02-28');
  await writeFile(path, text);
});

test('an explanation says in both languages what was before, what the score says, and what holds it', async () => {
  const record = { customer_id: 'c1', points: 41, $previous: { tier: 'gold', since: '2026-01-05' } };
  const asked = { params: { id: 'members' }, body: { record, asOf: '2026-02-10' } };
  const told = async (language: string) => {
    const { json } = await runtime.call('explain', { ...asked, headers: { 'Accept-Language': language } });
    return json.decision.trace?.filter(({ node, port }) => node === 'held' && port === null).map(({ text }) => text);
  };
  expect(await told('en')).toEqual([
    'Tier before = Gold',
    'Tier by the score = Silver',
    'Why = Held: grace',
    'Tier held = Gold',
    'In this tier since = 2026-01-05',
    'Held until = 2026-02-18',
  ]);
  expect((await told('zh-CN'))?.slice(0, 3)).toEqual(['原等级 = 金卡', '按得分的等级 = 银卡', '原因 = 保持：宽限期内']);
});

test('the live version is compared as it runs, also when the draft no longer holds anybody', async () => {
  const { held: _, ...rest } = Object.fromEntries(flow.nodes.map((node) => [node.id, node]));
  const draft: Flow = { ...flow, nodes: Object.values(rest), edges: flow.edges.filter(({ to }) => to !== 'held') };
  await runtime.load('customers', csvOf(months[2]?.points ?? {}), { key: 'customer_id' });
  const { json } = await runtime.call('impact', { params: { id: 'members' }, body: { flow: draft, asOf: '2026-04-10' } });
  // Gold are c2, c3 and c6 by what holds them, and nobody by the score alone.
  expect(json.tiers.map(({ id, before, after }) => [id, before, after])).toEqual([
    ['gold', 3, 0],
    ['silver', 2, 4],
    ['unassigned', 1, 2],
    ['outside', 0, 0],
  ]);
});

function countOf(texts: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries([...new Set(texts)].map((text) => [text, texts.filter((one) => one === text).length]));
}
