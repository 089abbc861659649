// Testing one customer: found with the keyboard, never by a key that belongs to an input method, and the same answer as the published definition.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { card, counted, focusCanvas, type StudioUnderTest, startStudio } from './studio.ts';

let studio: StudioUnderTest;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio?.stop());
afterEach(() => expect(studio.complaints()).toEqual([]));

interface Decision {
  readonly tier: string | null;
  readonly score: number | null;
}

async function decide(flow: string, key: string): Promise<Decision> {
  const answer = await fetch(`${studio.url}/v1/decide/${flow}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ key, asOf: '2026-10-31' }),
  });
  return (await answer.json()) as Decision;
}

async function testKey(page: Page, key: string): Promise<{ readonly tier: string; readonly text: string }> {
  const panel = page.locator('[data-region="test"]');
  const field = panel.getByRole('combobox');
  if ((await field.count()) === 0) await panel.getByRole('button', { name: 'Another' }).click();
  await field.fill(key);
  await panel.getByRole('option').filter({ hasText: key }).first().waitFor();
  await field.press('Enter');
  const verdict = panel.locator('section[data-tier]').filter({ hasText: key });
  await verdict.waitFor();
  return { tier: (await verdict.getAttribute('data-tier')) ?? '', text: (await verdict.textContent()) ?? '' };
}

test.each([
  { flow: 'rfm-five-tiers', keys: ['C0000004', 'C0000009', 'C0000005', 'C0000001', 'C0000002'] },
  { flow: 'b2b-grading', keys: ['A00001', 'A00007', 'A00100'] },
])('$flow: the tested customer has the tier that the published definition decides', async ({ flow, keys }) => {
  const page = await studio.page(`/flows/${flow}`);
  await counted(page);
  await focusCanvas(page);
  await page.keyboard.press('t');
  for (const key of keys) {
    const decision = await decide(flow, key);
    const shown = await testKey(page, key);
    expect(shown.tier, key).toBe(decision.tier ?? '');
    if (decision.score !== null) expect(shown.text).toContain(`Score ${Number(decision.score.toFixed(6))}`);
  }
  await page.context().close();
});

test('contributions add up to the score, and the next tier is named', async () => {
  const page = await studio.page('/flows/rfm-five-tiers');
  await counted(page);
  await page.getByRole('button', { name: 'Test a customer' }).click();
  const { text } = await testKey(page, 'C0000004');
  expect(text).toContain('0.3 more to Silver (from 2.2)');
  const parts = page.locator('[data-region="test"] table');
  const amounts = await parts.locator('tr td:last-child').allInnerTexts();
  const numbers = amounts.map((amount) => Number(amount.replace('−', '-').replace('+', '')));
  const sum = numbers.slice(0, -1).reduce((total, amount) => total + amount, 0);
  expect(sum).toBeCloseTo(numbers.at(-1) ?? Number.NaN, 6);
  await page.context().close();
});

test('an edit is followed at once', async () => {
  const id = await studio.copy('rfm-five-tiers');
  const page = await studio.page(`/flows/${id}`);
  await counted(page);
  await focusCanvas(page);
  await page.keyboard.press('t');
  expect((await testKey(page, 'C0000009')).tier).toBe('diamond');
  await card(page, 'bought').focus();
  await page.evaluate(() => document.querySelector<HTMLElement>('[data-id="bought"]')?.click());
  await page.keyboard.press('Delete');
  await expect.poll(() => page.locator('[data-region="test"] section[data-tier]').getAttribute('data-tier')).toBe('');
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.locator('[data-region="test"] section[data-tier]').getAttribute('data-tier')).toBe('diamond');
  await page.context().close();
});

test('Enter that ends a composition tests nobody; Escape leaves', async () => {
  const page = await studio.page('/flows/rfm-five-tiers', { language: 'zh-CN' });
  await counted(page);
  await focusCanvas(page);
  await page.keyboard.press('t');
  const panel = page.locator('[data-region="test"]');
  await panel.getByRole('option').first().waitFor();
  await panel.getByRole('combobox').focus();
  const debug = await page.context().newCDPSession(page);
  await debug.send('Input.imeSetComposition', { text: 'chen', selectionStart: 4, selectionEnd: 4 });
  await debug.send('Input.dispatchKeyEvent', { type: 'keyDown', windowsVirtualKeyCode: 229, key: 'Enter', code: 'Enter' });
  await debug.send('Input.insertText', { text: '陈' });
  await panel.getByRole('option').filter({ hasText: '陈' }).first().waitFor();
  expect(await panel.locator('section[data-tier]').count()).toBe(0);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await panel.locator('section[data-tier]').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => panel.count()).toBe(0);
  expect(await page.locator('[data-path]').count()).toBe(0);
  await page.context().close();
});

test('what would move them is told, tried, and switched off for the whole flow as one step', async () => {
  const id = await studio.copy('rfm-five-tiers');
  const page = await studio.page(`/flows/${id}`);
  await counted(page);
  await focusCanvas(page);
  await page.keyboard.press('t');
  await testKey(page, 'C0000005');
  const section = page.getByRole('region', { name: 'What would move them' });
  const { moves } = (await (
    await fetch(`${studio.url}/v1/flows/${id}/explain`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ key: 'C0000005' }),
    })
  ).json()) as { moves: { moves: { lever: { kind: string }; next: { size: number } | null }[] } };
  const lines = moves.moves.find(({ lever }) => lever.kind === 'lines')?.next?.size ?? 0;
  const row = section.locator('[data-lever^="lines"]');
  await expect.poll(() => row.textContent()).toContain(`${lines} more line${lines === 1 ? '' : 's'} in orders`);
  // A switch hides its input; the keys work it.
  await row.getByRole('switch').focus();
  await page.keyboard.press('Space');
  await expect.poll(() => row.count()).toBe(0);
  await expect.poll(async () => (await studio.draft(id)).levers).toEqual([{ collection: 'orders', actionable: false }]);
  await focusCanvas(page);
  await page.keyboard.press('Control+z');
  await row.waitFor();

  await page.keyboard.press('Escape');
  await card(page, 'tiers').click();
  await page.getByRole('tab', { name: 'Results' }).click();
  const tiers = page.getByRole('region', { name: 'To a better tier' });
  await tiers.getByRole('button', { name: 'Gold' }).click();
  await tiers.getByText(/^Exact: all [\d,]+ people\.$/).waitFor();
  await tiers.getByRole('button', { name: 'orders: more lines' }).click();
  const people = await tiers.locator('table td:nth-child(2)').allInnerTexts();
  expect(people.map((text) => Number(text.replaceAll(',', '')))).toEqual(
    people.map((text) => Number(text.replaceAll(',', ''))).toSorted((a, b) => a - b),
  );
  await tiers
    .getByRole('button', { name: /^Test C/ })
    .first()
    .click();
  await page.locator('[data-region="test"] section[data-tier="gold"]').waitFor();
  await page.context().close();
});
