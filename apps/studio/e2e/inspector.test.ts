// The settings of nodes: what is edited is counted, and can be undone; by mouse and by keyboard, in both languages.
import type { Preview } from '@tierflow/api';
import type { Flow } from '@tierflow/flow';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { faults } from './faults.ts';
import { card, counted, type StudioUnderTest, startStudio } from './studio.ts';

let studio: StudioUnderTest;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio?.stop());
afterEach(() => expect(studio.complaints()).toEqual([]));

const panel = (page: Page) => page.locator('[data-region="inspector"]');

async function preview(flow: Flow): Promise<Preview> {
  const answer = await fetch(`${studio.url}/v1/preview`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ flow }),
  });
  return (await answer.json()) as Preview;
}

function withConfig(flow: Flow, id: string, change: (config: Record<string, unknown>) => unknown): Flow {
  return { ...flow, nodes: flow.nodes.map((node) => (node.id === id ? { ...node, config: change(node.config) as never } : node)) };
}

async function open(node: string, options: Parameters<StudioUnderTest['page']>[1] = {}) {
  const id = await studio.copy('rfm-five-tiers');
  const page = await studio.page(`/flows/${id}?node=${node}`, options);
  await counted(page);
  return { id, page, flow: await studio.draft(id) };
}

/** People on a card, or leaving it through a port, as its button says. */
async function people(page: Page, node: string, title = /customers$/): Promise<number> {
  const text = await card(page, node).getByTitle(title).first().getAttribute('title');
  return Number(text?.replace(/^.*: /, '').replaceAll(/\D/g, ''));
}

test('a condition that is changed changes the counts below, and undo brings both back', async () => {
  const { page, flow } = await open('bought');
  const before = await people(page, 'rfm');
  const field = panel(page).locator('[data-field="where.all.0"]');
  await field.getByLabel('Value', { exact: true }).fill('3');
  await page.keyboard.press('Enter');
  const changed = withConfig(flow, 'bought', (config) => {
    const where = structuredClone(config['where']) as { all: { value: number }[] };
    where.all[0]!.value = 3;
    return { ...config, where };
  });
  const { nodes } = await preview(changed);
  await expect.poll(() => people(page, 'rfm')).toBe(nodes['rfm']?.n);
  expect(nodes['rfm']?.n).not.toBe(before);
  await expect.poll(() => field.textContent()).toContain('removes');
  await page.getByRole('button', { name: /^Undo: / }).click();
  await expect.poll(() => people(page, 'rfm')).toBe(before);
  await expect.poll(() => field.getByLabel('Value', { exact: true }).inputValue()).toBe('1');
  await page.context().close();
});

test('a row becomes a formula with the same people, and a row again', async () => {
  const { page } = await open('bought');
  const before = await people(page, 'rfm');
  const field = panel(page).locator('[data-field="where.all.1.any.0"]');
  await field.getByRole('button', { name: /^Write a formula/ }).click();
  await expect.poll(() => field.textContent()).toContain('email_opt_in');
  await counted(page);
  expect(await people(page, 'rfm')).toBe(before);
  await field.getByRole('button', { name: /^Back to choosing/ }).click();
  await field.getByLabel('Comparison').waitFor();
  await counted(page);
  expect(await people(page, 'rfm')).toBe(before);
  await page.context().close();
});

/** Text of the editor of a formula, as it is read. */
async function textIn(page: Page): Promise<string> {
  const text = await panel(page).locator('.view-lines').first().textContent();
  return (text ?? '').replaceAll('\u00a0', ' ').trim();
}

async function writeFormula(page: Page, text: string): Promise<void> {
  await panel(page).locator('.view-lines').first().click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
  await page.keyboard.press('Control+Enter');
}

