// Rules of a clean node as sentences with what they do to real values and people, and what the groups of a split can show.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { faults } from './faults.ts';
import { counted, type StudioUnderTest, startStudio } from './studio.ts';

const rules = [
  { do: 'trim', field: 'province' },
  { do: 'map', field: 'province', pairs: [{ from: '广东省', to: '广东' }] },
  { do: 'required', field: 'birth_date' },
];
const shares = [
  { id: 'treated', title: 'Treated', share: 0.9 },
  { id: 'holdout', title: 'Hold-out', share: 0.1 },
];

let studio: StudioUnderTest;
let id: string;
beforeAll(async () => {
  studio = await startStudio();
  id = await studio.copy('rfm-five-tiers');
  await studio.add(id, { id: 'tidy', kind: 'clean', config: { rules } }, 'src');
  await studio.add(id, { id: 'test', kind: 'split', config: { shares, salt: 'spring' } }, 'src');
});
afterAll(() => studio?.stop());
afterEach(() => expect(studio.complaints()).toEqual([]));

const numberIn = (text: string | null) => Number(text?.match(/[\d,]+/)?.[0]?.replaceAll(',', ''));

test('a rule says whom it changes and what becomes of real values; texts are pasted from a spreadsheet, frequent ones proposed', async () => {
  const page = await studio.page(`/flows/${id}?node=tidy`);
  await counted(page);
  const lines = page.locator('[data-rule]');
  const mapped = lines.nth(1);
  const example = mapped.getByRole('list', { name: 'Before and after' }).getByRole('listitem');
  await mapped.getByText(/people changed$/).waitFor();
  expect(await example.textContent()).toMatch(/^广东省广东[\d,]+$/);
  const changed = async () => numberIn(await mapped.getByText(/changed$/).textContent());
  expect(await changed()).toBe(numberIn(await example.locator('span').textContent()));
  await lines
    .nth(2)
    .getByText(/people set apart$/)
    .waitFor();
  await mapped.getByRole('button', { name: 'province: replace texts (1)', exact: true }).click();
  const before = await changed();
  const proposed = await mapped.getByRole('button', { name: /^浙江省/ }).textContent();
  await mapped.getByRole('textbox', { name: 'Write 1' }).evaluate((cell) => {
    const data = new DataTransfer();
    data.setData('text/plain', '浙江省\t浙江\n江苏省\t江苏\n');
    cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await mapped.getByRole('button', { name: 'province: replace texts (3)', exact: true }).waitFor();
  await counted(page);
  expect(await changed()).toBeGreaterThanOrEqual(before + numberIn(proposed));
  expect(await faults(page)).toEqual([]);
  await mapped.getByRole('button', { name: 'province: replace texts (3)', exact: true }).press('Alt+ArrowDown');
  await lines.nth(2).getByRole('button', { name: 'province: replace texts (3)', exact: true }).waitFor();
  await page.getByRole('button', { name: /^Undo/ }).click();
  await lines.nth(1).getByRole('button', { name: 'province: replace texts (3)', exact: true }).waitFor();
  await page.context().close();
});

test('the groups of a split say the smallest rise they can show, for the rate that is typed', async () => {
  const page = await studio.page(`/flows/${id}?node=test`);
  await counted(page);
  const effect = page.getByRole('region', { name: 'What these groups can show' });
  const said = async () => (await effect.getByRole('status').textContent()) ?? '';
  expect(await said()).toMatch(/^With [1-9][\d,]+ people in Hold-out and [\d,]+ in Treated, a rise from 5 % to 7\.\d+ %/);
  const rate = effect.getByRole('textbox', { name: 'Expected rate in Hold-out' });
  await rate.fill('20');
  await rate.press('Enter');
  expect(await said()).toMatch(/from 20 % to 23\.\d+ %/);
  expect(await effect.getByRole('row').count()).toBe(7);
  expect(await faults(page)).toEqual([]);
  await page.context().close();
});
