// Look-ups: the map of provinces by keyboard and as a table, and an own table pasted, from a file and from a data set.
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
  await studio.add(id, { id: 'own', kind: 'lookup', config: { table: 'own', pasted: 'a\tb', field: 'province', as: 'team' } }, 'src');
});
afterAll(() => studio?.stop());
afterEach(() => expect(studio.complaints()).toEqual([]));

async function opened(node: string, options: PageOptions = {}): Promise<Page> {
  const page = await studio.page(`/flows/${id}?node=${node}`, options);
  await counted(page);
  return page;
}

test('the province is answered on request and drawn as a map, by keyboard and as a table', async () => {
  const page = await opened('place');
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
  await map.getByRole('switch').press('Space');
  await map.getByRole('button', { name: /Jiangsu/ }).focus();
  await page.keyboard.press('Enter');
  const jiangsu = Number((await map.getByRole('status').textContent())?.match(/Jiangsu: ([\d,]+)/)?.[1]?.replaceAll(',', ''));
  await map.getByRole('button', { name: 'Keep only these people' }).click();
  await counted(page);
  const field = page.getByRole('group', { name: 'province_name' });
  await field.getByRole('button', { name: /^Value:/ }).waitFor();
  expect(await field.textContent()).toContain(jiangsu.toLocaleString('en'));
  await field.getByRole('combobox', { name: 'Comparison' }).selectOption('in');
  await field.getByRole('button', { name: /^Values:/ }).press('Enter');
  await page.locator('input[data-autofocus]:focus').waitFor();
  await page.keyboard.type('zj');
  for (const key of ['ArrowDown', 'ArrowDown', 'Space']) await page.keyboard.press(key);
  await counted(page);
  expect(await page.getByRole('treeitem', { name: /Zhejiang/ }).getAttribute('aria-checked')).toBe('true');
  expect(await page.getByRole('treeitem', { name: /East China/ }).getAttribute('aria-checked')).toBe('mixed');
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await field.getByRole('list', { name: 'Values' }).getByRole('listitem').allTextContents()).toEqual(['Jiangsu', 'Zhejiang']);
  for (let steps = 3; steps > 0; steps--) await page.getByRole('button', { name: /^Undo/ }).click();
  await page.getByText('Jiangsu only').first().waitFor({ state: 'detached' });
  await page.context().close();
});

test('an own table is pasted; a text that stands twice is told with its line, and what is not in the table is counted', async () => {
  const page = await opened('own');
  const table = page.getByRole('textbox', { name: 'Table, pasted from a spreadsheet' });
  await table.fill('上海\tEast\n广东\tSouth\n上海\tNorth');
  await table.blur();
  await page.getByText('“上海” in line 3 stands in the table already.').last().waitFor();
  await table.fill('上海\t上海市\tEast\n广东\tSouth');
  await table.blur();
  await counted(page);
  await page.getByRole('tab', { name: 'Results' }).click();
  const column = page.getByRole('region', { name: 'Columns it makes' });
  await column.getByText('South').waitFor();
  expect(await column.textContent()).toMatch(/East\D*[1-9]/);
  expect(await page.getByText('Unknown').first().isVisible()).toBe(true);
  await page.context().close();
});

test('an own table comes from a file in GBK or from a data set: what is left out and who is found is seen before it is replaced, in one step', async () => {
  const page = await opened('own');
  const table = page.getByRole('textbox', { name: 'Table, pasted from a spreadsheet' });
  const before = await table.inputValue();
  const start = () => page.getByRole('button', { name: /From a file or a data set/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Fill the table' });
  await start();
  await dialog.locator('input[type=file]').setInputFiles({ name: 'areas.csv', mimeType: 'text/csv', buffer: Buffer.from(areas, 'latin1') });
  await dialog.getByText('广东 South (line 3), North (line 4)').waitFor();
  expect(await dialog.getByLabel('Encoding').inputValue()).toMatch(/^GBK/);
  expect(await dialog.getByLabel('Looked up').inputValue()).toBe('省份');
  await dialog.getByText(/Lines: 5/).waitFor();
  await dialog.getByText(/Found with this table: [1-9][\d,]* of/).waitFor();
  await dialog.getByRole('combobox', { name: '1 text stands beside different answers' }).selectOption('first');
  await counted(page);
  expect(await faults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Replace the table with 2 texts' }).click();
  expect(await table.inputValue()).toBe('上海\tEast\n广东\tSouth');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect.poll(() => table.inputValue()).toBe(before);
  await start();
  await dialog.getByText('Data set', { exact: true }).click();
  await dialog.getByRole('combobox', { name: 'Data set' }).selectOption('customers');
  await dialog.getByLabel('Looked up').selectOption('province');
  await dialog.getByLabel('Answered').selectOption('gender');
  await dialog.getByText('texts stand beside different answers').first().waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => table.inputValue()).toBe(before);
  await page.context().close();
});

/** `省份,大区`, 上海 East, 广东 South, 广东 North, an empty text West, in GBK. */
const areas = '\xca\xa1\xb7\xdd,\xb4\xf3\xc7\xf8\n\xc9\xcf\xba\xa3,East\n\xb9\xe3\xb6\xab,South\n\xb9\xe3\xb6\xab,North\n,West\n';
