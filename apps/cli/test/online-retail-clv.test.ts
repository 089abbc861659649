// Lifetime value on Online Retail, where hardly anybody can be seen to leave: models run to their bound, say so, and stay finite.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { RunReport } from '../src/output/report.ts';
import { invoiceLines, orders, packed, sold } from './online-retail.ts';
import { csvRows, file, scratch, tierflow } from './support.ts';

const purchases = { from: 'orders', value: { expr: 'Quantity * UnitPrice' }, where: sold('CustomerID'), horizon: 13, discount: 0.1 };

const flow = {
  format: 'tierflow/flow@1',
  id: 'online-retail-clv',
  title: 'Online Retail',
  timeZone: 'Europe/London',
  data: { orders: orders('CustomerID') },
  nodes: [
    { id: 'src', kind: 'source', config: { data: 'orders' } },
    { id: 'bgnbd', kind: 'clv', config: { ...purchases, as: 'b_' } },
    { id: 'pareto', kind: 'clv', config: { ...purchases, model: 'paretonbd', as: 'p_' } },
  ],
  edges: [
    { from: 'src', to: 'bgnbd' },
    { from: 'bgnbd', to: 'pareto' },
  ],
};

it.skipIf(packed === undefined)(
  'Online Retail: a fit without an optimum inside its bounds warns; every customer with a purchase gets finite numbers',
  async () => {
    const dir = scratch();
    const source = await invoiceLines(dir);
    const out = join(dir, 'customers.csv');
    const asked = ['--data', `orders=${source}`, '--as-of', '2011-12-10', '--out', out, '--json'];
    const ran = await tierflow(['run', file(dir, 'flow.json', flow), ...asked]);
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.err).toContain('fit.at-bound');
    const report = JSON.parse(ran.out) as RunReport;
    expect(report.nodes['bgnbd']?.unknown).toBe(4372 - 4338);
    for (const id of ['bgnbd.model', 'pareto.model', 'bgnbd.spending']) {
      const values = report.parameters[id] as readonly number[];
      expect(
        values.every((value) => value > 0 && value < 1e6),
        `${id}: ${values}`,
      ).toBe(true);
    }
    const rows = csvRows(out).filter((row) => row['b_clv'] !== '');
    expect(rows.length).toBe(4338);
    for (const name of ['b_alive', 'b_purchases', 'b_clv', 'p_alive', 'p_purchases', 'p_clv'])
      expect(
        rows.every((row) => row[name] !== '' && Number(row[name]) >= 0 && Number.isFinite(Number(row[name]))),
        name,
      ).toBe(true);
  },
  240_000,
);
