// One semantics: what the preview counts, a run writes down and decide answers is the same, customer by customer,
// for every example flow as a new data folder has it.

import { setTimeout as wait } from 'node:timers/promises';
import type { AnswerOf, Member } from '@tierflow/api';
import type { Decision } from '@tierflow/definition';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runningRuntime, type TestRuntime } from './running-runtime.ts';

let runtime: TestRuntime;
beforeAll(async () => {
  runtime = await runningRuntime({ examples: true });
  await runtime.runtime.prepared;
});
afterAll(async () => {
  expect(runtime.bugs).toEqual([]);
  await runtime.stop();
});

const CUSTOMERS: Readonly<Record<string, string>> = { 'rfm-five-tiers': 'customers', 'win-back': 'customers', 'b2b-grading': 'accounts' };

test('a new folder shows the examples, live and counted', async () => {
  const { flows } = (await runtime.call('listFlows')).json;
  expect(flows.map(({ id }) => id).sort()).toEqual(Object.keys(CUSTOMERS).sort());
  for (const { live, draft, result } of flows) {
    expect(live?.version).toBe(1);
    expect(draft?.changed).toBe(false);
    expect(result?.tiers.length).toBeGreaterThan(1);
  }
  expect((await runtime.call('getWorkspace')).json).toMatchObject({ preparing: false, customers: 12_480, generation: 4 });
});

test.each(Object.keys(CUSTOMERS))('%s: preview, run and decide agree', async (flow) => {
  const preview = (await runtime.call('preview', { body: { draft: flow } })).json;
  const run = await finishedRun(flow);
  expect(run).toMatchObject({
    tiers: preview.tiers,
    unassigned: preview.unassigned,
    playbooks: preview.playbooks,
    asOf: preview.asOf,
    customers: preview.customers,
  });
  for (const [id, { n, ports, unknown }] of Object.entries(run.nodes)) {
    expect({ n: preview.nodes[id]?.n, ports: preview.nodes[id]?.ports, unknown: preview.nodes[id]?.unknown }).toEqual({
      n,
      ports,
      unknown,
    });
  }
  const counted = preview.tiers.reduce((sum, tier) => sum + tier.n, preview.unassigned);
  expect(counted, 'tiers and unassigned make up everybody who reached them').toBe(preview.nodes[preview.tiersNode ?? '']?.n);

  const members = await allMembers(run.id);
  expect(members.size).toBe(preview.customers);
  const decisions = await allDecisions(flow, CUSTOMERS[flow] ?? '');
  expect(decisions).toHaveLength(preview.customers);
  for (const { key, tier, score, playbooks, segments, definition } of decisions) {
    const since = tier === null ? null : run.asOf;
    expect({ key, tier, since, score, playbooks, segments }).toEqual(members.get(key ?? ''));
    expect(definition.digest).toBe(run.digest);
  }
});

async function finishedRun(flow: string): Promise<AnswerOf<'getRun'>> {
  const started = await runtime.call('createRun', { body: { flow } });
  expect(started.status).toBe(202);
  for (;;) {
    const { json } = await runtime.call('getRun', { params: { id: started.json.run } });
    if (json.state === 'done') return json;
    expect(json.state).toMatch(/waiting|running/);
    await wait(20);
  }
}

/** All pages, once through each tier and once through everything. */
async function allMembers(id: string): Promise<ReadonlyMap<string, Member>> {
  const all = new Map<string, Member>();
  let cursor: string | null = '0';
  while (cursor !== null) {
    const page: AnswerOf<'listMembers'> = (await runtime.call('listMembers', { params: { id }, query: { limit: 5000, cursor } })).json;
    for (const member of page.members) all.set(member.key, member);
    cursor = page.cursor;
  }
  const { tiers, unassigned } = (await runtime.call('getRun', { params: { id } })).json;
  for (const tier of [...tiers, { id: 'unassigned', n: unassigned ?? 0 }]) {
    const page = (await runtime.call('listMembers', { params: { id }, query: { tier: tier.id, limit: 1 } })).json;
    if (tier.id !== 'unassigned') expect(page.total).toBe(tier.n);
    for (const member of page.members) expect(all.get(member.key)).toEqual(member);
  }
  return all;
}

async function allDecisions(flow: string, dataset: string): Promise<readonly Decision[]> {
  const lines = (await runtime.call('listRecords', { params: { name: dataset } })).text.split('\n').filter((line) => line !== '');
  const decisions: Decision[] = [];
  for (let at = 0; at < lines.length; at += 1000) {
    const records = lines.slice(at, at + 1000).map((line) => JSON.parse(line) as never);
    const { json } = await runtime.call('decide', { params: { name: flow }, body: { records } });
    decisions.push(...(json as { decisions: Decision[] }).decisions);
  }
  return decisions;
}