test('a whole condition becomes a formula with the same people, is edited there, and comes back as rows', async () => {
  const { page, id } = await open('bought');
  const where = async () => (await studio.draft(id)).nodes.find((node) => node.id === 'bought')?.config['where'];
  const [drawn, before] = [await where(), await people(page, 'rfm')];
  await panel(page).getByRole('button', { name: 'Write a formula: All of these apply' }).click();
  await expect.poll(() => textIn(page)).toContain('orders_12m >= 1 and');
  await counted(page);
  expect(await people(page, 'rfm')).toBe(before);
  // The switch has the focus, so the same key leads back.
  await page.keyboard.press('Enter');
  await expect.poll(where, { timeout: 5000 }).toEqual(drawn);
  for (let step = 0; step < 2; step += 1) await page.getByRole('button', { name: /^Undo: / }).click();
  await expect.poll(() => page.getByRole('button', { name: 'Nothing to undo' }).count()).toBe(1);
  await panel(page).getByRole('button', { name: 'Write a formula: All of these apply' }).click();
  await writeFormula(page, '$exists(orders_12m) ? orders_12m > 2 and orders_12m < 9');
  await panel(page).getByRole('button', { name: 'Back to choosing: Formula' }).click();
  await panel(page).getByRole('group', { name: 'orders_12m' }).nth(1).waitFor();
  await expect.poll(where, { timeout: 5000 }).toEqual({
    all: [
      { field: 'orders_12m', op: 'gt', value: 2 },
      { field: 'orders_12m', op: 'lt', value: 9 },
    ],
  });
  await page.context().close();
});

test('a formula that is no condition says why at its switch, in the language of the page, and shows where', async () => {
  const { page } = await open('bought', { language: 'zh-CN' });
  await panel(page).getByRole('button', { name: '改写为公式: 同时满足全部' }).click();
  await writeFormula(page, 'orders_12m * 2 > 3');
  const back = panel(page).getByRole('button', { name: /^改回选择/, disabled: true });
  await back.waitFor();
  await back.focus();
  expect(await back.evaluate((each) => document.getElementById(each.getAttribute('aria-describedby') ?? '')?.textContent)).toBe(
    '“orders_12m * 2 > 3”不是“一个字段与固定值比较”，无法用条件行表达。',
  );
  await page.getByRole('tooltip').getByText('无法用条件行表达').waitFor();
  expect(await panel(page).locator('mark').allTextContents()).toEqual(['orders_12m * 2 > 3']);
  await page.keyboard.press('Enter');
  expect(await textIn(page)).toBe('orders_12m * 2 > 3');
  await page.context().close();
});

test('a row is added from the list of columns, moved with the keys, and removed', async () => {
  const { page, id } = await open('bought');
  await panel(page).getByRole('button', { name: 'Condition', exact: true }).last().click();
  await page.keyboard.type('satis');
  await page.keyboard.press('Enter');
  const row = panel(page).getByRole('group', { name: 'satisfaction' });
  await row.waitFor();
  await row.getByLabel('Comparison').focus();
  await page.keyboard.press('Alt+ArrowUp');
  const order = async () => {
    const draft = await studio.draft(id);
    const where = draft.nodes.find((node) => node.id === 'bought')?.config['where'] as { all: { field?: string }[] };
    return where.all.map((part) => part.field ?? 'group');
  };
  await expect.poll(order, { timeout: 5000 }).toEqual(['orders_12m', 'satisfaction', 'group']);
  await row.getByRole('button', { name: 'Remove: satisfaction' }).click();
  await expect.poll(order, { timeout: 5000 }).toEqual(['orders_12m', 'group']);
  await page.context().close();
});

test('a cut line steps with the arrow keys, says tier and people, and is one step of undo', async () => {
  const { page, flow } = await open('tiers');
  const line = panel(page).getByRole('slider', { name: 'Where Gold starts' });
  await line.focus();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
  const changed = withConfig(flow, 'tiers', (config) => {
    const bands = structuredClone(config['bands']) as { from: number | null }[];
    bands[2]!.from = 3.3;
    return { ...config, bands };
  });
  const { nodes } = await preview(changed);
  const gold = nodes['tiers']?.ports['gold'] ?? -1;
  await expect.poll(() => line.getAttribute('aria-valuetext')).toBe(`Gold starts at 3.3; ${gold.toLocaleString('en')} customers`);
  await expect.poll(() => page.getByRole('button', { name: /^Undo: .*Gold.*3 → 3.3/ }).count()).toBe(1);
  await page.getByRole('button', { name: /^Undo: / }).click();
  await expect.poll(() => line.getAttribute('aria-valuenow')).toBe('3');
  await expect.poll(() => page.getByRole('button', { name: 'Nothing to undo' }).count()).toBe(1);
  await page.context().close();
});

