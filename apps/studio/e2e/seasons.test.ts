// Seasons: a day is chosen, numbers are edited for it only, marks lead back, the panel dates and orders them.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { faults } from './faults.ts';
import { counted, type PageOptions, type StudioUnderTest, startStudio } from './studio.ts';

let studio: StudioUnderTest;
let id: string;
let tiers: string;
beforeAll(async () => {
  studio = await startStudio();
  id = await studio.copy('rfm-five-tiers');
  const flow = await studio.draft(id);
  tiers = flow.nodes.find((node) => node.kind === 'tiers')?.id ?? '';
  const values = [{ node: tiers, path: 'bands.1.from', value: 3.5 }];
  const seasons = [{ id: 'sale', title: { en: 'Double 11', 'zh-CN': '双十一' }, from: '11-01', to: '11-11', yearly: true, values }];
  const stored = await fetch(`${studio.url}/v1/flows/${id}/draft`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', 'If-Match': '*' },
    body: JSON.stringify({ ...flow, seasons }),
  });
  expect(stored.ok).toBe(true);
});
afterAll(() => studio?.stop());
afterEach(() => expect(studio.complaints()).toEqual([]));

async function opened(options: PageOptions = {}, node = true): Promise<Page> {
  const page = await studio.page(`/flows/${id}${node ? `?node=${tiers}` : ''}`, options);
  await counted(page);
  return page;
}

const numbers = async () => (await studio.draft(id)).seasons?.[0]?.values ?? [];
const line = (page: Page, tier: string) => page.getByRole('textbox', { name: `${tier}, from score` });

test('numbers changed on a day of a season hold in it only, the counts are the season’s, and one step takes each back', async () => {
  const page = await opened();
  const people = async () => (await page.getByRole('group', { name: 'Platinum', exact: true }).textContent()) ?? '';
  const usual = await people();
  expect(await line(page, 'Platinum').inputValue()).toBe('3.8');
  await page.getByRole('button', { name: /^data of 2026/ }).click();
  await page.getByRole('button', { name: /^In Double 11: 2026-11-01/ }).click();
  await counted(page);
  await page.getByText(/^as if on 2026-11-01, with the data of 2026-10-31/).waitFor();
  expect(await line(page, 'Platinum').inputValue()).toBe('3.5');
  expect(await people()).not.toBe(usual);
  await line(page, 'Diamond').fill('4');
  await line(page, 'Diamond').press('Enter');
  await expect.poll(numbers).toContainEqual({ node: tiers, path: 'bands.0.from', value: 4 });
  await page.getByText('2 numbers of this node differ in this season').waitFor();
  expect((await studio.draft(id)).nodes.find((node) => node.id === tiers)?.config).toMatchObject({
    bands: [{ from: 4.4 }, { from: 3.8 }, {}, {}, {}],
  });
  await page.getByRole('button', { name: 'Back to the usual number: 3.8' }).first().click();
  await expect.poll(async () => (await numbers()).length).toBe(1);
  expect(await line(page, 'Platinum').inputValue()).toBe('3.8');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect.poll(async () => (await numbers()).length).toBe(2);
  await page.getByRole('combobox', { name: 'Day the flow is looked at' }).selectOption('');
  await counted(page);
  expect(await people()).toBe(usual);
  await page.context().close();
});

test('seasons are added, dated and looked at from the settings of the flow; shared days are told with the way to them', async () => {
  const page = await opened({}, false);
  const panel = page.getByRole('region', { name: 'Seasons and campaigns' });
  await panel.getByRole('button', { name: 'Add a season' }).click();
  await panel.getByText(/share days \(first 11-01 to 11-11\)/).waitFor();
  expect(await panel.getByRole('img', { name: /^Seasons over/ }).getAttribute('aria-label')).toMatch(
    /New season: hidden by a season above it: 2026-11-01 to 2026-11-11/,
  );
  await page.getByRole('button', { name: /^Problems/ }).click();
  await page
    .getByRole('region', { name: 'Problems' })
    .getByRole('button', { name: /share days/ })
    .click();
  await panel.getByRole('combobox', { name: 'Month of the last day' }).last().selectOption('12');
  await panel.getByRole('combobox', { name: 'Month of the first day' }).last().selectOption('12');
  await expect.poll(async () => (await studio.draft(id)).seasons?.[1]).toMatchObject({ from: '12-01', to: '12-11', yearly: true });
  await panel.getByRole('button', { name: 'Look at 2026-12-01' }).click();
  await page.getByText(/^as if on 2026-12-01, with the data of 2026-10-31 · New season/).waitFor();
  await panel.getByRole('button', { name: 'Delete the season New season' }).click();
  await expect.poll(async () => (await studio.draft(id)).seasons?.length).toBe(1);
  await page.context().close();
});

test.each<PageOptions>([
  { language: 'en', theme: 'dark' },
  { language: 'zh-CN', theme: 'light' },
])('settings of a node in a season and of the flow have no fault: $language $theme', async (options) => {
  const page = await opened(options, false);
  expect((await faults(page)).join('\n').slice(0, 1500)).toBe('');
  await page
    .getByRole('button', { name: /^(Look at|查看 )/ })
    .first()
    .click();
  await page.locator(`.react-flow__node[data-id="${tiers}"]`).click();
  await counted(page);
  expect((await faults(page)).join('\n').slice(0, 1500)).toBe('');
  await page.context().close();
});
