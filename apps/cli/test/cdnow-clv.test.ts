// The purchases of CDNOW's customers through `tierflow run`, held against the published models and forecasts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RunReport } from '../src/output/report.ts';
import { csvRows, file, realData, scratch, tierflow } from './support.ts';

const lines = realData('data', 'cdnow', 'CDNOW_sample.txt');
const oracle = realData('oracles', 'cdnow_clv.json');

interface Model {
  readonly own_fit: { readonly [name: string]: number };
  readonly tolerance: { readonly [name: string]: number };
}

interface Oracle {
  readonly counts: { readonly raw_rows: number; readonly customers: number; readonly customers_x0: number };
  readonly bgnbd: Model & {
    readonly conditional: readonly { readonly expected: number; readonly p_alive?: number; readonly tol: number }[];
    readonly holdout_total: { readonly expected: number; readonly tol: number };
    readonly holdout_by_calibration_frequency: { readonly customers: readonly number[] };
  };
  readonly pareto_nbd: Model & { readonly conditional: { readonly expected: number; readonly p_alive: number; readonly tol: number } };
  readonly gamma_gamma: Model & { readonly conditional_first10: readonly number[]; readonly abs_tol: number };
  readonly clv: {
    readonly correct_weekly_12_months: { readonly first10: readonly number[]; readonly total: number };
    readonly rel_tol: number;
  };
}