test('tiers by share and back keep every person in exactly one row', async () => {
  const { page } = await open('tiers');
  const sum = async () => {
    const rows = await panel(page).locator('[data-tier] [class*="count"] button').allTextContents();
    return rows.reduce((total, text) => total + Number(text.replaceAll(',', '')), 0);
  };
  const arrive = await sum();
  await panel(page).getByText('By share of people').click();
  await panel(page).getByLabel('Diamond, share of people').fill('10');
  await page.keyboard.press('Enter');
  await counted(page);
  await expect.poll(sum).toBe(arrive);
  await panel(page).getByText('By score', { exact: true }).click();
  await counted(page);
  await expect.poll(sum).toBe(arrive);
  await page.context().close();
});

test('the problems list leads to the field', async () => {
  const { page } = await open('bought');
  const value = panel(page).locator('[data-field="where.all.0"]').getByLabel('Value', { exact: true });
  await value.fill('');
  await page.keyboard.press('Enter');
  await panel(page).getByRole('tab', { name: 'Notes' }).click();
  await page.getByRole('button', { name: /Problems/ }).click();
  await page
    .locator('[class*="problems"], [aria-label="Problems"]')
    .getByText(/value to compare/)
    .first()
    .click();
  await expect.poll(() => value.evaluate((field) => field.closest('[data-field]')?.contains(document.activeElement))).toBe(true);
  await page.context().close();
});

test('what was typed survives a change of language, and so does the selection', async () => {
  const { page, id } = await open('bought');
  const name = panel(page).getByLabel('Name of the node');
  await name.fill('Buyers of the year');
  await page.evaluate(() => {
    const button = [...document.querySelectorAll('button')].find((each) => each.getAttribute('aria-label') === 'Language');
    button?.click();
  });
  await page.getByText('简体中文').click();
  await panel(page).getByRole('tab', { name: '配置' }).waitFor();
  await expect
    .poll(async () => JSON.stringify((await studio.draft(id)).nodes.find((node) => node.id === 'bought')?.title), { timeout: 5000 })
    .toContain('Buyers of the year');
  expect(await card(page, 'bought').getAttribute('class')).toContain('selected');
  await page.context().close();
});

test.each(['en', 'zh-CN'] as const)('no label is cut and nothing lies beside the panel at 1280 px, %s', async (language) => {
  const { page } = await open('bought', { language, width: 1280, height: 720 });
  for (const node of ['bought', 'rfm', 'score', 'tiers', 'year', 'concierge']) {
    await card(page, node).evaluate((element) => (element as HTMLElement).focus());
    await page.keyboard.press('Enter');
    await panel(page).getByRole('tab').first().click();
    const beyond = await panel(page).evaluate((area) => {
      const right = area.getBoundingClientRect().right;
      return [...area.querySelectorAll<HTMLElement>('label, button, input, select, td, th')]
        .filter((each) => each.offsetParent !== null && each.getBoundingClientRect().right > right + 1)
        .map((each) => each.outerHTML.slice(0, 120));
    });
    expect(beyond, node).toEqual([]);
  }
  await page.context().close();
});

test.each([
  { language: 'en', theme: 'light' },
  { language: 'zh-CN', theme: 'dark' },
] as const)('no serious fault in the settings and results of any kind, $language $theme', async (setting) => {
  const { page } = await open('bought', setting);
  for (const node of ['src', 'year', 'bought', 'rfm', 'score', 'tiers', 'concierge']) {
    await card(page, node).evaluate((element) => (element as HTMLElement).focus());
    await page.keyboard.press('Enter');
    for (const tab of [0, 1]) {
      await panel(page).getByRole('tab').nth(tab).click();
      await counted(page);
      expect((await faults(page)).join('\n').slice(0, 1500), `${node}, tab ${tab}`).toBe('');
    }
  }
  await page.context().close();
});

