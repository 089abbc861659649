// Every template opened, mapped, previewed, explained, published and asked to decide; the gallery as a person uses it.
import { readFileSync } from 'node:fs';
import { csvOf, exampleMapping, exampleName, flowOfTemplate, type Template, templates, worlds } from '@tierflow/templates';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { faults } from './faults.ts';
import { card, counted, type StudioUnderTest, startStudio } from './studio.ts';

let studio: StudioUnderTest;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio?.stop());
afterEach(() => expect(studio.complaints()).toEqual([]));

interface Preview {
  readonly nodes: { readonly [node: string]: { readonly n: number; readonly ports: { readonly [port: string]: number } } };
}

interface Counts {
  readonly [node: string]: { readonly in: number; readonly out: { readonly [port: string]: number } };
}

test('every template maps, counts as expected on every node, explains a customer, publishes and decides', async () => {
  const page = await studio.page('/templates');
  await page.locator('li h3, li a').first().waitFor();
  for (const template of templates) {
    const key = await imported(template);
    const id = `all-${template.id}`;
    const flow = flowOfTemplate(template, { id, timeZone: 'Asia/Shanghai', language: 'en', mapping: exampleMapping(template) });
    await call('POST', '/v1/flows', { flow });
    const asOf = '2026-10-31';
    const preview = await call<Preview>('POST', '/v1/preview', {
      flow,
      asOf,
    });
    const seen = Object.entries(preview.nodes).map(([node, { n, ports }]) => [node, { in: n, out: ports }]);
    expect(Object.fromEntries(seen), template.id).toMatchObject(expected(template));
    const explained = await call<{ decision: { key: string } }>('POST', `/v1/flows/${id}/explain`, { key, asOf });
    expect(JSON.stringify(explained), template.id).toContain(key);
    await call('POST', `/v1/flows/${id}/publish`, { asOf }, { 'If-Match': '*', 'Idempotency-Key': id });
    const decided = await call<{ key: string; definition: { name: string }; playbooks: string[] }>('POST', `/v1/decide/${id}`, { key });
    expect(decided, template.id).toMatchObject({ key, definition: { name: id } });
  }
  await page.context().close();
});

/** Counts that the templates promise. */
function expected({ id }: Template): Counts {
  const text = readFileSync(new URL(`../../../packages/templates/src/${id}/expected.json`, import.meta.url), 'utf8');
  return Object.fromEntries(Object.entries(JSON.parse(text) as Counts).map(([node, { in: n, out }]) => [node, { in: n, out }]));
}

/** Brings the example data of a template, each world once; answers the number of a customer. */
async function imported(template: Template): Promise<string> {
  const sets = worlds[template.example]();
  const { datasets } = await call<{ datasets: { name: string }[] }>('GET', '/v1/datasets');
  for (const set of sets) {
    const name = exampleName(template, set.name);
    if (datasets.some((one) => one.name === name)) continue;
    const { key, customer, time, columns } = set;
    const types = JSON.stringify(Object.fromEntries(columns.map((column) => [column.name, column.type])));
    const roles = { kind: customer === undefined ? 'customers' : 'collection', key, customer, time, types };
    const query = new URLSearchParams(Object.entries(roles).flatMap(([role, value]) => (value === undefined ? [] : [[role, value]])));
    const path = `/v1/datasets/${name}/imports`;
    const answer = await fetch(`${studio.url}${path}?${query}`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/csv' },
      body: csvOf(set),
    });
    const started = (await answer.json()) as { import: string };
    await expect.poll(async () => (await call<{ state: string }>('GET', `${path}/${started.import}`)).state, { interval: 50 }).toBe('done');
  }
  return String(sets[0]?.rows[7]?.[0]);
}

async function call<T>(method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<T> {
  const answer = await fetch(studio.url + path, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

test('from the gallery: own data is matched, a missing field is named and chosen, the flow opens counted', async () => {
  const page = await studio.page('/flows');
  await page.getByRole('link', { name: 'Templates' }).click();
  await page.getByRole('textbox', { name: 'Find a template' }).fill('直播');
  await page.getByText('No template has this in it').waitFor();
  await page.getByRole('textbox', { name: 'Find a template' }).fill('browsing');
  await page.getByRole('link', { name: 'Online shop: core, active, potential, lost' }).click();
  await page.getByRole('status').filter({ hasText: 'Missing: Last seen' }).waitFor();
  expect(await page.getByRole('button', { name: 'Create flow' }).isDisabled()).toBe(true);
  await page.getByRole('combobox', { name: 'Column for Last seen' }).click();
  await page.getByRole('option', { name: 'member_since' }).click();
  await page.getByText('Counted on your data, exactly.').waitFor();
  await page.getByRole('button', { name: 'Create flow' }).click();
  await counted(page);
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const flow = await studio.draft(id);
  expect(flow.data).toMatchObject({
    customers: {
      fields: [{ name: 'customer_id' }, { name: 'last_seen', column: 'member_since' }, { name: 'visits' }, { name: 'reviews' }],
    },
  });
  expect(await card(page, 'source').textContent()).toContain('12,480');
  const { nodes } = await call<Preview>('POST', '/v1/preview', { flow });
  const { lost = 0, rest = 0, ...others } = nodes['groups']?.ports ?? {};
  expect([lost > 0, rest, Object.values(others).reduce((sum, n) => sum + n, lost)]).toEqual([true, 0, 12_480]);
  await page.context().close();
});

test.each([
  { language: 'en', theme: 'dark', use: 'Use example data' },
  { language: 'zh-CN', theme: 'light', use: '使用示例数据' },
] as const)('in $language, $theme: no serious fault; example data opens a counted flow', async ({ use, ...setting }) => {
  const page = await studio.page('/templates', setting);
  await page.locator('li[data-has]').first().waitFor();
  expect((await faults(page)).join('\n').slice(0, 1500)).toBe('');
  await page.goto(`${studio.url}/playbooks`);
  await page.locator('#own').waitFor();
  expect((await faults(page)).join('\n').slice(0, 1500)).toBe('');
  await page.getByRole('textbox').fill('次日达');
  await expect
    .poll(() => page.locator('[aria-labelledby="suggested"] h4').allTextContents())
    .toEqual([setting.language === 'en' ? 'Team on the spot' : '经济圈驻点团队']);
  await page.goto(`${studio.url}/templates/five-levels`);
  await page.locator('[data-complete]').waitFor();
  expect((await faults(page)).join('\n').slice(0, 1500)).toBe('');
  await page.getByRole('button', { name: use }).click();
  await counted(page);
  expect(await card(page, 'levels').textContent()).toContain('22');
  await page.context().close();
});
