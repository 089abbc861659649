// Writing formulas: mistakes with their place, suggestions, repairs, undo, input methods. On the built studio and a real runtime.
import type { Flow } from '@tierflow/flow';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { card, counted, focusCanvas, type PageOptions, type StudioUnderTest, startStudio } from './studio.ts';

let studio: StudioUnderTest;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio?.stop());
afterEach(() => expect(studio.complaints()).toEqual([]));

interface Opened {
  readonly page: Page;
  readonly id: string;
  /** The first formula of the node. */
  readonly field: Locator;
}

/** The win-back flow with its formula node selected. */
async function open(options: PageOptions = {}): Promise<Opened> {
  const id = await studio.copy('win-back');
  const page = await studio.page(`/flows/${id}`, options);
  await counted(page);
  // Beside the number, which opens the people.
  await card(page, 'value').click({ position: { x: 60, y: 14 } });
  const field = page.locator('[data-field="columns.0.expr"]');
  await field.locator('.view-lines').waitFor();
  return { page, id, field };
}

/** The text in the field, as it is read. */
async function textOf(field: Locator): Promise<string> {
  return ((await field.locator('.view-lines').textContent()) ?? '').replaceAll('\u00a0', ' ').replaceAll('\n', '').trim();
}

async function write(page: Page, field: Locator, text: string): Promise<void> {
  await field.locator('.view-lines').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

async function exprOf(id: string): Promise<unknown> {
  const flow: Flow = await studio.draft(id);
  const config = flow.nodes.find((node) => node.id === 'value')?.config as { readonly columns: readonly { readonly expr: string }[] };
  return config.columns[0]?.expr;
}

/** Left and right end of the wavy line, and of a word of the text, in pixels. */
async function markedWord(field: Locator, word: string): Promise<{ readonly mark: readonly number[]; readonly word: readonly number[] }> {
  const mark = await field.locator('.squiggly-error').first().boundingBox();
  const found = await field
    .locator('.view-line')
    .first()
    .evaluate((line, wanted) => {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const { left, right } = range.getBoundingClientRect();
        return [left, right];
      }
      return [];
    }, word);
  return { mark: mark === null ? [] : [Math.round(mark.x), Math.round(mark.x + mark.width)], word: found.map(Math.round) };
}

describe('mistakes', () => {
  test('are marked at their characters, said in the language of the page, and repaired', async () => {
    const { page, id, field } = await open();
    await write(page, field, '$round(spnt / purchases, 2)');
    await field.locator('.squiggly-error').waitFor();
    const { mark, word } = await markedWord(field, 'spnt');
    expect(mark).toEqual(word);
    await field.getByText('There is no field “spnt” here. Did you mean “spent”?').waitFor();
    await page.getByRole('button', { name: 'Language', exact: true }).click();
    await page.getByRole('menuitemradio', { name: '简体中文' }).click();
    await field.getByText('这里没有字段“spnt”。是不是“spent”？').waitFor();
    expect(await textOf(field)).toBe('$round(spnt / purchases, 2)');
    await field.getByRole('button', { name: '修正' }).click();
    await expect.poll(() => textOf(field)).toBe('$round(spent / purchases, 2)');
    await field.locator('.squiggly-error').waitFor({ state: 'detached' });
    await expect.poll(() => exprOf(id), { timeout: 5000 }).toBe('$round(spent / purchases, 2)');
    await page.context().close();
  });

  test('a quick fix repairs the text', async () => {
    const { page, field } = await open();
    await write(page, field, '1234567 + 1234567 + spnt * 2');
    await field.locator('.squiggly-error').waitFor();
    for (let at = 0; at < 4; at++) await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Control+.');
    const fix = page.getByText('Write “spent”');
    await fix.waitFor();
    // All of the menu is in the window, however near its border it opens.
    await expect
      .poll(() =>
        page
          .locator('.action-widget')
          .first()
          .evaluate((menu) => menu.getBoundingClientRect().right),
      )
      .toBeLessThan(1440);
    await fix.click();
    await expect.poll(() => textOf(field)).toBe('1234567 + 1234567 + spent * 2');
    await field.locator('.squiggly-error').waitFor({ state: 'detached' });
    await page.context().close();
  });
});

describe('help', () => {
  test('a suggestion puts in a field, a function opens its brackets and tells its arguments', async () => {
    const { page, field } = await open();
    await write(page, field, 'purch');
    await page.locator('.suggest-widget.visible').getByText('purchases').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => textOf(field)).toBe('purchases');
    await page.keyboard.type(' + $roun');
    await page.locator('.suggest-widget.visible').getByText('$round').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => textOf(field)).toBe('purchases + $round()');
    await page.locator('.parameter-hints-widget.visible').getByText(', decimals?)').waitFor();
    await page.context().close();
  });

  test('the formula is said in words, and its parts have values for a customer', async () => {
    const { page, field } = await open({ language: 'zh-CN', theme: 'dark' });
    await write(page, field, '$count(orders[status = "paid"]) + purchases');
    await field.getByText('（status 为“paid”的 orders 的条数） + purchases').waitFor();
    await field.getByRole('button', { name: '显示某位客户的取值' }).click();
    await page.keyboard.type('C0000004');
    await page.getByRole('option', { name: /C0000004/ }).click();
    const values = field.getByRole('region', { name: 'C0000004 的取值' });
    await values.getByRole('row', { name: /^purchases/ }).waitFor();
    const cells = await values.getByRole('cell').allInnerTexts();
    const [whole = 0, paid = 0, purchases = 0] = cells.map(Number);
    expect(paid).toBeGreaterThan(0);
    expect(whole).toBe(paid + purchases);
    await page.context().close();
  });

  test('the reference of the language opens beside a formula, finds a function, and gives the formula back', async () => {
    const { page, field } = await open({ language: 'zh-CN' });
    await field.locator('.view-lines').click();
    await field.getByRole('button', { name: '公式语言' }).click();
    const drawer = page.getByRole('dialog', { name: '公式语言' });
    await drawer.getByRole('textbox').fill('$round');
    await drawer.getByRole('heading', { name: '$round', exact: true }).waitFor();
    await expect.poll(() => drawer.textContent()).toContain('四舍六入五成双');
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    await expect.poll(() => field.evaluate((part) => part.contains(document.activeElement))).toBe(true);
    await page.context().close();
  });
});

