// A whole flow drawn by mouse, from an empty canvas to a playbook; undone, reloaded, and read in the other language.
import type { Flow } from '@tierflow/flow';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { card, counted, type StudioUnderTest, startStudio } from './studio.ts';

let studio: StudioUnderTest;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio?.stop());

interface Point {
  readonly x: number;
  readonly y: number;
}

async function centre(page: Page, selector: string): Promise<Point> {
  const box = await page.locator(selector).first().boundingBox();
  if (box === null) throw new Error(`${selector} is not to be seen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function drag(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 });
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
}

/** Pulls a wire out of a card into the empty canvas and takes a kind from the menu. */
async function pullOut(page: Page, from: string, port: string, kind: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Fit', exact: false }).first().click();
  await page.waitForTimeout(400);
  const start = await centre(page, `.react-flow__handle[data-nodeid="${from}"][data-handleid="${port}"]`);
  await drag(page, start, { x: start.x + 60, y: start.y + 160 });
  const menu = page.getByRole('dialog', { name: 'Add a node and connect it' });
  await menu.waitFor();
  await menu.getByRole('option', { name: kind }).click();
  await menu.waitFor({ state: 'detached' });
}

async function draftOf(page: Page): Promise<Flow> {
  return studio.draft(new URL(page.url()).pathname.split('/').at(-1) ?? '');
}

const content = ({ layout: _, ...flow }: Flow) => flow;

test('source → filter → RFM → scorecard → tiers → playbook by mouse; undo all is the start; a reload keeps it', {
  timeout: 120_000,
}, async () => {
  const page = await studio.page('/flows', { width: 1680, height: 1000 });
  await page.getByRole('button', { name: 'New flow' }).first().click();
  await page.waitForURL(/\/flows\/.+/);
  await page.locator('[data-region="canvas"]').waitFor();
  const start = await draftOf(page);
  await drag(page, await centre(page, '[data-region="palette"] [data-kind="source"]'), { x: 480, y: 380 });
  await card(page, 'source').waitFor();
  const steps: readonly (readonly [from: string, port: string, kind: RegExp, id: string])[] = [
    ['source', 'out', /^Filter/, 'filter'],
    ['filter', 'match', /RFM/, 'rfm'],
    ['rfm', 'out', /Scorecard/, 'scorecard'],
    ['scorecard', 'out', /Tiers/, 'tiers'],
  ];
  for (const [from, port, kind, id] of steps) {
    await pullOut(page, from, port, kind);
    await card(page, id).waitFor();
  }
  await expect.poll(async () => (await draftOf(page)).nodes.length, { timeout: 6000 }).toBe(5);
  const tiers = (await draftOf(page)).nodes.find((node) => node.kind === 'tiers');
  const [best] = (tiers?.config.bands ?? tiers?.config.topShare ?? []) as readonly { readonly id: string }[];
  await pullOut(page, 'tiers', best?.id ?? '', /Playbook/);
  await card(page, 'playbook').waitFor();
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.keyboard.press('Escape');
  await counted(page);
  const numbers = await page.locator('.react-flow__node').allInnerTexts();
  expect(numbers.find((text) => text.startsWith('Source'))).toContain('12,480');
  await expect.poll(async () => (await draftOf(page)).nodes.length, { timeout: 6000 }).toBe(6);
  const drawn = content(await draftOf(page));
  expect(drawn.edges).toHaveLength(5);

  const undo = page.getByRole('button', { name: /^Undo:/ });
  for (let steps = 0; steps < 40 && (await undo.count()) > 0; steps++) await undo.click();
  // As at the start: an empty canvas. (An empty flow is saved over one with nodes only when somebody says so.)
  await page.getByRole('button', { name: 'Bring back what is saved' }).waitFor();
  expect(await page.locator('.react-flow__node').count()).toBe(0);
  expect(content(start).nodes).toEqual([]);
  const redo = page.getByRole('button', { name: /^Redo:/ });
  for (let steps = 0; steps < 40 && (await redo.count()) > 0; steps++) await redo.click();
  await expect.poll(async () => content(await draftOf(page)), { timeout: 6000 }).toEqual(drawn);

  await page.reload();
  await card(page, 'playbook').waitFor();
  await counted(page);
  expect(await page.locator('.react-flow__node').count()).toBe(6);
  expect(content(await draftOf(page))).toEqual(drawn);

  await card(page, 'tiers').click();
  await page.getByRole('button', { name: 'Language', exact: true }).click();
  await page.getByRole('menuitemradio', { name: '简体中文' }).click();
  await page.getByRole('button', { name: '发布…' }).waitFor();
  expect(content(await draftOf(page))).toEqual(drawn);
  expect(await card(page, 'tiers').getAttribute('class')).toContain('selected');
  await page.context().close();
});
