// Association rules among the results: searched, sorted, switched off and on again; in both languages without a fault.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { faults } from './faults.ts';
import { counted, type PageOptions, type StudioUnderTest, startStudio } from './studio.ts';

let studio: StudioUnderTest;
let id: string;
beforeAll(async () => {
  studio = await startStudio();
  const page = await studio.page('/templates');
  await page.getByRole('link', { name: 'Bought together', exact: true }).click();
  await page.getByRole('button', { name: 'Use example data' }).click();
  await page.waitForURL('**/flows/*');
  id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await page.context().close();
});
afterAll(() => studio?.stop());
afterEach(() => expect(studio.complaints()).toEqual([]));

async function opened(options: PageOptions): Promise<Page> {
  const page = await studio.page(`/flows/${id}?node=rules`, options);
  await counted(page);
  await page.getByRole('tab', { name: /^(Results|结果)$/ }).click();
  await page.getByRole('table', { name: /^(Rules|规则)$/ }).waitFor();
  return page;
}

test('rules are searched and sorted, a rule is switched off and used again, and a threshold says how many are left', async () => {
  const page = await opened({});
  const table = page.getByRole('table', { name: 'Rules' });
  const rules = () => table.locator('tbody th').allTextContents();
  const all = await rules();
  expect(all.length).toBeGreaterThan(3);
  const [first = ''] = all;
  const item = (await table.locator('tbody th strong').first().textContent()) ?? '';
  await page.getByRole('searchbox', { name: 'Find an item' }).fill(item);
  const found = await rules();
  expect(found.length).toBeLessThan(all.length + 1);
  expect(found.every((rule) => rule.includes(item))).toBe(true);
  await page.getByRole('searchbox', { name: 'Find an item' }).fill('');
  await table.getByRole('button', { name: 'Support' }).press('Enter');
  const supports = (await table.locator('tbody td:nth-child(2)').allTextContents()).map(Number.parseFloat);
  expect(supports).toEqual(supports.toSorted((a, b) => b - a));
  expect(await table.getByRole('columnheader', { name: 'Support' }).getAttribute('aria-sort')).toBe('descending');
  await table.getByRole('button', { name: 'No.' }).press('Enter');
  await table
    .getByRole('button', { name: /^Do not use/ })
    .first()
    .press('Enter');
  const off = page.getByRole('region', { name: 'Switched off' });
  expect(await off.locator('li').first().textContent()).toContain(first);
  await expect.poll(async () => (await rules())[0]).not.toBe(first);
  await off.getByRole('button', { name: 'Use again' }).press('Enter');
  await expect.poll(async () => (await rules())[0]).toBe(first);
  await page.getByRole('tab', { name: 'Config' }).click();
  await page.getByRole('textbox', { name: 'Lift at least' }).fill('1000');
  await page.getByRole('textbox', { name: 'Lift at least' }).press('Enter');
  await page.getByText(/^0 rules from/).waitFor();
  await page
    .getByText(/No rule meets the thresholds/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await counted(page);
  await page.context().close();
});

test.each<PageOptions>([
  { language: 'en', theme: 'dark' },
  { language: 'zh-CN', theme: 'light' },
])('picture and table have no fault: $language $theme', async (options) => {
  const page = await opened(options);
  expect((await faults(page)).join('\n').slice(0, 1500)).toBe('');
  await page.context().close();
});
