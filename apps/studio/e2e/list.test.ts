// The list of flows, its files, and what the canvas does with whole flows: tidying, nudging, deep links.
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { card, counted, focusCanvas, type StudioUnderTest, startStudio } from './studio.ts';

let studio: StudioUnderTest;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio?.stop());
afterEach(() => expect(studio.complaints()).toEqual([]));

const row = (page: Page, name: string) => page.locator('tbody tr').filter({ has: page.getByRole('link', { name, exact: true }) });

test('a flow is copied, and deleted without a question; the toast brings it back', async () => {
  const page = await studio.page('/flows');
  await row(page, 'Win back lapsed customers').waitFor();
  await page.getByRole('button', { name: 'Actions for Win back lapsed customers' }).click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await row(page, 'Win back lapsed customers (copy)').waitFor();
  await page.getByRole('button', { name: 'Actions for Win back lapsed customers (copy)' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await row(page, 'Win back lapsed customers (copy)').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await row(page, 'Win back lapsed customers (copy)').waitFor();
  await page.getByRole('textbox', { name: 'Find a flow' }).fill('(copy)');
  await expect.poll(() => page.locator('tbody tr').count()).toBe(1);
  await page.context().close();
});

test('a flow goes into a file and comes back from it; another file is refused in words', async () => {
  const page = await studio.page('/flows');
  await page.getByRole('button', { name: 'Actions for RFM in five tiers' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'Export as file' }).click()]);
  const file = JSON.parse(await readFile((await download.path()) ?? '', 'utf8')) as { format: string; nodes: unknown[] };
  expect(file).toMatchObject({ format: 'tierflow/flow@1', id: 'rfm-five-tiers' });
  const other = join(tmpdir(), `other-${process.pid}.json`);
  await writeFile(other, '{"hello": 1}');
  await page.locator('input[type="file"]').setInputFiles(other);
  await page.getByText('This file is no segment flow').waitFor();
  await page.locator('input[type="file"]').setInputFiles((await download.path()) ?? '');
  await counted(page);
  expect(page.url()).toContain('/flows/rfm-five-tiers-2');
  expect(await page.locator('.react-flow__node').count()).toBe(file.nodes.length);
  await page.context().close();
});

test('tidying is one step that only moves cards; nothing overlaps afterwards', async () => {
  const id = await studio.copy('rfm-five-tiers');
  const page = await studio.page(`/flows/${id}`);
  await counted(page);
  const before = await studio.draft(id);
  await focusCanvas(page);
  await page.keyboard.press('Shift+T');
  await page.getByRole('button', { name: 'Undo: Tidy up' }).waitFor();
  await page.getByText('Saved', { exact: true }).waitFor();
  await expect.poll(async () => (await studio.draft(id)).layout).not.toEqual(before.layout);
  const after = await studio.draft(id);
  expect({ ...after, layout: null }).toEqual({ ...before, layout: null });
  const boxes = await page.locator('.react-flow__node').evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON()));
  for (const [at, a] of boxes.entries()) {
    for (const b of boxes.slice(at + 1))
      expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top).toBe(true);
  }
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await studio.draft(id)).layout, { timeout: 5000 }).toEqual(before.layout);
  await page.context().close();
});

test('an address opens the same picture: flow and node', async () => {
  const page = await studio.page('/flows/rfm-five-tiers?node=score');
  await counted(page);
  expect(await card(page, 'score').locator('> div').first().getAttribute('data-selected')).toBe('true');
  await card(page, 'rfm').click({ position: { x: 40, y: 12 } });
  await expect.poll(() => page.url()).toContain('node=rfm');
  await page.goto(`${studio.url}/nowhere`);
  await page.getByText('There is nothing at this address').waitFor();
  await page.getByRole('button', { name: 'To the flows' }).click();
  await page.locator('table').waitFor();
  await page.context().close();
});

test('a wide flow opens at its beginning and says that there is more; in a low canvas no overview covers it', async () => {
  const page = await studio.page('/flows/win-back', { width: 1280, height: 720 });
  await counted(page);
  expect(await page.locator('.react-flow__minimap').isVisible()).toBe(true);
  await page.getByRole('button', { name: /^\d+ more cards: show the whole flow$/ }).click();
  const right = () => card(page, 'message').evaluate((element) => element.getBoundingClientRect().right);
  const border = await page.locator('[data-region="canvas"]').evaluate((element) => element.getBoundingClientRect().right);
  await expect.poll(right).toBeLessThan(border);
  expect(await page.getByRole('button', { name: /more cards/ }).count()).toBe(0);
  await focusCanvas(page);
  await page.keyboard.press('\\');
  await page.locator('[data-region="drawer"]').waitFor();
  expect(await page.locator('.react-flow__minimap').isVisible()).toBe(false);
  await page.context().close();
});

test('the outline does what the canvas does', async () => {
  const id = await studio.copy('rfm-five-tiers');
  const page = await studio.page(`/flows/${id}`);
  await counted(page);
  await page.getByText('Outline', { exact: true }).click();
  const rows = page.locator('[data-region="outline"] tbody tr');
  await expect.poll(() => rows.count()).toBe(await page.locator('.react-flow__node').count());
  await page.getByRole('button', { name: /^Weighted score/ }).click();
  await expect.poll(() => card(page, 'score').locator('> div').first().getAttribute('data-selected')).toBe('true');
  await page.getByRole('button', { name: 'Actions for Weighted score' }).click();
  await page.getByRole('menuitem', { name: 'Delete and reconnect' }).click();
  await expect
    .poll(async () => (await studio.draft(id)).edges.some((edge) => edge.from === 'rfm' && edge.to === 'tiers'), { timeout: 5000 })
    .toBe(true);
  await page.context().close();
});