test('a limit of a stage is read in words, changed in place with the keys, and the stages stay everybody who arrives', async () => {
  const id = await studio.copy('rfm-five-tiers');
  const stages = [
    { id: 'none', title: 'None', purchases: { to: 0 } },
    { id: 'active', title: 'Active', last: { to: 90 } },
    { id: 'lost', title: 'Lost', last: { from: 366 } },
  ];
  const { nodes } = await studio.draft(id);
  const source = nodes.find(({ kind }) => kind === 'source')?.id ?? '';
  await studio.add(id, { id: 'life', kind: 'lifecycle', config: { from: 'orders', stages } }, source);
  const page = await studio.page(`/flows/${id}?node=life`);
  await counted(page);
  const row = (stage: string) => panel(page).locator(`[data-stage="${stage}"]`);
  expect(await row('none').locator('[data-measure]').textContent()).toBe('no purchase');
  const chip = row('active').locator('[data-measure="last"]');
  expect(await chip.textContent()).toBe('last purchase ≤ 90 days');
  await chip.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain('at most');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('365');
  await page.keyboard.press('Enter');
  await expect.poll(() => chip.textContent()).toBe('last purchase ≤ 365 days');
  await page.keyboard.press('Escape');
  expect(await chip.evaluate((each) => each === document.activeElement)).toBe(true);
  await expect.poll(() => row('rest').textContent()).toMatch(/^No stage00%$/);
  await panel(page)
    .getByText(/, everybody who arrives$/)
    .waitFor();
  await row('lost').getByRole('button', { name: 'Add a limit to Lost' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Number of purchases' }).press('Enter');
  await row('lost').locator('[data-measure="purchases"]').getByText('≥ 1 purchase', { exact: true }).waitFor();
  await expect
    .poll(async () => (await studio.draft(id)).nodes.find((node) => node.id === 'life')?.config['stages'])
    .toEqual([stages[0], { ...stages[1], last: { to: 365 } }, { ...stages[2], purchases: { from: 1 } }]);
  await page.context().close();
});

test('the line of an ABC class is stepped with the keys, its people and what they bring follow, and typed shares are percent', async () => {
  const id = await studio.copy('rfm-five-tiers');
  const rfm = (await studio.draft(id)).nodes.find(({ kind }) => kind === 'rfm')?.id ?? '';
  await studio.add(id, { id: 'abc', kind: 'abc', config: { value: { expr: 'monetary * 2' } } }, rfm);
  const page = await studio.page(`/flows/${id}?node=abc`);
  await counted(page);
  const shares = async () => (await studio.draft(id)).nodes.find((node) => node.id === 'abc')?.config['shares'];
  const brings = () => panel(page).locator('tr[data-class="A"] td').nth(2).textContent();
  const line = panel(page).getByRole('slider', { name: 'Where A ends' });
  await line.waitFor();
  expect(await brings()).toMatch(/80\.\d%$/);
  await line.press('Shift+ArrowDown');
  await expect.poll(shares).toEqual([0.7, 0.95]);
  await expect.poll(brings).toMatch(/70\.\d%$/);
  expect(await line.getAttribute('aria-valuetext')).toMatch(
    /^A ends at 70\.0% of the total, which \d+\.\d% of the people bring; [\d,]+ in A$/,
  );
  await panel(page)
    .getByText(/, everybody who arrives$/)
    .waitFor();
  const typed = panel(page).getByRole('textbox', { name: 'Where B ends' });
  await typed.fill('90');
  await typed.press('Enter');
  await expect.poll(shares).toEqual([0.7, 0.9]);
  await panel(page).getByRole('button', { name: 'Add class' }).press('Enter');
  await expect.poll(shares).toEqual([0.7, 0.9, 0.95]);
  await panel(page).getByRole('button', { name: 'Remove D' }).press('Enter');
  await expect.poll(shares).toEqual([0.7, 0.9]);
  await page.context().close();
});
