// ABC classes of customers, products and countries of the real invoice lines, held against the published figures.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { invoiceLines, oracle, orders, packed, sold } from './online-retail.ts';
import { csvRows, file, scratch, tierflow } from './support.ts';

interface Classes {
  readonly A: number;
  readonly B: number;
  readonly C: number;
  readonly shareA: number;
  readonly shareB: number;
  readonly shareC: number;
}

type Oracle = {
  readonly abc: {
    readonly [what: string]: { readonly cum_le: Classes; readonly prev_lt: Classes; readonly n: number; readonly total: number };
  };
};

const flowOf = (key: string) => ({
  format: 'tierflow/flow@1',
  id: 'abc',
  title: 'ABC',
  timeZone: 'Europe/London',
  data: { orders: orders(key) },
  nodes: [
    { id: 'src', kind: 'source', config: { data: 'orders' } },
    {
      id: 'sum',
      kind: 'aggregate',
      config: { from: 'orders', features: [{ name: 'total', fn: 'sum', value: { expr: 'Quantity * UnitPrice' }, where: sold(key) }] },
    },
    { id: 'abc', kind: 'abc', config: { value: 'total', as: 'crossing' } },
    { id: 'within', kind: 'abc', config: { value: 'total', rule: 'within', as: 'within' } },
  ],
  edges: [
    { from: 'src', to: 'sum' },
    { from: 'sum', to: 'abc' },
    { from: 'abc', to: 'within' },
  ],
});

it.skipIf(packed === undefined || oracle === undefined)(
  'Online Retail: ABC of customers, products and countries as published',
  async () => {
    const { abc } = JSON.parse(readFileSync(oracle ?? '', 'utf8')) as Oracle;
    const dir = scratch();
    const source = await invoiceLines(dir);
    for (const [what, key] of Object.entries({ abc_customer: 'CustomerID', abc_product: 'StockCode', abc_country: 'Country' })) {
      const want = abc[what];
      const out = join(dir, `${what}.csv`);
      const flow = file(dir, `${what}.json`, flowOf(key));
      const ran = await tierflow(['run', flow, '--data', `orders=${source}`, '--as-of', '2011-12-10', '--out', out]);
      expect(ran, ran.err).toMatchObject({ code: 0 });
      const rows = csvRows(out).filter((row) => Number(row['total']) > 0);
      expect(rows.length).toBe(want?.n);
      for (const [column, figures] of [
        ['crossing', want?.prev_lt],
        ['within', want?.cum_le],
      ] as const) {
        for (const letter of ['A', 'B', 'C'] as const) {
          const members = rows.filter((row) => row[column] === letter);
          const sum = members.reduce((total, row) => total + Number(row['total']), 0);
          expect(members.length, `${what} ${column} ${letter}`).toBe(figures?.[letter]);
          expect(sum / (want?.total ?? 0)).toBeCloseTo(figures?.[`share${letter}`] ?? -1, 9);
        }
      }
    }
  },
  240_000,
);
