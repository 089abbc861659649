// An allocation: places on a slider are counted while they move and kept as one step, the waiting list opens, the report is a table.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { faults } from './faults.ts';
import { counted, type PageOptions, type StudioUnderTest, startStudio } from './studio.ts';

let studio: StudioUnderTest;
let id: string;
beforeAll(async () => {
  studio = await startStudio();
  id = await studio.copy('rfm-five-tiers');
  const rfm = (await studio.draft(id)).nodes.find((node) => node.kind === 'rfm')?.id ?? '';
  const offers = [
    { id: 'visit', title: 'Visit', value: { expr: 'monetary * 0.3' }, cost: 60, capacity: 40 },
    { id: 'call', title: 'Call', value: { expr: 'monetary * 0.04' }, cost: 10, budget: 1000 },
  ];
  await studio.add(id, { id: 'share', kind: 'allocate', config: { offers, budget: 3000 } }, rfm);
});
afterAll(() => studio?.stop());
afterEach(() => expect(studio.complaints()).toEqual([]));

async function opened(options: PageOptions = {}): Promise<Page> {
  const page = await studio.page(`/flows/${id}?node=share`, options);
  await counted(page);
  return page;
}

const visit = (page: Page) => page.getByRole('group', { name: 'Visit', exact: true });

test('places are counted while the slider moves, let go as if nothing had been, and kept as one step of undo', async () => {
  const page = await opened();
  const slider = page.getByRole('slider', { name: 'Places of Visit' });
  expect(await visit(page).getByRole('button', { name: '40', exact: true }).count()).toBe(1);
  await visit(page).getByText('One more place is worth about ¥').waitFor();
  await grab(page, slider, 0.2);
  await visit(page).getByRole('button', { name: '20', exact: true }).waitFor();
  await visit(page).getByText('20 of 20 used').waitFor();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await visit(page).getByRole('button', { name: '40', exact: true }).waitFor();
  await grab(page, slider, 0.1);
  await page.mouse.up();
  await visit(page).getByRole('button', { name: '10', exact: true }).waitFor();
  await slider.press('ArrowRight');
  await visit(page).getByRole('button', { name: '11', exact: true }).waitFor();
  await page.getByRole('button', { name: /^Undo/ }).click();
  await page.getByRole('button', { name: /^Undo/ }).click();
  await visit(page).getByRole('button', { name: '40', exact: true }).waitFor();
  await counted(page);
  await page.context().close();
});

test('the people waiting open as a list; results say as a table what the offers come to, within what is possible', async () => {
  const page = await opened();
  const waiting = page.locator('[data-offer="waiting"]').getByRole('button');
  const n = Number((await waiting.textContent())?.replaceAll(',', ''));
  await waiting.click();
  const people = page.locator('[data-region="drawer"] footer[data-total]:not([data-computing])');
  await people.waitFor();
  expect(Number(await people.getAttribute('data-total'))).toBe(n);
  expect(n).toBeGreaterThan(0);
  await page.getByRole('tab', { name: 'Results', exact: true }).click();
  const table = page.getByRole('region', { name: 'What the offers come to, in ¥' });
  const all = table.locator('tbody tr').last();
  const brings = Number((await all.locator('td').nth(1).textContent())?.replaceAll(',', ''));
  const most = Number((await table.getByText('No allocation brings more than').textContent())?.replace(/\D/g, ''));
  expect(brings).toBeGreaterThan(0);
  expect(most).toBeGreaterThanOrEqual(brings);
  await page.context().close();
});

test.each<PageOptions>([
  { language: 'en', theme: 'dark' },
  { language: 'zh-CN', theme: 'light' },
])('settings and results have no fault: $language $theme', async (options) => {
  const page = await opened(options);
  await page
    .getByRole('button', { name: /^(Worth, cost and for whom|价值、成本与适用客户)$/ })
    .first()
    .click();
  expect((await faults(page)).join('\n').slice(0, 1500)).toBe('');
  await page.getByRole('tab', { name: /^(Results|结果)$/ }).click();
  await page.getByRole('region', { name: /^(What the offers come to|各项分配结果)/ }).waitFor();
  expect((await faults(page)).join('\n').slice(0, 1500)).toBe('');
  await page.context().close();
});

/** Takes the slider in hand and moves to a part of its length. */
async function grab(page: Page, slider: ReturnType<Page['getByRole']>, share: number): Promise<void> {
  const box = await slider.boundingBox();
  if (box === null) throw new Error('the slider is not to be seen');
  const at = (part: number) => box.x + 8 + (box.width - 16) * part;
  await page.mouse.move(at(0.4), box.y + box.height / 2);
  await page.mouse.down();
  for (let step = 1; step <= 5; step++) await page.mouse.move(at(0.4 + ((share - 0.4) * step) / 5), box.y + box.height / 2);
}
