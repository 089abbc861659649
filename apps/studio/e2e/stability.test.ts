// Stability in the inspector: rules in words and on days, whom they hold since the last run, the counts as one table that adds up.
import type { Flow } from '@tierflow/flow';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { faults } from './faults.ts';
import { counted, type PageOptions, type StudioUnderTest, startStudio } from './studio.ts';

let studio: StudioUnderTest;
let id: string;
let run: string;
beforeAll(async () => {
  studio = await startStudio();
  id = await studio.copy('rfm-five-tiers');
  const { layout: _, ...flow } = await studio.draft(id);
  const tiers = flow.nodes.find((node) => node.kind === 'tiers');
  if (tiers === undefined) throw new Error('the example has no tiers');
  const ports = [...(tiers.config['bands'] as readonly { readonly id: string }[]).map((band) => band.id), 'unassigned'];
  const held: Flow['nodes'][number] = {
    id: 'held',
    kind: 'stability',
    config: { of: 'grade', grace: { days: 90 }, stay: { days: 30, upgrades: 'wait' }, margin: { keep: 0.2 } },
  };
  await send('PUT', `flows/${id}/draft`, {
    ...flow,
    nodes: [...flow.nodes.map((node) => (node === tiers ? { ...node, config: { ...node.config, as: 'grade' } } : node)), held],
    edges: [...flow.edges, ...ports.map((port) => ({ from: tiers.id, port, to: 'held' }))],
  });
  await send('POST', `flows/${id}/publish`, {});
  const { asOf } = await send<{ asOf: string }>('POST', 'preview', { draft: id });
  const before = new Date(Date.parse(asOf) - 60 * 86_400_000).toISOString().slice(0, 10);
  run = (await send<{ run: string }>('POST', 'runs', { flow: id, asOf: before })).run;
  for (let state = ''; state !== 'done'; ) state = (await send<{ state: string }>('GET', `runs/${run}`)).state;
});
afterAll(() => studio?.stop());
afterEach(() => expect(studio.complaints()).toEqual([]));

async function send<T>(method: string, path: string, body?: unknown): Promise<T> {
  const headers = { 'Content-Type': 'application/json', 'If-Match': '*', 'Idempotency-Key': path };
  const answer = await fetch(`${studio.url}/v1/${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

test.each<PageOptions>([
  { language: 'en', theme: 'dark' },
  { language: 'zh-CN', theme: 'light' },
])('rules, moves and reasons: $language $theme', async (options) => {
  const page = await studio.page(`/flows/${id}?node=held`, options);
  await counted(page);
  const rules = page.getByRole('region', { name: /^(What holds a tier|如何保持等级)$/ });
  await rules
    .getByRole('img', { name: /no downgrade in the first 90 days; no change in the first 30 days|前 90 天内不降级; 前 30 天内不变动/ })
    .waitFor();
  await page.getByRole('tab', { name: /^(Results|结果)$/ }).click();
  const moves = page.getByRole('region', { name: /^(What it changes now|当前带来的变化)$/ });
  const cells = moves.locator('tbody td');
  await cells.first().waitFor();
  expect(await moves.textContent()).toMatch(/run of \d{4}-|\d{4}-\d\d-\d\d 的运行/);
  // Everybody who arrives stands in one cell, and those beside the diagonal are told.
  const titles = await cells.evaluateAll((all) => all.map((cell) => cell.getAttribute('title') ?? ''));
  const numbers = titles.map((title) => Number(title.replace(/^.*[:：] ?/, '').replaceAll(',', '')));
  const size = Math.sqrt(numbers.length);
  const people = numbers.reduce((sum, n) => sum + n, 0);
  const apart = numbers.filter((_, at) => Math.floor(at / size) !== at % size).reduce((sum, n) => sum + n, 0);
  expect(apart).toBeGreaterThan(0);
  expect((await moves.textContent())?.replaceAll(',', '')).toContain(String(apart));
  const reasons = page.getByRole('region', { name: /^(Why|原因)$/ });
  const counts = await reasons.locator('tbody tr td:nth-child(2)').allTextContents();
  expect(counts.reduce((sum, text) => sum + Number(text.replaceAll(',', '')), 0)).toBe(people);
  expect(await reasons.locator('[data-reason="grace"]').count()).toBe(1);
  expect((await faults(page)).join('\n').slice(0, 1500)).toBe('');
  await page.context().close();
});