/** The blank-separated lines as CSV: the number within the sample, the day, CDs and dollars. */
function csv(text: string): string {
  const rows = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const day = (digits = ''): string => `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  return ['customer,day,cds,dollars', ...rows.map(([, id, date, cds, dollars]) => [id, day(date), cds, dollars].join(','))].join('\n');
}

const flow = (nodes: readonly { readonly id: string; readonly config: object }[]) => ({
  format: 'tierflow/flow@1',
  id: 'cdnow',
  title: 'CDNOW',
  timeZone: 'UTC',
  data: {
    orders: {
      customer: 'customer',
      time: 'day',
      fields: [
        { name: 'customer', type: 'string' },
        { name: 'day', type: 'date' },
        { name: 'dollars', type: 'number' },
      ],
    },
  },
  nodes: [{ id: 'src', kind: 'source', config: { data: 'orders' } }, ...nodes.map((node) => ({ ...node, kind: 'clv' }))],
  edges: nodes.map(({ id }, at) => ({ from: nodes[at - 1]?.id ?? 'src', to: id })),
});

/** Twelve months of 4.345 weeks at one per cent a month. */
const year = { from: 'orders', value: 'dollars', horizon: 12 * 4.345, discount: 1.01 ** 12 - 1 };

describe.skipIf(lines === undefined || oracle === undefined)('CDNOW from raw lines', () => {
  it('fits, forecasts and values as published', async () => {
    const want: Oracle = JSON.parse(readFileSync(oracle ?? '', 'utf8'));
    const dir = scratch();
    const nodes = [
      { id: 'year', config: { ...year, as: 'year_' } },
      { id: 'weeks39', config: { ...year, horizon: 39, as: 'holdout_' } },
      { id: 'weeks52', config: { from: 'orders', horizon: 52, as: 'next_' } },
      { id: 'pareto', config: { from: 'orders', model: 'paretonbd', as: 'pareto_' } },
      { id: 'days', config: { from: 'orders', unit: 'day', horizon: 273, as: 'days_' } },
    ];
    const out = join(dir, 'out.csv');
    const source = file(dir, 'orders.csv', csv(readFileSync(lines ?? '', 'utf8')));
    const ran = await tierflow([
      'run',
      file(dir, 'flow.json', flow(nodes)),
      '--data',
      `orders=${source}`,
      '--as-of',
      '1997-09-30',
      '--out',
      out,
      '--json',
    ]);
    expect(ran).toMatchObject({ code: 0 });
    const report = JSON.parse(ran.out) as RunReport;
    expect(report.dataset).toEqual({ rows: want.counts.raw_rows, rejected: 0, withoutCustomer: 0 });
    expect(report.nodes['year']).toEqual({ in: want.counts.customers, out: { out: want.counts.customers }, unknown: 0 });
    const rows = csvRows(out).toSorted((a, b) => Number(a['key']) - Number(b['key']));
    const numbers = (name: string): readonly number[] => rows.map((row) => Number(row[name]));
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

    const fitted = (id: string, names: readonly string[], { own_fit, tolerance }: Model) => {
      const values = report.parameters[id] as readonly number[];
      names.forEach((name, at) => {
        expect(Math.abs((values[at] ?? 0) - (own_fit[name] ?? 0)), `${id} ${name}`).toBeLessThanOrEqual(tolerance[name] ?? 0);
      });
    };
    fitted('year.model', ['r', 'alpha', 'a', 'b'], want.bgnbd);
    fitted('year.spending', ['p', 'q', 'gamma'], want.gamma_gamma);
    fitted('pareto.model', ['r', 'alpha', 's', 'beta'], want.pareto_nbd);
    const check = report.parameters['year.check'] as { readonly logLikelihood: number; readonly actual: readonly number[] };
    expect(Math.abs(check.logLikelihood - (want.bgnbd.own_fit['LL'] ?? 0))).toBeLessThanOrEqual(want.bgnbd.tolerance['LL'] ?? 0);
    expect(check.actual).toEqual(want.bgnbd.holdout_by_calibration_frequency.customers);

    const frequent = rows.findIndex((row) => Number(row['key']) === 1516);
    const [, known] = want.bgnbd.conditional;
    expect(Math.abs((numbers('next_purchases')[frequent] ?? 0) - (known?.expected ?? 0))).toBeLessThanOrEqual(known?.tol ?? 0);
    expect(numbers('next_alive')[frequent]).toBeCloseTo(known?.p_alive ?? 0, 5);
    expect(numbers('next_alive').filter((chance) => chance === 1).length).toBe(want.counts.customers_x0);
    const { expected, p_alive, tol } = want.pareto_nbd.conditional;
    expect(Math.abs((numbers('pareto_purchases')[frequent] ?? 0) - expected)).toBeLessThanOrEqual(tol);
    expect(Math.abs((numbers('pareto_alive')[frequent] ?? 0) - p_alive)).toBeLessThanOrEqual(tol);
    const holdout = want.bgnbd.holdout_total;
    expect(Math.abs(sum(numbers('holdout_purchases')) - holdout.expected)).toBeLessThanOrEqual(holdout.tol);
    expect(sum(numbers('days_purchases')) / sum(numbers('holdout_purchases'))).toBeCloseTo(1, 5);

    want.gamma_gamma.conditional_first10.forEach((amount, at) => {
      expect(Math.abs((numbers('year_spend')[at] ?? 0) - amount)).toBeLessThanOrEqual(want.gamma_gamma.abs_tol);
    });
    const { correct_weekly_12_months: worth, rel_tol } = want.clv;
    worth.first10.forEach((value, at) => {
      expect(Math.abs((numbers('year_clv')[at] ?? 0) / value - 1)).toBeLessThanOrEqual(rel_tol);
    });
    expect(Math.abs(sum(numbers('year_clv')) / worth.total - 1)).toBeLessThanOrEqual(rel_tol);
  }, 60_000);

  it('a published definition values one customer as the run did', async () => {
    const dir = scratch();
    const source = file(dir, 'orders.csv', csv(readFileSync(lines ?? '', 'utf8')));
    const definition = join(dir, 'definition.json');
    const flowFile = file(dir, 'flow.json', flow([{ id: 'clv', config: { ...year, horizon: 52 } }]));
    const compiled = await tierflow(['compile', flowFile, '--data', `orders=${source}`, '--as-of', '1997-09-30', '-o', definition]);
    expect(compiled).toMatchObject({ code: 0 });
    const orders = ['1997-01-10', '1997-03-01', '1997-08-20'].map((day, at) => ({ customer: 'new', day, dollars: 10 * (at + 1) }));
    const decided = await tierflow(
      ['decide', definition],
      `${JSON.stringify({ customer: 'new', orders })}\n${JSON.stringify({ customer: 'no', orders: [] })}\n`,
    );
    const [known, nobody] = decided.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { readonly scores: Record<string, number | null> });
    expect(nobody?.scores).toEqual({ alive: null, purchases: null, spend: null, clv: null });
    expect(known?.scores['alive']).toBeGreaterThan(0.7);
    expect(known?.scores['clv']).toBeLessThan((known?.scores['purchases'] ?? 0) * (known?.scores['spend'] ?? 0));
    const verified = await tierflow(['verify', definition]);
    expect(verified).toMatchObject({ code: 0 });
  }, 60_000);
});
