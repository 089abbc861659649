// The retail data: the same bytes everywhere, and facts that a shop's data should show.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badCustomers, badOrders } from '../src/retail/dirt.ts';
import { generateRetail, type RetailFiles } from '../src/retail/generate.ts';
import { retailCustomers, retailOrders } from '../src/retail/schema.ts';
import { headerOf } from '../src/schema.ts';
import { type ReadFile, type Row, readCsv } from './read-csv.ts';

const root = mkdtempSync(join(tmpdir(), 'tierflow-retail-'));
let files: RetailFiles;
let customers: ReadFile;
let orders: ReadFile;
let good: readonly Row[];
let seconds: number;

beforeAll(async () => {
  const start = performance.now();
  files = await generateRetail({ dir: join(root, 'default') });
  seconds = (performance.now() - start) / 1000;
  customers = readCsv(files.customers.path);
  orders = readCsv(files.orders.path);
  good = orders.rows.filter((row) => !Number.isNaN(Number(row['amount'])));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('bytes', () => {
  it('are the same on every machine', () => {
    expect([files.customers.digest, files.orders.digest]).toEqual([
      'sha256:d531724b6170ba8c6992c33b2d4ee087347eccd27f5d69f290e6af83435bf37e',
      'sha256:5a93f2a022a7ec49ffe058dd30888306d21ee17be246efa7016dd19167c68664',
    ]);
  });

  it('change with the seed', async () => {
    const other = await generateRetail({ dir: join(root, 'seed'), seed: 2, customers: 50 });
    const same = await generateRetail({ dir: join(root, 'same'), seed: 1, customers: 50 });
    expect(other.customers.digest).not.toBe(same.customers.digest);
  });

  it('keep a customer the same whatever the size', async () => {
    const small = await generateRetail({ dir: join(root, 'small'), customers: 40 });
    const rows = readCsv(small.customers.path).rows.filter((row) => !row['customer_id']?.startsWith('C99'));
    expect(rows.slice(0, 39)).toEqual(customers.rows.slice(0, 39));
  });

  it('end on the same day whatever the size', async () => {
    for (const size of [1, 7]) {
      const tiny = await generateRetail({ dir: join(root, `tiny${size}`), customers: size });
      expect(lastDay(readCsv(tiny.orders.path).rows)).toBe('2026-10-31');
    }
  });

  it('are written fast enough for a first start', () => {
    expect(seconds).toBeLessThan(5);
  });

  it('refuse a size that makes no sense', async () => {
    await expect(generateRetail({ dir: root, customers: 0 })).rejects.toThrow(RangeError);
  });
});

describe('rows', () => {
  it('are as many as announced', () => {
    expect(files.customers).toMatchObject({ rows: 12_480, rejected: badCustomers.length, withoutCustomer: 0 });
    expect(customers.rows.length + customers.ragged).toBe(12_480 + badCustomers.length);
    expect(orders.rows.length + orders.ragged).toBe(files.orders.rows + badOrders.length);
    expect(good.length).toBe(files.orders.rows);
    expect(good.filter((row) => row['customer_id'] === '').length).toBe(files.orders.withoutCustomer);
    expect(files.orders.withoutCustomer).toBeGreaterThan(20);
  });

  it('have the columns of the schema, and values of its types', () => {
    for (const [file, rows] of [
      [retailCustomers, customers.rows.filter((row) => !row['customer_id']?.startsWith('C99'))],
      [retailOrders, good],
    ] as const) {
      expect(Object.keys(rows[0] ?? {})).toEqual(headerOf(file));
      for (const { name, type } of file.columns) expect(rows.filter((row) => !fits(row[name] ?? '', type)).length, name).toBe(0);
    }
  });

  it('have unique keys, and orders name customers that exist', () => {
    const ids = new Set(customers.rows.map((row) => row['customer_id']));
    expect(ids.size).toBe(customers.rows.length);
    expect(new Set(good.map((row) => row['order_id'])).size).toBe(good.length);
    expect(good.filter((row) => row['customer_id'] !== '' && !ids.has(row['customer_id'])).length).toBe(0);
  });
});

describe('people', () => {
  it('come back for the most part, some of them often', () => {
    const counts = [...perCustomer(good).values()].map((each) => each.length).sort((a, b) => a - b);
    expect(counts.filter((n) => n > 1).length / counts.length).toBeCloseTo(0.65, 1);
    expect(counts[Math.floor(counts.length / 2)]).toBeLessThanOrEqual(3);
    expect(counts.at(-1)).toBeGreaterThan(40);
    expect(counts.length / 12_480).toBeCloseTo(0.925, 1);
  });

  it('differ in value: the best fifth brings about two thirds', () => {
    const totals = [...perCustomer(good).values()]
      .map((rows) => rows.reduce((sum, row) => sum + Number(row['amount']), 0))
      .sort((a, b) => b - a);
    const sum = totals.reduce((a, b) => a + b, 0);
    const best = totals.slice(0, Math.floor(totals.length / 5)).reduce((a, b) => a + b, 0);
    expect(best / sum).toBeGreaterThan(0.55);
    expect(best / sum).toBeLessThan(0.78);
  });

  it('who bought lately visit the app more than those long gone', () => {
    const bought = perCustomer(good);
    const visits = (from: string, to: string) =>
      mean(
        customers.rows
          .filter((row) => row['app_visits_90d'] !== '' && inSpan(lastDay(bought.get(row['customer_id'] ?? '') ?? []), from, to))
          .map((row) => Number(row['app_visits_90d'])),
      );
    expect(visits('2026-08-01', '2026-10-31')).toBeGreaterThan(4 * visits('2024-01-01', '2025-06-30'));
  });

  it('leave about a third of the survey unanswered, and complainers are less content', () => {
    expect(customers.rows.filter((row) => row['satisfaction'] === '').length / customers.rows.length).toBeCloseTo(0.35, 1);
    const answered = customers.rows.filter((row) => row['satisfaction'] !== '');
    const score = (complained: boolean) =>
      mean(answered.filter((row) => Number(row['complaints']) > 0 === complained).map((row) => Number(row['satisfaction'])));
    expect(score(false) - score(true)).toBeGreaterThan(1);
  });

  it('spell their province in more than one way', () => {
    const spellings = new Set(customers.rows.map((row) => row['province']));
    for (const spelling of ['广东省', '广东', '内蒙古自治区', '内蒙古', '内蒙', '']) expect(spellings).toContain(spelling);
  });
});

describe('seasons', () => {
  it('peak on Double 11 and 618 of every year', () => {
    const byDay = countBy(good, (row) => row['ordered_at']?.slice(0, 10) ?? '');
    for (const year of [2024, 2025]) expect(byDay.get(`${year}-11-11`)).toBe(Math.max(...days(byDay, `${year}-09`, `${year + 1}-01`)));
    for (const year of [2024, 2025, 2026]) expect(byDay.get(`${year}-06-18`)).toBe(Math.max(...days(byDay, `${year}-04`, `${year}-08`)));
  });

  it('rise before the Spring Festival and fall in its week', () => {
    const byDay = countBy(good, (row) => row['ordered_at']?.slice(0, 10) ?? '');
    const before = mean(days(byDay, '2026-01-26', '2026-02-14'));
    const during = mean(days(byDay, '2026-02-17', '2026-02-23'));
    const after = mean(days(byDay, '2026-03-10', '2026-03-31'));
    expect(before).toBeGreaterThan(1.3 * after);
    expect(during).toBeLessThan(0.6 * after);
  });

  it('span three years and end on 2026-10-31', () => {
    expect(lastDay(good)).toBe('2026-10-31');
    expect(
      good
        .map((row) => row['ordered_at'] ?? '')
        .sort()[0]
        ?.slice(0, 7),
    ).toBe('2023-11');
  });

  it('bring some orders back', () => {
    const byStatus = countBy(good, (row) => row['status'] ?? '');
    expect((byStatus.get('returned') ?? 0) / good.length).toBeCloseTo(0.048, 2);
    expect([...byStatus.keys()].sort()).toEqual(['cancelled', 'paid', 'returned']);
  });
});

function perCustomer(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const named = rows.filter((row) => row['customer_id'] !== '');
  return Map.groupBy(named, (row) => row['customer_id'] ?? '');
}

function countBy(rows: readonly Row[], of: (row: Row) => string): ReadonlyMap<string, number> {
  return new Map([...Map.groupBy(rows, of)].map(([value, members]) => [value, members.length]));
}

function days(byDay: ReadonlyMap<string, number>, from: string, to: string): readonly number[] {
  return [...byDay].filter(([day]) => inSpan(day, from, to)).map(([, n]) => n);
}

function inSpan(day: string, from: string, to: string): boolean {
  return day >= from && day <= to;
}

function lastDay(rows: readonly Row[]): string {
  return (
    rows
      .map((row) => row['ordered_at'] ?? '')
      .sort()
      .at(-1) ?? ''
  ).slice(0, 10);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function fits(cell: string, type: string): boolean {
  if (cell === '') return true;
  if (type === 'number') return /^-?\d+(\.\d+)?$/.test(cell);
  if (type === 'boolean') return cell === 'true' || cell === 'false';
  if (type === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(cell);
  return type !== 'datetime' || /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(cell);
}
