// Every template opened, mapped, previewed, explained, published and asked to decide; the gallery as a person uses it.
import { readFileSync } from 'node:fs';
import { type Template, templates, worlds } from '@tierflow/templates';
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
  readonly nodes: { readonly [node: string]: { readonly n: number | null; readonly ports: { readonly [port: string]: number } } };
}

interface Counts {
  readonly [node: string]: { readonly in: number; readonly out: { readonly [port: string]: number } };
}

test('every template opens from the gallery, counts as expected on every node, explains a customer, publishes and decides', async () => {
  const page = await studio.page('/templates');
  for (const template of templates) {
    await page.goto(`${studio.url}/templates`);
    await page.getByRole('link', { name: template.title.en, exact: true }).click();
    await page.getByRole('button', { name: 'Use example data' }).click();
    await page.waitForURL('**/flows/*');
    await counted(page);
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const onScreen = await call<Preview>('POST', '/v1/preview', { draft: id });
    for (const [node, { n, ports }] of Object.entries(onScreen.nodes)) {
      // Where people part, each way shows its own; a note holds nobody.
      const ways = Object.values(ports);
      for (const shown of ways.length > 1 ? ways.filter((way) => way > 0) : [n ?? ''])
        expect(await card(page, node).textContent(), `${template.id}: ${node}`).toContain(shown.toLocaleString('en'));
    }
    await holds(template, id);
  }
  await page.context().close();
}, 300_000);

/** The template's flow on its example data: the counts promised, one customer explained, published and decided. */
async function holds(template: Template, id: string): Promise<void> {
  const asOf = '2026-10-31';
  const preview = await call<Preview>('POST', '/v1/preview', { draft: id, asOf });
  const seen = Object.entries(preview.nodes).map(([node, { n, ports }]) => [node, { in: n, out: ports }]);
  expect(Object.fromEntries(seen), template.id).toMatchObject(expected(template));
  const key = String(worlds[template.example]()[0]?.rows[7]?.[0]);
  const explained = await call<{ decision: { key: string } }>('POST', `/v1/flows/${id}/explain`, { key, asOf });
  expect(explained.decision.key, template.id).toBe(key);
  await call('POST', `/v1/flows/${id}/publish`, { asOf }, { 'If-Match': '*', 'Idempotency-Key': id });
  const decided = await call<{ key: string; definition: { name: string }; playbooks: string[] }>('POST', `/v1/decide/${id}`, { key });
  expect(decided, template.id).toMatchObject({ key, definition: { name: id } });
}

/** Counts that the templates promise. */
function expected({ id }: Template): Counts {
  const text = readFileSync(new URL(`../../../packages/templates/src/${id}/expected.json`, import.meta.url), 'utf8');
  return Object.fromEntries(Object.entries(JSON.parse(text) as Counts).map(([node, { in: n, out }]) => [node, { in: n, out }]));
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
