// The numbers on the canvas: equal to the server's, conserved, honest while they are computed, and quick on large flows.
import type { Flow } from '@tierflow/flow';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { card, counted, focusCanvas, type StudioUnderTest, startStudio } from './studio.ts';

let studio: StudioUnderTest;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio?.stop());
afterEach(() => expect(studio.complaints()).toEqual([]));

interface Counts {
  readonly customers: number;
  readonly nodes: Readonly<Record<string, { readonly n: number; readonly ports: Readonly<Record<string, number>> }>>;
}

async function preview(flow: Flow): Promise<Counts> {
  const answer = await fetch(`${studio.url}/v1/preview`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ flow }),
  });
  return (await answer.json()) as Counts;
}

/** Numbers that stand on a card, by the port they open. */
async function numbersOn(page: Page, id: string): Promise<readonly number[]> {
  const titles = await card(page, id)
    .locator('button[title*="customers"]')
    .evaluateAll((all) => all.map((each) => each.getAttribute('title') ?? ''));
  return titles.map((title) => Number(/([\d,]+) customers/.exec(title)?.[1]?.replaceAll(',', '')));
}

test.each(['rfm-five-tiers', 'win-back', 'b2b-grading'])('%s: every card shows what the server counts, and tiers add up', async (id) => {
  const page = await studio.page(`/flows/${id}`);
  await counted(page);
  const flow = await studio.draft(id);
  const answer = await preview(flow);
  for (const node of flow.nodes) {
    const counts = answer.nodes[node.id];
    const shown = await numbersOn(page, node.id);
    expect([...shown].sort(), node.id).toEqual(Object.values(counts?.ports ?? {}).sort());
    if (node.kind === 'tiers') expect(shown.reduce((sum, n) => sum + n, 0)).toBe(counts?.n);
  }
  await page.context().close();
});

test('while counting, old numbers stay and are dimmed; the newest edit wins', async () => {
  const id = await studio.copy('rfm-five-tiers');
  const page = await studio.page(`/flows/${id}`);
  await counted(page);
  let open: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    open = resolve;
  });
  let asked = 0;
  let closed = true;
  await page.route('**/v1/preview', async (route) => {
    asked += 1;
    if (closed) await held;
    await route.continue().catch(() => undefined);
  });
  const before = await numbersOn(page, 'tiers');
  const inner = card(page, 'tiers').locator('> div').first();
  await card(page, 'bought').click({ position: { x: 40, y: 12 } });
  await page.keyboard.press('Control+Delete');
  await expect.poll(() => inner.getAttribute('data-computing')).toBe('true');
  expect(await numbersOn(page, 'tiers')).toEqual(before);
  await expect.poll(() => asked).toBeGreaterThan(0);
  closed = false;
  await page.keyboard.press('Control+z');
  await expect.poll(() => inner.getAttribute('data-computing')).toBe(null);
  expect(await numbersOn(page, 'tiers')).toEqual(before);
  open();
  await page.waitForTimeout(500);
  await counted(page);
  expect(await numbersOn(page, 'tiers')).toEqual(before);
  await page.context().close();
});

test('a broken node and what hangs below it show no number but the reason', async () => {
  const id = await studio.copy('rfm-five-tiers');
  const page = await studio.page(`/flows/${id}`);
  await counted(page);
  await card(page, 'rfm').click({ position: { x: 40, y: 12 } });
  await page.keyboard.press('Control+Delete');
  await expect.poll(() => card(page, 'score').locator('> div').first().getAttribute('data-problem')).toBe('error');
  await expect.poll(async () => (await card(page, 'tiers').textContent())?.includes('—')).toBe(true);
  expect(await numbersOn(page, 'tiers')).toEqual([]);
  await page.getByRole('button', { name: /^Problems \d/ }).click();
  await page.getByRole('region', { name: 'Problems' }).getByRole('button').nth(1).click();
  await expect.poll(() => card(page, 'score').locator('> div').first().getAttribute('data-selected')).toBe('true');
  // Its people are not asked for either: the runtime would know no such place.
  await focusCanvas(page);
  await page.keyboard.press('\\');
  await page.locator('[data-region="drawer"]').getByText('Nobody can be counted here before the problem is solved.').waitFor();
  await page.context().close();
});

test('percentages have one base at a time', async () => {
  const page = await studio.page('/flows/rfm-five-tiers', { width: 1920, height: 1080 });
  await counted(page);
  await page.getByText('of the step before').click();
  await expect.poll(async () => await card(page, 'score').textContent()).toContain('100%');
  await page.getByText('of all customers').click();
  await expect.poll(async () => await card(page, 'score').textContent()).not.toContain('100%');
  await page.context().close();
});

test('the status says how the draft differs from what is live, by comparing', async () => {
  const page = await studio.page('/flows/win-back');
  await counted(page);
  await page.getByText('Same as v1 (live)').waitFor();
  await card(page, 'value').click({ position: { x: 40, y: 12 } });
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await page.getByRole('button', { name: 'Undo: Move Value and rhythm' }).waitFor();
  await page.getByText('Same as v1 (live)').waitFor();
  await page.keyboard.press('F2');
  await page.keyboard.type('Other name');
  await page.keyboard.press('Enter');
  await page.getByText('Draft: 1 change since v1 (live)').click();
  await page.getByRole('menuitem', { name: 'Discard to v1' }).click();
  await page.getByText('Same as v1 (live)').waitFor();
  await focusCanvas(page);
  await page.keyboard.press('Control+z');
  await page.getByText('Draft: 1 change since v1 (live)').waitFor();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.getByText('Same as v1 (live)').waitFor();
  await page.context().close();
});