test('deciding by key, with a trace, and for a record that is none', async () => {
  const one = (await runtime.call('decide', { params: { name: 'rfm-five-tiers' }, query: { trace: 'true' }, body: { key: 'C0000005' } }))
    .json as Decision;
  expect(one.key).toBe('C0000005');
  expect(one.trace?.length).toBeGreaterThan(5);
  const mixed = (await runtime.call('decide', { params: { name: 'rfm-five-tiers' }, body: { records: [{}, 7, null, [1]] } })).json as {
    decisions: unknown[];
  };
  expect(mixed.decisions[0]).toMatchObject({ key: null });
  for (const item of mixed.decisions.slice(1)) expect(item).toMatchObject({ error: { code: 'record.invalid' } });
  const unknown = await runtime.call('decide', { params: { name: 'rfm-five-tiers' }, body: { key: 'nobody' } });
  expect(unknown).toMatchObject({ status: 404, json: { code: 'customer.unknown' } });
});

test('the people behind every number are as many as the number', async () => {
  const { nodes } = (await runtime.call('preview', { body: { draft: 'rfm-five-tiers' } })).json;
  for (const [node, { n, ports, unknown }] of Object.entries(nodes)) {
    for (const [port, count] of [
      ['in', n ?? 0] as const,
      ...Object.entries(ports),
      ...(unknown > 0 ? [['unknown', unknown] as const] : []),
    ]) {
      const { json } = await runtime.call('previewRows', { body: { draft: 'rfm-five-tiers', node, port, limit: 2, columns: [] } });
      expect({ node, port, total: json.total }).toEqual({ node, port, total: count });
    }
  }
});

test('rows are sorted, filtered and paged', async () => {
  const ask = async (extra: object) =>
    (
      await runtime.call('previewRows', {
        body: { draft: 'rfm-five-tiers', node: 'tiers', port: 'in', columns: ['score', 'province'], ...extra },
      })
    ).json;
  const sorted = await ask({ sort: { column: 'score', descending: true }, limit: 500 });
  const scores = sorted.rows.map(({ values }) => values[0]);
  expect(scores).toEqual(scores.toSorted((a, b) => Number(b) - Number(a)));
  const next = await ask({ sort: { column: 'score', descending: true }, limit: 500, cursor: sorted.cursor ?? '' });
  expect(new Set([...sorted.rows, ...next.rows].map(({ key }) => key)).size).toBe(1000);
  const { histograms } = (
    await runtime.call('preview', {
      body: {
        draft: 'rfm-five-tiers',
        columns: [
          { node: 'tiers', column: 'score' },
          { node: 'tiers', column: 'province' },
        ],
      },
    })
  ).json;
  for (const { value, n } of histograms['tiers.score']?.values ?? [])
    expect((await ask({ where: [{ column: 'score', is: value }], limit: 1 })).total).toBe(n);
  for (const { value, n } of histograms['tiers.province']?.values ?? [])
    expect((await ask({ where: [{ column: 'province', is: value }], limit: 1 })).total).toBe(n);
  const bars = histograms['tiers.score'];
  expect(bars?.counts.reduce((sum, n) => sum + n, bars.missing)).toBe(sorted.total);
  const range = await ask({ where: [{ column: 'score', from: 3, to: 4 }], limit: 500 });
  for (const { values } of range.rows) expect(Number(values[0]) >= 3 && Number(values[0]) < 4).toBe(true);
});

test('an explanation adds up', async () => {
  for (const flow of Object.keys(CUSTOMERS)) {
    const { tiersNode } = (await runtime.call('preview', { body: { draft: flow } })).json;
    const { rows } = (
      await runtime.call('previewRows', { body: { draft: flow, node: tiersNode ?? '', port: 'in', limit: 20, columns: [] } })
    ).json;
    for (const { key } of rows) {
      const explained = (await runtime.call('explain', { params: { id: flow }, body: { key } })).json;
      for (const { value, parts } of explained.scores) {
        if (value === null) continue;
        expect(parts.reduce((sum, { amount }) => sum + (amount ?? 0), 0)).toBeCloseTo(value, 9);
      }
      for (const { score, next, bands, tier } of explained.tiers) {
        if (next === null || score === null) continue;
        expect(next.gap).toBeCloseTo(next.from - score, 12);
        const from = bands.find(({ id }) => id === tier)?.from ?? Number.NEGATIVE_INFINITY;
        expect(from).toBeLessThanOrEqual(score);
      }
      expect(Object.values(explained.nodes).some((pass) => pass.in)).toBe(true);
    }
  }
});

