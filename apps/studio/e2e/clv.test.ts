// Lifetime value among the results: people by chance and purchases, by keyboard and as a table; the fit against what happened.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { faults } from './faults.ts';
import { counted, type PageOptions, type StudioUnderTest, startStudio } from './studio.ts';

let studio: StudioUnderTest;
let id: string;
beforeAll(async () => {
  studio = await startStudio();
  id = await studio.copy('rfm-five-tiers');
  const source = (await studio.draft(id)).nodes.find((node) => node.kind === 'source')?.id ?? '';
  const config = { from: 'orders', value: 'amount', horizon: 26, discount: 0.1 };
  await studio.add(id, { id: 'worth', kind: 'clv', config }, source);
});
afterAll(() => studio?.stop());
afterEach(() => expect(studio.complaints()).toEqual([]));

async function results(options: PageOptions): Promise<Page> {
  const page = await studio.page(`/flows/${id}?node=worth`, options);
  await counted(page);
  await page.getByRole('tab', { name: /^(Results|结果)$/ }).click();
  await page.getByRole('grid', { name: /expected purchases$|预期购买次数$/ }).waitFor();
  return page;
}

test('who is still there by how much they will buy: arrow keys go from cell to cell, the table says the same', async () => {
  const page = await results({});
  const grid = page.getByRole('grid', { name: 'Still customers by expected purchases' });
  await grid.locator('td[tabindex="0"]').focus();
  const here = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  expect(await here()).toMatch(/people \(.*\): chance 0–5%, purchases/);
  await page.keyboard.press('ArrowRight');
  expect(await here()).toMatch(/chance 5–10%/);
  const labels = await grid.locator('td[data-cell]').evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label') ?? ''));
  const people = (label: string) => Number(label.slice(0, label.indexOf(' ')).replaceAll(',', ''));
  const total = labels.reduce((sum, label) => sum + people(label), 0);
  expect(total).toBeGreaterThan(1000);
  await page.getByRole('switch', { name: 'View as table' }).press('Space');
  const cells = await page
    .getByRole('region', { name: 'Still customers by expected purchases' })
    .last()
    .locator('tbody td:last-child')
    .allTextContents();
  expect(cells.reduce((sum, text) => sum + Number(text.replaceAll(',', '')), 0)).toBe(total);
  await page.context().close();
});

test.each<PageOptions>([
  { language: 'en', theme: 'dark' },
  { language: 'zh-CN', theme: 'light' },
])('the fit, the models and the picture have no fault: $language $theme', async (options) => {
  const page = await results(options);
  const check = page.getByRole('region', { name: /^(Does the model fit\?|模型是否吻合？)$/ });
  expect(await check.locator('tbody tr').count()).toBe(8);
  const models = page.getByRole('region', { name: /^(Fitted models|拟合的模型)$/ });
  expect(await models.locator('tbody th').allTextContents()).toEqual(['r', 'α', 'a', 'b', 'p', 'q', 'γ']);
  await models.scrollIntoViewIfNeeded();
  expect((await faults(page)).join('\n').slice(0, 1500)).toBe('');
  await page.context().close();
});
