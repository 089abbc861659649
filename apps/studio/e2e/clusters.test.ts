// Clusters: names in place, profiles as a table, a map, and the choice of how many with progress and a way to stop.
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
  const fields = ['recency', 'frequency', 'monetary'].map((field) => ({ field }));
  await studio.add(id, { id: 'groups', kind: 'cluster', config: { fields, k: 4, orderBy: 'monetary', labels: [{ title: 'Best' }] } }, rfm);
});
afterAll(() => studio?.stop());
afterEach(() => expect(studio.complaints()).toEqual([]));

async function opened(options: PageOptions = {}): Promise<Page> {
  const page = await studio.page(`/flows/${id}?node=groups`, options);
  await counted(page);
  return page;
}

test('2 to 10 clusters are compared on demand, can be stopped, and one is chosen by keyboard', async () => {
  const page = await opened();
  const choice = page.getByRole('region', { name: 'Comparison of numbers of clusters' });
  await choice.getByRole('button', { name: 'Compare 2 to 10 clusters' }).click();
  await choice.getByRole('status').waitFor();
  await choice.getByRole('button', { name: 'Cancel' }).click();
  const before = await choice.locator('tbody tr').count();
  expect(before).toBeLessThan(9);
  await choice.getByRole('button', { name: /^(Compare 2 to 10 clusters|Go on comparing)$/ }).click();
  await choice.getByRole('button', { name: 'Use 10 clusters' }).waitFor();
  const left = await choice.locator('tbody td:nth-child(2)').allTextContents();
  const shares = left.map((text) => Number.parseFloat(text));
  expect(shares).toHaveLength(9);
  expect(shares.every((share, at) => share > 0 && share < (shares[at - 1] ?? 100))).toBe(true);
  await choice.getByRole('button', { name: 'Use 3 clusters' }).press('Enter');
  await counted(page);
  expect(await choice.getByRole('button', { name: 'Use 3 clusters' }).getAttribute('aria-pressed')).toBe('true');
  expect(await page.getByRole('textbox', { name: /^Name of cluster/ }).count()).toBe(3);
  expect(await choice.locator('tbody tr').count(), 'the comparison stands').toBe(9);
  await choice.getByRole('button', { name: 'Use 4 clusters' }).press('Enter');
  await until(async () => ((await draftConfig())['k'] === 4 ? true : undefined));
  await page.context().close();
});

test('a name is typed in place and stands in the table; the people of the clusters are everybody who has a cluster', async () => {
  const page = await opened();
  await page.getByRole('tab', { name: 'Results' }).click();
  const profile = page.getByRole('region', { name: 'What the clusters are like' }).first();
  const clusters = profile.locator('tbody');
  await clusters.nth(3).waitFor();
  expect(await clusters.count()).toBe(4);
  const people = async (selector: string) =>
    (await profile.locator(selector).allTextContents()).map((text) => Number(text.replaceAll(',', '')));
  const sizes = await people('tbody [data-people]');
  expect(sizes.reduce((sum, n) => sum + n, 0)).toBe((await people('tfoot [data-people]'))[0]);
  expect(await clusters.first().locator('td').last().locator('b').textContent()).toMatch(/^\+/);
  const name = profile.getByRole('textbox', { name: /^Name of cluster 2/ });
  await name.fill('Promising');
  await name.press('Enter');
  await counted(page);
  const labels = await until(async () => {
    const config = await draftConfig();
    return JSON.stringify(config).includes('Promising') ? config['labels'] : undefined;
  });
  expect(labels).toEqual([{ title: 'Best' }, { title: 'Promising' }]);
  expect(await page.getByRole('img', { name: /^Map of [\d,]+ people by cluster$/ }).count()).toBe(1);
  await page.context().close();
});

test.each<PageOptions>([
  { language: 'en', theme: 'dark' },
  { language: 'zh-CN', theme: 'light' },
])('settings and results have no fault: $language $theme', async (options) => {
  const page = await opened(options);
  expect((await faults(page)).join('\n').slice(0, 1500)).toBe('');
  await page.getByRole('tab', { name: /^(Results|结果)$/ }).click();
  await page.getByRole('img', { name: /^(Map of|[\d,]+ 人按分群的地图)/ }).scrollIntoViewIfNeeded();
  expect((await faults(page)).join('\n').slice(0, 1500)).toBe('');
  await page.context().close();
});

async function draftConfig() {
  return (await studio.draft(id)).nodes.find((node) => node.id === 'groups')?.config ?? {};
}

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 100; tries++) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('it did not come');
}
