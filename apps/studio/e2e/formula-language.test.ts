// The reference of the formula language opens beside a formula, finds functions, and gives the formula back. On the built studio.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { card, counted, type StudioUnderTest, startStudio } from './studio.ts';

let studio: StudioUnderTest;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio?.stop());
afterEach(() => expect(studio.complaints()).toEqual([]));

test('the reference opens beside a formula, finds a function, and gives the formula back', async () => {
  const id = await studio.copy('win-back');
  const page = await studio.page(`/flows/${id}`, { language: 'zh-CN' });
  await counted(page);
  await card(page, 'value').click({ position: { x: 60, y: 14 } });
  const field = page.locator('[data-field="columns.0.expr"]');
  await field.locator('.view-lines').click();
  await field.getByRole('button', { name: '公式语言' }).click();
  const drawer = page.getByRole('dialog', { name: '公式语言' });
  await drawer.getByRole('textbox').fill('$round');
  await drawer.getByRole('heading', { name: '$round', exact: true }).waitFor();
  await expect.poll(() => drawer.textContent()).toContain('四舍六入五成双');
  expect(await drawer.textContent()).toContain('426.67');
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
  await expect.poll(() => field.evaluate((part) => part.contains(document.activeElement))).toBe(true);
});
