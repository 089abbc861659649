// A decision table as a sheet: written and pasted with the keys, people of every row, gap and overlap, repairs that can be undone.
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
  const config = {
    inputs: [{ field: 'R' }, { field: 'monetary' }],
    outputs: [
      { name: 'offer', type: 'string' },
      { name: 'points', type: 'number' },
    ],
    rows: [
      {
        id: 'r1',
        cells: [
          { op: 'ge', value: 4 },
          { op: 'lt', value: 500 },
        ],
        values: ['call', 5],
      },
      { id: 'r2', cells: [{ op: 'between', value: [2, 4] }, null], values: ['mail', 2.5] },
    ],
    hit: 'unique',
  };
  await studio.add(id, { id: 'rules', kind: 'table', config }, rfm);
});
afterAll(() => studio?.stop());
afterEach(() => expect(studio.complaints()).toEqual([]));

async function opened(options: PageOptions = {}): Promise<Page> {
  const page = await studio.page(`/flows/${id}?node=rules`, options);
  await counted(page);
  await page.getByRole('button', { name: /^(Open the sheet|打开表格)$/ }).press('Enter');
  await page.locator('[data-finding]').first().waitFor();
  return page;
}

const number = (text: string | null): number => Number(text?.replaceAll(',', ''));

/** People of a row of the sheet, once they are there. */
async function people(page: Page, row: string): Promise<number> {
  await counted(page);
  return number(await page.locator(`[data-row="${row}"] [data-people]`).getAttribute('data-people'));
}

async function config(): Promise<{ readonly [name: string]: unknown }> {
  return (await studio.draft(id)).nodes.find((node) => node.id === 'rules')?.config ?? {};
}

test('cells are written with the keys and mean what is said; overlap and gap have people and one-step repairs', async () => {
  const page = await opened();
  const sheet = page.getByRole('region', { name: 'Rules of Decision table' });
  const arrive = number(
    ((await page.getByText('customers arrive').locator('..').textContent()) ?? '').split(' ')[0]?.replace(/[^\d,].*/, '') ?? '',
  );
  const both = page.locator('[data-finding="overlap1_2"]');
  const overlap = number(await both.locator('b').textContent());
  const everybody = async () => (await people(page, 'r1')) + (await people(page, 'r2')) + (await people(page, 'otherwise')) + overlap;
  expect(overlap).toBeGreaterThan(0);
  expect(await everybody()).toBe(arrive);
  await both.getByRole('button', { name: 'Cut row 2' }).press('Enter');
  await both.waitFor({ state: 'detached' });
  expect((await people(page, 'r1')) + (await people(page, 'otherwise'))).toBeLessThan(arrive);
  await page.keyboard.press('Control+z');
  await both.waitFor();

  await sheet.getByRole('gridcell', { name: '≥ 4' }).click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('1', { delay: 5 });
  await sheet.getByRole('status').getByText('R score = 1').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('10 to', { delay: 5 });
  await page.keyboard.press('Enter');
  await sheet.getByRole('status').getByText('“10 to” is not a number.').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.type('[0..100)', { delay: 5 });
  await page.keyboard.press('Enter');
  expect(await people(page, 'r3')).toBeGreaterThan(0);
  const none = await people(page, 'otherwise');
  const gap = page.locator('[data-finding^="gap"]').first();
  const before = await page.locator('[data-finding^="gap"]').count();
  const open = number(await gap.locator('b').textContent());
  await gap.getByRole('button', { name: 'Add a row' }).press('Enter');
  await page.locator('[data-row="r4"]').waitFor();
  expect(await people(page, 'r4')).toBe(open);
  expect(await people(page, 'otherwise')).toBe(none - open);
  expect(await page.locator('[data-finding^="gap"]').count()).toBeLessThan(before);
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await page.context().close();
});

test('a rectangle from a spreadsheet is pasted as one step and adds rows', async () => {
  const page = await opened();
  const cell = page.getByRole('region', { name: 'Rules of Decision table' }).getByRole('textbox', { name: /^Row 1, R score/ });
  await cell.waitFor();
  const rows = Array.from({ length: 200 }, (_, at) => `${at}\t${at * 10}..${at * 10 + 9}\toffer ${at % 7}\t${at / 2}`).join('\r\n');
  await cell.evaluate((input, text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, rows);
  await page.locator('[data-role="rule"]').nth(199).waitFor();
  await counted(page);
  const texts = await page.locator('[data-role="rule"]').nth(199).locator('[data-cell]').allTextContents();
  expect(texts).toEqual(['199', '1990..1999', 'offer 3', '99.5']);
  await page.keyboard.press('Control+z');
  await page.locator('[data-role="rule"]').nth(199).waitFor({ state: 'detached' });
  expect((await config())['hit']).toBe('unique');
  await page.context().close();
});

test('the sheet has no fault in Chinese and in the dark', async () => {
  const page = await opened({ language: 'zh-CN', theme: 'dark' });
  expect((await faults(page)).join('\n').slice(0, 1500)).toBe('');
  await page.context().close();
});
