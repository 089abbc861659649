// Half a million real invoice lines through `tierflow run`, held against the published figures.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { RunReport } from '../src/output/report.ts';
import { invoiceLines, oracle, orders, packed, sold } from './online-retail.ts';
import { csvRows, file, scratch, tierflow } from './support.ts';

interface Oracle {
  readonly profile: { readonly rows: number; readonly customers: number; readonly null_customer_rows: number };
  readonly cleaned: { readonly rows: number; readonly customers: number; readonly invoices: number; readonly revenue: number };
  readonly rfm: {
    readonly n: number;
    readonly R_mean: number;
    readonly F_mean: number;
    readonly M_mean: number;
    readonly R_edges: readonly number[];
    readonly F_edges: readonly number[];
    readonly M_edges: readonly number[];
    readonly qcut: { readonly R: readonly number[]; readonly M: readonly number[]; readonly F_plain_ties_together: readonly number[] };
  };
}

const flow = {
  format: 'tierflow/flow@1',
  id: 'online-retail',
  title: 'Online Retail',
  timeZone: 'Europe/London',
  data: { orders: orders('CustomerID') },
  nodes: [
    { id: 'src', kind: 'source', config: { data: 'orders' } },
    { id: 'lines', kind: 'aggregate', config: { from: 'orders', features: [{ name: 'lines', fn: 'count', where: sold('CustomerID') }] } },
    {
      id: 'rfm',
      kind: 'rfm',
      config: {
        from: 'orders',
        where: sold('CustomerID'),
        frequency: { count: 'events', field: 'InvoiceNo' },
        monetary: { fn: 'sum', value: { expr: 'Quantity * UnitPrice' } },
        method: 'linear',
      },
    },
  ],
  edges: [
    { from: 'src', to: 'lines' },
    { from: 'lines', to: 'rfm' },
  ],
};

const scores = (rows: readonly { readonly [head: string]: string }[], name: string): readonly number[] =>
  ['1', '2', '3', '4', '5'].map((score) => rows.filter((row) => row[name] === score).length);

it.skipIf(packed === undefined || oracle === undefined)(
  'Online Retail: every line accounted for, sums and quintiles as published',
  async () => {
    const want = JSON.parse(readFileSync(oracle ?? '', 'utf8')) as Oracle;
    const dir = scratch();
    const source = await invoiceLines(dir);
    const out = join(dir, 'customers.csv');
    const ran = await tierflow([
      'run',
      file(dir, 'flow.json', flow),
      '--data',
      `orders=${source}`,
      '--as-of',
      '2011-12-10',
      '--out',
      out,
      '--json',
    ]);
    expect(ran).toMatchObject({ code: 0 });
    const report = JSON.parse(ran.out) as RunReport;
    expect(report.asOf).toBe('2011-12-10');
    expect(report.dataset).toEqual({ rows: want.profile.rows, rejected: 0, withoutCustomer: want.profile.null_customer_rows });
    expect(report.nodes['rfm']).toEqual({
      in: want.profile.customers,
      out: { out: want.profile.customers },
      unknown: want.profile.customers - want.cleaned.customers,
    });

    const all = csvRows(out);
    expect(all.length).toBe(want.profile.customers);
    const rows = all.filter((row) => row['R'] !== '');
    const sum = (name: string): number => rows.reduce((total, row) => total + Number(row[name]), 0);
    expect(rows.length).toBe(want.cleaned.customers);
    expect(sum('lines')).toBe(want.cleaned.rows);
    expect(sum('frequency')).toBe(want.cleaned.invoices);
    expect(Math.abs(sum('monetary') / want.cleaned.revenue - 1)).toBeLessThan(1e-9);
    expect(sum('recency') / want.rfm.n).toBeCloseTo(want.rfm.R_mean, 9);
    expect(sum('frequency') / want.rfm.n).toBeCloseTo(want.rfm.F_mean, 9);
    expect(sum('monetary') / want.rfm.n).toBeCloseTo(want.rfm.M_mean, 6);

    for (const dimension of ['R', 'F', 'M'] as const) {
      const cuts = report.parameters[`rfm.cuts${dimension}`] as readonly number[];
      want.rfm[`${dimension}_edges`].forEach((edge, at) => {
        expect(cuts[at], `${dimension} ${at}`).toBeCloseTo(edge, 6);
      });
    }
    expect(scores(rows, 'R')).toEqual(want.rfm.qcut.R);
    expect(scores(rows, 'F')).toEqual(want.rfm.qcut.F_plain_ties_together);
    expect(scores(rows, 'M')).toEqual(want.rfm.qcut.M);
  },
  240_000,
);
