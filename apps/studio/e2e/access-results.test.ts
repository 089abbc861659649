// People, tests, publishing, imports, data and runs: no serious fault in both languages and appearances, nothing wider than a small window.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { faults } from './faults.ts';
import { card, counted, type PageOptions, type StudioUnderTest, startStudio } from './studio.ts';

let studio: StudioUnderTest;
beforeAll(async () => {
  studio = await startStudio();
  await fetch(`${studio.url}/v1/runs`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ flow: 'rfm-five-tiers' }),
  });
});
afterAll(() => studio?.stop());
afterEach(() => expect(studio.complaints()).toEqual([]));

const size = { width: 1280, height: 720 };
const settings: readonly PageOptions[] = [
  { language: 'en', theme: 'light', ...size },
  { language: 'en', theme: 'dark', ...size },
  { language: 'zh-CN', theme: 'light', ...size },
  { language: 'zh-CN', theme: 'dark', ...size },
];

/** Neither a fault nor anything that sticks out of the window. */
async function sound(page: Page, what: string): Promise<void> {
  expect((await faults(page)).join('\n').slice(0, 1500), what).toBe('');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide, what).toBeLessThanOrEqual(0);
}

describe.each(settings)('$language $theme', (setting) => {
  test('the drawer and the test of a customer', async () => {
    const page = await studio.page('/flows/rfm-five-tiers', setting);
    await counted(page);
    await card(page, 'score')
      .locator('button[title]')
      .first()
      .evaluate((button: HTMLButtonElement) => button.click());
    await page.locator('[data-region="drawer"] tbody tr td').first().waitFor();
    await sound(page, 'people');
    await page.getByRole('tab').nth(1).click();
    await page.locator('[data-region="drawer"] [role="group"] button').first().waitFor();
    await sound(page, 'distribution');
    await page.getByRole('tab').nth(0).click();
    await page.getByRole('grid').locator('tbody tr').first().click();
    await page.locator('[data-region="test"] ol li').first().waitFor();
    await page.getByRole('tab').nth(2).click();
    await sound(page, 'test');
    await page.context().close();
  });

  test('publishing', async () => {
    const page = await studio.page('/flows/rfm-five-tiers', setting);
    await counted(page);
    await page.getByRole('button', { name: /^(Publish|发布)…$/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('tr[data-tier]').first().waitFor();
    await sound(page, 'publish');
    await dialog.getByText(/^(Versions|历史版本)$/).click();
    await dialog.locator('li').first().waitFor();
    await sound(page, 'versions');
    await page.context().close();
  });

  test('data, import, runs', async () => {
    const page = await studio.page('/data/customers', setting);
    await page.locator('table').first().waitFor();
    await sound(page, 'data set');
    await page.goto(`${studio.url}/runs`);
    await page.locator('table').waitFor();
    await sound(page, 'runs');
    await page.goto(`${studio.url}/data/import`);
    await page.locator('input[type="file"]').waitFor({ state: 'attached' });
    await sound(page, 'choose');
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'a.csv', mimeType: '', buffer: Buffer.from('customer_id,spent\nA,1\nB,2\n') });
    await page.locator('td').first().waitFor();
    await sound(page, 'read');
    await page.locator('footer button').last().click();
    await page.locator('tbody th').first().waitFor();
    await sound(page, 'map');
    await page.context().close();
  });
});
