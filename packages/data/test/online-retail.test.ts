// Half a million real invoice lines: every row accounted for, and the profile equal to the published one.
import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { expect, it } from 'vitest';
import { XzReadableStream } from 'xz-decompress';
import { importFile, profile } from '../src/import-file.ts';
import { openTable } from '../src/table/open-table.ts';
import { rowOf } from '../src/table/records.ts';
import { realData, scratch, unwrapped } from './support.ts';

const packed = realData('data', 'online_retail.csv.xz');
const oracle = realData('oracles', 'online_retail.json');

interface Published {
  readonly rows: number;
  readonly customers: number;
  readonly null_customer_rows: number;
  readonly invoices: number;
  readonly cancel_lines: number;
  readonly negative_quantity: number;
  readonly price_le_0: number;
  readonly countries: number;
  readonly stock_codes: number;
  readonly null_description: number;
  readonly exact_duplicate_rows: number;
  readonly first: string;
  readonly last: string;
  readonly net_value: number;
}

async function unpack(from: string): Promise<string> {
  const to = join(scratch(), 'online_retail.csv');
  const stream = new XzReadableStream(Readable.toWeb(createReadStream(from)) as never);
  await pipeline(Readable.fromWeb(stream as unknown as ReadableStream), createWriteStream(to));
  return to;
}

it.skipIf(packed === undefined || oracle === undefined)(
  'Online Retail',
  async () => {
    const { profile: want } = JSON.parse(readFileSync(oracle ?? '', 'utf8')) as { profile: Published };
    const source = await unpack(packed ?? '');
    const profiled = unwrapped(await profile({ source }));
    const column = (name: string) => profiled.columns.find((own) => own.name === name);
    expect(profiled).toMatchObject({
      rows: want.rows,
      rejected: 0,
      duplicateRows: want.exact_duplicate_rows,
      encoding: 'utf-8',
      delimiter: ',',
    });
    expect(profiled.suggested).toMatchObject({ customer: 'CustomerID', time: 'InvoiceDate' });
    expect(column('InvoiceNo')?.stats.distinct).toBe(want.invoices);
    expect(column('StockCode')?.stats.distinct).toBe(want.stock_codes);
    expect(column('Country')?.stats.distinct).toBe(want.countries);
    expect(column('Description')?.stats.missing).toBe(want.null_description);
    expect(column('InvoiceDate')?.stats).toMatchObject({
      min: `${want.first.replace(' ', 'T')}.000Z`,
      max: `${want.last.replace(' ', 'T')}.000Z`,
    });

    const generation = unwrapped(await importFile({ source, into: scratch(), dataset: { kind: 'collection' } }));
    const { manifest } = generation;
    expect(manifest).toMatchObject({
      rows: want.rows,
      rejected: 0,
      withoutCustomer: want.null_customer_rows,
      duplicateRows: want.exact_duplicate_rows,
      asOf: '2011-12-09',
    });

    const opened = unwrapped(openTable({ collections: { orders: generation.dir }, verify: true }));
    const { table } = opened;
    expect(table.rows).toBe(want.customers);
    expect(table.key.dictionary.slice(1, 3)).toEqual(['12346', '12347']);
    const orders = table.collections.orders;
    const quantity = orders?.fields.Quantity;
    const price = orders?.fields.UnitPrice;
    const invoice = orders?.fields.InvoiceNo;
    if (orders === undefined || quantity?.type !== 'number' || price?.type !== 'number' || invoice?.type !== 'string')
      throw new Error('columns are missing');
    const all = quantity.values.reduce((sum, value, i) => sum + value * (price.values[i] ?? 0), 0);
    expect(all).toBeCloseTo(want.net_value, 3);
    expect(quantity.values.filter((value) => value < 0).length).toBe(want.negative_quantity);
    expect(price.values.filter((value) => value <= 0).length).toBe(want.price_le_0);
    expect(invoice.codes.filter((code) => invoice.dictionary[code]?.startsWith('C')).length).toBe(want.cancel_lines);
    const row = rowOf(opened, '17850');
    expect((orders.end[row] ?? 0) - (orders.start[row] ?? 0)).toBe(312);
    expect(orders.end[table.rows - 1]).toBe(want.rows - want.null_customer_rows);
  },
  120_000,
);
