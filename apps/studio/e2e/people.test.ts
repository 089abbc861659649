// The people behind a number: exactly as many as the number says, sorted, narrowed by a bar, saved, and tested from a row.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { card, counted, type StudioUnderTest, startStudio } from './studio.ts';

let studio: StudioUnderTest;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio?.stop());
afterEach(() => expect(studio.complaints()).toEqual([]));

/** People in the drawer, by its status line; waits until they are counted. */
async function peopleShown(page: Page): Promise<number> {
  const status = page.locator('[data-region="drawer"] footer[data-total]:not([data-computing])');
  await status.waitFor();
  return Number(await status.getAttribute('data-total'));
}

async function openEditor(id: string): Promise<Page> {
  const page = await studio.page(`/flows/${id}`);
  await counted(page);
  return page;
}

test('every number of the tiers card opens exactly those people', async () => {
  const page = await openEditor('rfm-five-tiers');
  await page.keyboard.press('1');
  const numbers = card(page, 'tiers').locator('button[title*="customers"]');
  await expect.poll(() => numbers.count()).toBe(6);
  for (let at = 0; at < 6; at++) {
    const number = numbers.nth(at);
    const wanted = Number(/([\d,]+) customers/.exec((await number.getAttribute('title')) ?? '')?.[1]?.replaceAll(',', ''));
    await number.evaluate((button: HTMLButtonElement) => button.click());
    await expect.poll(() => peopleShown(page)).toBe(wanted);
    expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe(String(wanted + 1));
  }
  await page.context().close();
});

test('the people of a tier all have that tier, in the order asked for, down to the last', async () => {
  const page = await openEditor('rfm-five-tiers');
  await card(page, 'tiers').focus();
  await page.keyboard.press('Enter');
  await page.evaluate(() => document.querySelector<HTMLElement>('[data-region="canvas"]')?.focus());
  await page.keyboard.press('\\');
  await page.getByRole('button', { name: /^Gold/ }).click();
  const total = await peopleShown(page);
  await page.getByRole('grid').getByRole('button', { name: 'Score', exact: true }).click();
  await expect.poll(() => page.locator('th[aria-sort="descending"]').count()).toBe(1);
  await expect.poll(() => page.getByRole('grid').locator('tbody tr').first().textContent()).toContain('3.7');
  await page.getByRole('grid').focus();
  await page.keyboard.press('End');
  const last = page.locator(`#people-row-${total - 1}`);
  await expect.poll(() => last.textContent(), { timeout: 15_000 }).toContain('Gold');
  expect((await last.locator('td').allTextContents()).map((text) => text.trim())).toContain('3');
  await page.context().close();
});

test('a bar of the distribution leads to its people', async () => {
  const page = await openEditor('rfm-five-tiers');
  await card(page, 'score')
    .locator('button[title*="customers"]')
    .first()
    .evaluate((button: HTMLButtonElement) => button.click());
  await peopleShown(page);
  await page.getByRole('tab', { name: 'Distribution' }).click();
  const bar = page.getByRole('group', { name: /Bars/ }).getByRole('button').nth(3);
  const label = (await bar.getAttribute('aria-label')) ?? '';
  const wanted = Number(/: ([\d,]+) customers/.exec(label)?.[1]?.replaceAll(',', ''));
  expect(wanted).toBeGreaterThan(0);
  await bar.click();
  await expect.poll(() => peopleShown(page)).toBe(wanted);
  await page.context().close();
});

test('the file of a set has a byte order mark, every row, and no cell that a spreadsheet would run', async () => {
  const page = await openEditor('rfm-five-tiers');
  await card(page, 'unhappy')
    .locator('button[title*="customers"]')
    .first()
    .evaluate((button: HTMLButtonElement) => button.click());
  const total = await peopleShown(page);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as CSV' }).click()]);
  const content = await readFile(await file.path());
  expect([...content.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = content.toString('utf8').slice(1).trimEnd().split('\r\n');
  expect(lines).toHaveLength(total + 1);
  expect(lines[0]).toMatch(/^customer_id,Tier,/);
  for (const line of lines) expect(line).not.toMatch(/(^|,)[=+@\t]/);
  await page.context().close();
});

test('a row tests that customer: the way lights up, and closing puts everything back', async () => {
  const page = await openEditor('rfm-five-tiers');
  await card(page, 'tiers')
    .locator('button[title^="Diamond"]')
    .evaluate((button: HTMLButtonElement) => button.click());
  await peopleShown(page);
  const row = page.getByRole('grid').locator('tbody tr').first();
  const key = ((await row.locator('td').first().textContent()) ?? '').trim();
  await row.click();
  const test = page.locator('[data-region="test"]');
  await test.getByText(key).first().waitFor();
  await expect.poll(() => card(page, 'tiers').locator('[data-path="on"]').count()).toBe(1);
  expect(await card(page, 'digest').locator('[data-path="off"]').count()).toBe(1);
  await page.getByRole('tab', { name: 'Trace' }).click();
  await page.locator('[data-region="drawer"]').getByText('Five tiers').first().waitFor();
  await test.getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => page.locator('[data-path]').count()).toBe(0);
  await page.context().close();
});
