// Importing through the wizard: Chinese files, pasted tables, refused rows, files that are no tables.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { counted, type StudioUnderTest, startStudio } from './studio.ts';

let studio: StudioUnderTest;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio?.stop());
/** Refusals that a test provoked are written to the console by the browser itself. */
afterEach(() => expect(studio.complaints().filter((text) => !text.includes('Failed to load resource'))).toEqual([]));

/** Five customers in GBK, with thousands separators in quotes. */
const gbk = Buffer.from(
  'v827p7HgusUs0NXD+yyzx8rQLM/7t9G98LbuLNfuvfzP+7fRDQpLMDAxLLPCz/7D9yy549bdLCIxLDI4MC41MCIsMjAyNi0wNS0wMQ0KSzAwMizN9be8LLPJtrwsOTYuMDAsMjAyNi0wNC0x' +
    'MQ0KSzAwMyzA7sTILLq81t0sIjgsMTIwLjM1IiwyMDI2LTA2LTMwDQpLMDA0LNXUx78ssbG+qSwiMTksODcwLjAwIiwyMDI2LTAzLTA4DQpLMDA1LMvvwPYszuS6uiwwLDIwMjUtMTItMzENCg==',
  'base64',
);

async function openWizard(language: 'en' | 'zh-CN' = 'en'): Promise<Page> {
  const page = await studio.page('/data/import', { language });
  await page.locator('input[type="file"]').waitFor({ state: 'attached' });
  return page;
}

async function give(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType: '', buffer });
}

test('a GBK file: recognised, shown, mapped, imported, and a flow made of it', async () => {
  const page = await openWizard('zh-CN');
  await give(page, '会员.csv', gbk);
  await page.getByRole('cell', { name: '陈晓明' }).waitFor();
  await expect.poll(() => page.getByRole('combobox', { name: '编码' }).inputValue()).toContain('GBK');
  await page.getByRole('button', { name: '下一步：字段' }).click();
  await page.getByRole('textbox', { name: '数据集名称' }).fill('members');
  expect(await page.getByRole('combobox', { name: '客户主键' }).inputValue()).toBe('客户编号');
  expect(await page.getByRole('combobox', { name: '消费金额 的类型' }).inputValue()).toBe('数值');
  expect(await page.getByRole('combobox', { name: '最近消费 的类型' }).inputValue()).toBe('日期');
  await page.getByRole('button', { name: '下一步：导入' }).click();
  await page.getByRole('button', { name: '导入', exact: true }).last().click();
  await page.getByText('“members”已导入').waitFor({ timeout: 30_000 });
  const set = (await (await fetch(`${studio.url}/v1/datasets/members`)).json()) as {
    rows: number;
    columns: { name: string; type: string; low: unknown; high: unknown }[];
  };
  expect(set.rows).toBe(5);
  expect(set.columns.find(({ name }) => name === '消费金额')).toMatchObject({ type: 'number', low: 0, high: 19870 });
  await page.getByRole('button', { name: '新建分群流程' }).click();
  await counted(page);
  await expect.poll(() => page.locator('.react-flow__node').textContent()).toContain('5');
  await page.context().close();
});

test('a wrong encoding shows it at once, and can be taken back', async () => {
  const page = await openWizard();
  await give(page, 'members.csv', gbk);
  await page.getByRole('cell', { name: '陈晓明' }).waitFor();
  await page.getByRole('combobox', { name: 'Encoding' }).click();
  await page.getByRole('option', { name: 'BIG5' }).click();
  await expect.poll(() => page.getByRole('cell', { name: '陈晓明' }).count()).toBe(0);
  await page.getByRole('combobox', { name: 'Encoding' }).click();
  await page.getByRole('option', { name: /GBK/ }).click();
  await page.getByRole('cell', { name: '陈晓明' }).waitFor();
  await page.getByRole('switch', { name: 'First line holds names' }).click({ force: true });
  await page.getByRole('columnheader', { name: /column_1/ }).waitFor();
  await page.context().close();
});

test('rows in = loaded + refused, with line and reason', async () => {
  const page = await openWizard();
  const good = Array.from({ length: 60 }, (_, at) => `C${at},${at * 10}`).join('\n');
  await give(page, 'sales.csv', Buffer.from(`customer_id,spent\n${good}\nC61,1,more\nC62\n`));
  await page.getByRole('cell', { name: 'C0', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Next: Columns' }).click();
  await page.getByRole('button', { name: 'Next: Import' }).click();
  await page.getByRole('button', { name: 'Import', exact: true }).last().click();
  await page.getByText('“sales” is imported').waitFor({ timeout: 30_000 });
  const words = await page.getByRole('status').allInnerTexts();
  expect(words.join(' ').replaceAll('\n', ' ')).toMatch(/62 rows.*60 loaded.*2 refused/);
  const rejects = page.getByRole('region', { name: 'Refused rows' });
  await rejects.getByRole('cell', { name: '62', exact: true }).waitFor();
  await rejects.getByRole('cell', { name: '63', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Open the data' }).click();
  await page.getByRole('heading', { name: 'sales' }).waitFor();
  await page.getByRole('region', { name: 'Refused rows' }).waitFor();
  await page.context().close();
});

test('files that are no tables are refused with a code', async () => {
  const page = await openWizard();
  const alert = page.getByRole('alert').filter({ hasText: 'Code' });
  for (const [name, content, code] of [
    ['empty.csv', Buffer.alloc(0), 'import.empty'],
    ['book.xlsx', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(4000, 7)]), 'import.'],
  ] as const) {
    await give(page, name, content);
    await alert.waitFor();
    expect(await alert.textContent()).toContain(code);
    await page.getByRole('button', { name: 'Another file' }).first().click();
    await page.locator('input[type="file"]').waitFor({ state: 'attached' });
  }
  await page.context().close();
});

test('a pasted table and the sample are imported like files', async () => {
  const page = await openWizard();
  await page.getByRole('textbox', { name: 'Paste a table' }).fill('customer_id\tcity\nP1\tOslo\nP2\tLyon\n');
  await page.getByRole('button', { name: 'Use what was pasted' }).click();
  await page.getByRole('cell', { name: 'Oslo' }).waitFor();
  await page.getByRole('button', { name: 'Another file' }).click();
  await page.getByRole('button', { name: 'Use the sample' }).click();
  await page.getByRole('cell', { name: 'Lin Wei' }).waitFor();
  await page.getByRole('button', { name: 'Next: Columns' }).click();
  await page.getByRole('button', { name: 'Next: Import' }).click();
  await page.getByRole('button', { name: 'Import', exact: true }).last().click();
  await page.getByText('“sample_customers” is imported').waitFor({ timeout: 30_000 });
  await page.context().close();
});