test('rows of a condition: alone, and what each removes', async () => {
  const { nodes } = (await runtime.call('preview', { body: { draft: 'rfm-five-tiers', conditions: ['bought'] } })).json;
  const { conditions = {}, ports, n } = nodes['bought'] ?? {};
  expect(Object.keys(conditions).length).toBeGreaterThan(1);
  for (const row of Object.values(conditions)) {
    expect(row.n).toBeLessThanOrEqual(n ?? 0);
    expect((ports?.['match'] ?? 0) + row.removes).toBeLessThanOrEqual(n ?? 0);
  }
  const first = conditions['where.all.0'];
  const draft = (await runtime.call('getDraft', { params: { id: 'rfm-five-tiers' } })).json;
  const without = draft.nodes.map((node) =>
    node.id === 'bought' ? { ...node, config: { where: { all: (node.config['where'] as { all: never[] }).all.slice(1) } } } : node,
  );
  const less = (await runtime.call('preview', { body: { flow: { ...draft, nodes: without } } })).json;
  expect(less.nodes['bought']?.ports['match']).toBe((ports?.['match'] ?? 0) + (first?.removes ?? 0));
  expect(Object.keys(less.nodes)).toEqual(Object.keys(nodes));
});

test('a newer preview of the same window ends the older one; other windows are left alone', async () => {
  const draft = (await runtime.call('getDraft', { params: { id: 'rfm-five-tiers' } })).json;
  const edited = (at: number) => ({
    ...draft,
    nodes: draft.nodes.map((node) => (node.id === 'tiers' ? { ...node, title: `edit ${at}` } : node)),
  });
  const other = runtime.call('preview', { body: { flow: edited(0), client: 'other' } });
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, at) => runtime.call('preview', { body: { flow: edited(at), client: 'window' } })),
  );
  expect(answers.at(-1)?.status).toBe(200);
  for (const answer of answers.slice(0, -1)) {
    if (answer.status !== 200) expect(answer).toMatchObject({ status: 409, json: { code: 'preview.superseded' } });
  }
  expect(answers.filter(({ status }) => status === 409).length).toBeGreaterThan(0);
  expect((await other).status).toBe(200);
});

test('a node with a fault blocks what hangs below it and nothing else', async () => {
  const draft = (await runtime.call('getDraft', { params: { id: 'rfm-five-tiers' } })).json;
  const nodes = draft.nodes.map((node) =>
    node.id === 'score' ? { ...node, config: { ...node.config, parts: [{ field: 'nothing', weight: 1, scale: 'none' }] } } : node,
  );
  const preview = (await runtime.call('preview', { body: { flow: { ...draft, nodes } } })).json;
  expect(preview.diagnostics.some(({ at, severity }) => at.node === 'score' && severity === 'error')).toBe(true);
  expect(preview.nodes['rfm']?.n).toBeGreaterThan(0);
  expect(preview.nodes['tiers']).toMatchObject({ n: null, hash: '', blockedBy: ['score'] });
});

test('the impact of a draft is counted person by person', async () => {
  const flow = 'rfm-five-tiers';
  const draft = (await runtime.call('getDraft', { params: { id: flow } })).json;
  const same = (await runtime.call('impact', { params: { id: flow }, body: {} })).json;
  expect(same).toMatchObject({ live: 1, moved: 0, customers: 12_480 });
  const nodes = draft.nodes.map((node) => {
    if (node.id !== 'tiers') return node;
    const bands = node.config['bands'] as { id: string; from?: number }[];
    return { ...node, config: { ...node.config, bands: bands.map((band) => (band.id === 'diamond' ? { ...band, from: 4.8 } : band)) } };
  });
  const changed = { ...draft, nodes };
  const impact = (await runtime.call('impact', { params: { id: flow }, body: { flow: changed } })).json;
  const counts = (await runtime.call('preview', { body: { flow: changed } })).json;
  const live = (await runtime.call('getFlow', { params: { id: flow } })).json.result;
  for (const { id, before, after } of impact.tiers) {
    const now = counts.tiers.find((tier) => tier.id === id);
    const then = live?.tiers.find((tier) => tier.id === id);
    if (now !== undefined && then !== undefined) expect({ before, after }).toEqual({ before: then.n, after: now.n });
  }
  const place = (id: string) => impact.tiers.findIndex((tier) => tier.id === id);
  const lost = impact.moves[place('diamond')]?.[place('platinum')] ?? 0;
  expect(lost).toBeGreaterThan(0);
  expect(impact.moved, 'all who move go from diamond to platinum').toBe(lost);
  expect(impact.moves.flat().reduce((sum, n) => sum + n, 0)).toBe(12_480);
  expect(impact.playbooks.some(({ before, after }) => before !== after)).toBe(true);
});
