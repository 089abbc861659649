import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './launch-browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 120_000);
afterAll(() => browser.close());

test('runs scripts of a page and reports what they did', async () => {
  const page = await browser.newPage({ locale: 'zh-CN' });
  await page.setContent('<h1>客户分层</h1><script>document.title = navigator.language</script>');
  expect(await page.locator('h1').textContent()).toBe('客户分层');
  expect(await page.title()).toBe('zh-CN');
});

test('draws a picture', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 200 } });
  await page.setContent('<body style="background:#069">');
  const png = await page.screenshot();
  expect(png.subarray(1, 4).toString()).toBe('PNG');
});
