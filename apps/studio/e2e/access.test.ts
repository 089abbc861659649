// The studio with the keyboard alone, in both languages and appearances, and as a screen reader sees it.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { faults } from './faults.ts';
import { card, counted, edge, focusCanvas, type PageOptions, type StudioUnderTest, startStudio } from './studio.ts';

let studio: StudioUnderTest;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio?.stop());
afterEach(() => expect(studio.complaints()).toEqual([]));

const settings: readonly PageOptions[] = [
  { language: 'en', theme: 'light' },
  { language: 'en', theme: 'dark' },
  { language: 'zh-CN', theme: 'light' },
  { language: 'zh-CN', theme: 'dark' },
];

describe.each(settings)('$language $theme', (setting) => {
  test('no serious fault in the list, the data and the editor', async () => {
    const page = await studio.page('/flows', setting);
    await page.locator('table').waitFor();
    expect((await faults(page)).join('\n').slice(0, 1500)).toBe('');
    await page.goto(`${studio.url}/data`);
    await page.locator('table').waitFor();
    expect((await faults(page)).join('\n').slice(0, 1500)).toBe('');
    await page.goto(`${studio.url}/flows/rfm-five-tiers`);
    await counted(page);
    expect((await faults(page)).join('\n').slice(0, 1500)).toBe('');
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    expect((await faults(page)).join('\n').slice(0, 1500)).toBe('');
    await page.context().close();
  });

  test('no serious fault while a formula is written', async () => {
    const page = await studio.page(`/flows/${await studio.copy('win-back')}`, setting);
    const sound = async (what: string) => expect((await faults(page)).join('\n').slice(0, 1500), what).toBe('');
    await counted(page);
    await card(page, 'value').click({ position: { x: 60, y: 14 } });
    const field = page.locator('[data-field="columns.0.expr"]');
    await field.locator('.view-lines').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('$round(spnt) & "a" + /* b */ 2 + $roun');
    await field.locator('.squiggly-error').first().waitFor();
    await page.locator('.suggest-widget.visible .monaco-list-row.focused').waitFor();
    await sound('a mistake and suggestions');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await field.getByRole('button', { name: /^(Show the values of a customer|显示某位客户的取值)$/ }).click();
    await page.getByRole('option').nth(5).waitFor();
    await sound('choosing a customer');
    await page.getByRole('option').first().click();
    await field.locator('td').first().waitFor();
    await field.locator('.view-lines span span').first().hover();
    await page.locator('.monaco-hover:visible').first().waitFor();
    await sound('values and what is under the pointer');
    await page.context().close();
  });
});

test('a flow is built with the keyboard alone', async () => {
  const page = await studio.page('/flows');
  await page.locator('table').waitFor();
  await page.getByRole('button', { name: 'New flow' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('An empty canvas').waitFor();
  await focusCanvas(page);
  for (const [at, kind] of ['source', 'filter', 'tiers', 'playbook'].entries()) {
    await page.keyboard.press('a');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type(kind);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.react-flow__node').count()).toBe(at + 1);
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-id') ?? '')).toMatch(new RegExp(`^${kind}`));
  }
  expect(await edge(page, 'source:out>filter').count()).toBe(1);
  expect(await edge(page, 'filter:match>tiers').count()).toBe(1);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-id'))).toBe('filter');
  await page.keyboard.press('c');
  await page.keyboard.press('c');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect.poll(() => edge(page, 'filter:rest>playbook').count()).toBe(1);
  await page.keyboard.press('Delete');
  await expect.poll(() => page.locator('.react-flow__node').count()).toBe(3);
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.locator('.react-flow__node').count()).toBe(4);
  await page.context().close();
});

test('the language changes at any time; selection, draft and names stay', async () => {
  const id = await studio.copy('rfm-five-tiers');
  const page = await studio.page(`/flows/${id}`);
  await counted(page);
  await card(page, 'score').click({ position: { x: 40, y: 12 } });
  await page.keyboard.press('F2');
  await page.keyboard.type('My own name');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Language', exact: true }).click();
  await page.getByRole('menuitemradio', { name: '简体中文' }).click();
  await page.getByRole('button', { name: '客户测试', exact: true }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
  expect(await card(page, 'score').locator('> div').first().getAttribute('data-selected')).toBe('true');
  expect(await card(page, 'score').textContent()).toContain('My own name');
  await page.getByRole('button', { name: '撤销：重命名为“My own name”' }).waitFor();
  expect(await page.locator('body').textContent()).not.toMatch(/\b(canvas|editor|shell|palette|flows)\.[a-z]+/i);
  await page.getByRole('button', { name: '语言' }).click();
  await page.getByRole('menuitemradio', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Test a customer', exact: true }).waitFor();
  await page.context().close();
});

test('cards and edges say what they are', async () => {
  const page = await studio.page('/flows/rfm-five-tiers');
  await counted(page);
  const label = await card(page, 'tiers').evaluate(
    (element) => document.getElementById(element.getAttribute('aria-labelledby') ?? '')?.textContent,
  );
  expect(label).toMatch(/^Tiers, .+, [\d,]+ customers, [\d.]+% of all, no problems$/);
  const line = await edge(page, 'rfm:out>score').evaluate(
    (element) => document.getElementById(element.getAttribute('aria-labelledby') ?? '')?.textContent,
  );
  expect(line).toMatch(/^From .+ to .+, [\d,]+ customers$/);
  await page.context().close();
});

test('Enter that ends a composition submits nothing', async () => {
  const id = await studio.copy('rfm-five-tiers');
  const page = await studio.page(`/flows/${id}`, { language: 'zh-CN' });
  await counted(page);
  const before = await page.locator('.react-flow__node').count();
  await page.mouse.dblclick(520, 640);
  await page.getByRole('dialog').waitFor();
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'shai', selectionStart: 4, selectionEnd: 4 });
  await page.keyboard.press('Enter');
  expect(await page.locator('.react-flow__node').count()).toBe(before);
  await session.send('Input.insertText', { text: '筛选' });
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.react-flow__node').count()).toBe(before + 1);
  await page.context().close();
});

test('nothing is cut at 1280 by 720, in both languages', async () => {
  for (const language of ['en', 'zh-CN'] as const) {
    const page = await studio.page('/flows/rfm-five-tiers', { language, width: 1280, height: 720 });
    await counted(page);
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('header button, header span, nav a span, footer span')]
        .filter((each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0 && getComputedStyle(each).display !== 'inline')
        .map((each) => each.textContent),
    );
    expect(cut).toEqual([]);
    await page.context().close();
  }
});
