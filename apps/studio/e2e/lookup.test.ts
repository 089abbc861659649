// Look-ups: the map of provinces by keyboard and as a table, names of several places counted, and an own table pasted.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { faults } from './faults.ts';
import { counted, type PageOptions, type StudioUnderTest, startStudio } from './studio.ts';

let studio: StudioUnderTest;
let id: string;
beforeAll(async () => {
  studio = await startStudio();
  id = await studio.copy('rfm-five-tiers');
  await studio.add(id, { id: 'place', kind: 'lookup', config: { table: 'china-regions', field: 'province', as: 'region' } }, 'src');
});
afterAll(() => studio?.stop());
afterEach(() => expect(studio.complaints()).toEqual([]));

async function opened(options: PageOptions = {}): Promise<Page> {
  const page = await studio.page(`/flows/${id}?node=place`, options);
  await counted(page);
  return page;
}

test('the province is answered on request and drawn as a map, by keyboard and as a table', async () => {
  const page = await opened();
  await page.getByRole('tab', { name: 'Results' }).click();
  const map = page.getByRole('region', { name: 'People by province' });
  await map.getByRole('button', { name: 'Answer the province' }).click();
  await counted(page);
  const tiles = map.getByRole('list').getByRole('button');
  await tiles.nth(33).waitFor();
  const shanghai = map.getByRole('button', { name: /Shanghai/ });
  expect(await shanghai.getAttribute('title')).toMatch(/^Shanghai: [1-9][\d,]* \(\d+(\.\d+)? ?%\)$/);
  expect(await shanghai.textContent()).toMatch(/^上海[1-9][\d,]* \(Shanghai, /);
  await shanghai.focus();
  await page.keyboard.press('ArrowLeft');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-tile'))).toBe('江苏');
  expect(await faults(page)).toEqual([]);
  await map.getByRole('switch').press('Space');
  const rows = map.getByRole('row');
  const people = (await rows.locator('td:first-of-type').allTextContents()).map((text) => Number(text.replaceAll(',', '')));
  expect(people).toHaveLength(34);
  expect(people).toEqual(people.toSorted((a, b) => b - a));
  await page.context().close();
});
