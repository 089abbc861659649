// The B2B data: the same bytes everywhere, and facts that accounts and deals should show.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type B2bFiles, generateB2b } from '../src/b2b/generate.ts';
import { b2bAccounts, b2bDeals } from '../src/b2b/schema.ts';
import { headerOf } from '../src/schema.ts';
import { type Row, readCsv } from './read-csv.ts';

const root = mkdtempSync(join(tmpdir(), 'tierflow-b2b-'));
let files: B2bFiles;
let accounts: readonly Row[];
let deals: readonly Row[];

beforeAll(async () => {
  files = await generateB2b({ dir: root });
  accounts = readCsv(files.accounts.path).rows;
  deals = readCsv(files.deals.path).rows;
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

it('writes the same bytes on every machine', () => {
  expect([files.accounts.digest, files.deals.digest]).toEqual([
    'sha256:f09e453cbc7588f6cf01659408576fdc2c22329581986b4751d36d11327ee898',
    'sha256:69b7a729ee5cef13d0eab8ac727db320e0125a92ed54d770b75577b2a3a25abe',
  ]);
});

it('writes as many clean rows as announced, with the columns of the schema', () => {
  expect(accounts.length).toBe(3_200);
  expect(deals.length).toBe(files.deals.rows);
  expect(Object.keys(accounts[0] ?? {})).toEqual(headerOf(b2bAccounts));
  expect(Object.keys(deals[0] ?? {})).toEqual(headerOf(b2bDeals));
});

it('gives deals only to accounts that exist, and won ones to no prospect', () => {
  const status = new Map(accounts.map((row) => [row['account_id'], row['status']]));
  expect(deals.filter((row) => !status.has(row['account_id'])).length).toBe(0);
  expect(deals.filter((row) => row['stage'] === 'won' && status.get(row['account_id']) === 'prospect').length).toBe(0);
});

it('ends on 2026-10-31', () => {
  expect(
    deals
      .map((row) => row['closed_on'] ?? '')
      .sort()
      .at(-1),
  ).toBe('2026-10-31');
});

it('makes content accounts grow and large ones sign larger contracts', () => {
  const known = accounts.filter((row) => row['satisfaction'] !== '' && row['growth'] !== '');
  const growth = (from: number, to: number) =>
    mean(
      known.filter((row) => Number(row['satisfaction']) >= from && Number(row['satisfaction']) <= to).map((row) => Number(row['growth'])),
    );
  expect(growth(9, 10)).toBeGreaterThan(growth(1, 5) + 0.1);
  const contract = (from: number, to: number) =>
    mean(
      accounts
        .filter((row) => row['contract_value'] !== '' && Number(row['employees']) >= from && Number(row['employees']) < to)
        .map((row) => Number(row['contract_value'])),
    );
  expect(contract(500, 100_000)).toBeGreaterThan(3 * contract(1, 50));
});

it('quotes company names that hold a comma', () => {
  expect(accounts.some((row) => row['company']?.endsWith('Co., Ltd.'))).toBe(true);
});

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