describe('keys', () => {
  test('undo inside takes back text only; Ctrl+Enter keeps the formula, and undo outside takes that back', async () => {
    const { page, id, field } = await open();
    const before = await textOf(field);
    await write(page, field, 'spent + 1');
    await page.keyboard.press('Control+z');
    await expect.poll(() => textOf(field)).not.toBe('spent + 1');
    await page.keyboard.press('Control+y');
    await expect.poll(() => textOf(field)).toBe('spent + 1');
    expect(await page.getByRole('button', { name: 'Nothing to undo' }).isDisabled()).toBe(true);
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => exprOf(id), { timeout: 5000 }).toBe('spent + 1');
    await focusCanvas(page);
    await page.keyboard.press('Control+z');
    await expect.poll(() => textOf(field)).toBe(before);
    await page.context().close();
  });

  test('Escape closes the list, then drops what was typed and goes back to the row; Tab goes on; the sheet names the keys', async () => {
    const { page, id, field } = await open();
    const before = await textOf(field);
    const focusedRole = () => page.evaluate(() => document.activeElement?.getAttribute('role'));
    await write(page, field, '1 + spe');
    const list = page.locator('.suggest-widget.visible');
    await list.waitFor();
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });
    expect(await textOf(field)).toBe('1 + spe');
    expect(await focusedRole()).toBe('textbox');
    await page.keyboard.press('Escape');
    await expect.poll(() => textOf(field)).toBe(before);
    expect(await focusedRole()).toBe('group');
    // Faster than the page shows what was typed.
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('12 ');
    await page.keyboard.press('Escape');
    await expect.poll(() => textOf(field)).toBe(before);
    await page.keyboard.press('Enter');
    expect(await focusedRole()).toBe('textbox');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.monaco-editor') === null)).toBe(true);
    expect(await page.getByRole('button', { name: 'Nothing to undo' }).isDisabled()).toBe(true);
    expect(await exprOf(id)).toBe(before);
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('Keep what is written').waitFor();
    await page.context().close();
  });

  test('what is kept changes the counts', async () => {
    const { page } = await open();
    const numbers = () => card(page, 'overdue').locator('button[title*="customers"]').allInnerTexts();
    const before = await numbers();
    await write(page, page.locator('[data-field="columns.2.expr"]'), '1 = 1 ? 0');
    await page.keyboard.press('Control+Enter');
    await expect.poll(numbers).not.toEqual(before);
    await expect.poll(async () => (await numbers())[0]).toBe('0');
    await page.context().close();
  });
});

test('Enter and Escape while an input method composes neither keep nor drop the formula, nor break the line', async () => {
  const { page, field } = await open({ language: 'zh-CN' });
  await write(page, field, 'name = "');
  const keys = await page.context().newCDPSession(page);
  const compose = (text: string) => keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  // What browsers send for a key that the input method takes.
  const press = async (code: string, modifiers = 0) => {
    const taken = { key: 'Process', code, modifiers, windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 };
    await keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...taken });
    await keys.send('Input.dispatchKeyEvent', { type: 'keyUp', ...taken });
  };
  for (const text of ['b', 'beij', 'beijing']) await compose(text);
  await press('Enter');
  await press('Enter', 2);
  await press('Escape');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('textbox');
  await compose('北京');
  await keys.send('Input.insertText', { text: '北京' });
  await expect.poll(() => textOf(field)).toBe('name = "北京"');
  expect(await field.locator('.view-line').count()).toBe(1);
  expect(await page.getByRole('button', { name: '没有可撤销的操作' }).isDisabled()).toBe(true);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: /^撤销：/ }).waitFor();
  await page.context().close();
});

test('a problem leads into the text; keys of the page are handed on', async () => {
  const { page, field } = await open();
  await write(page, field, 'spnt');
  await page.keyboard.press('Control+Enter');
  await focusCanvas(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Problems/ }).click();
  await page.getByRole('button', { name: /There is no field “spnt” here/ }).click();
  await field.locator('.native-edit-context:focus').waitFor();
  await page.evaluate(() => {
    window.addEventListener('keydown', (event) => {
      if (event.key === 'k' && event.ctrlKey && event.target === window) document.title = 'handed on';
    });
  });
  await page.keyboard.press('Control+k');
  await expect.poll(() => page.title()).toBe('handed on');
  await page.context().close();
});
