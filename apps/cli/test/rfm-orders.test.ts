// The 995 customers of the rfm package's orders: its documented segment tables, group by group.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csvRows, file, realData, scratch, tierflow } from './support.ts';

const orders = realData('data', 'rfm', 'rfm_data_orders.csv');
const oracle = realData('oracles', 'rfm_orders.json');

type Range = readonly [number, number];

interface Totals {
  readonly customers: number;
  readonly orders: number;
  readonly revenue: number;
}

interface Oracle {
  readonly rules_readme: {
    readonly names: readonly string[];
    readonly R: readonly Range[];
    readonly F: readonly Range[];
    readonly M: readonly Range[];
  };
  readonly rules_test: { readonly names: readonly string[]; readonly R: readonly Range[]; readonly FM: readonly Range[] };
  readonly own: {
    readonly orders: {
      readonly readme_rules: { readonly [name: string]: Totals };
      readonly test_rules: { readonly [name: string]: Totals };
      readonly edges: { readonly R: readonly number[]; readonly F: readonly number[]; readonly M: readonly number[] };
      readonly score_counts: { readonly R: readonly number[]; readonly F: readonly number[]; readonly M: readonly number[] };
    };
  };
}

const idOf = (name: string): string => name.replaceAll(/[^A-Za-z]+/g, '-');

function groupsOf(rules: Oracle['rules_readme'] | Oracle['rules_test']) {
  return rules.names.map((name, at) => ({
    id: idOf(name),
    title: name,
    R: rules.R[at],
    F: ('FM' in rules ? rules.FM : rules.F)[at],
    M: ('FM' in rules ? rules.FM : rules.M)[at],
  }));
}

const flowWith = (rfm: object) => ({
  format: 'tierflow/flow@1',
  id: 'rfm-orders',
  title: 'RFM',
  timeZone: 'UTC',
  data: {
    orders: {
      customer: 'customer_id',
      time: 'order_date',
      fields: [
        { name: 'customer_id', type: 'string' },
        { name: 'order_date', type: 'date' },
        { name: 'revenue', type: 'number' },
      ],
    },
  },
  nodes: [
    { id: 'src', kind: 'source', config: { data: 'orders' } },
    { id: 'rfm', kind: 'rfm', config: { from: 'orders', monetary: { value: 'revenue' }, ...rfm } },
  ],
  edges: [{ from: 'src', to: 'rfm' }],
});

async function customersOf(rfm: object): Promise<readonly { readonly [head: string]: string }[]> {
  const dir = scratch();
  const out = join(dir, 'customers.csv');
  const ran = await tierflow([
    'run',
    file(dir, 'flow.json', flowWith(rfm)),
    '--data',
    `orders=${orders}`,
    '--as-of',
    '2006-12-31',
    '--out',
    out,
  ]);
  expect(ran, ran.err).toMatchObject({ code: 0 });
  return csvRows(out);
}

function totals(rows: readonly { readonly [head: string]: string }[]): { readonly [group: string]: Totals } {
  const found: { [group: string]: Totals } = {};
  for (const row of rows) {
    const { customers = 0, orders: count = 0, revenue = 0 } = found[row['group'] ?? ''] ?? {};
    found[row['group'] ?? ''] = {
      customers: customers + 1,
      orders: count + Number(row['frequency']),
      revenue: revenue + Number(row['monetary']),
    };
  }
  return found;
}

const counts = (rows: readonly { readonly [head: string]: string }[], name: string): readonly number[] =>
  ['1', '2', '3', '4', '5'].map((score) => rows.filter((row) => row[name] === score).length);

describe.skipIf(orders === undefined || oracle === undefined)('rfm orders', () => {
  const want = (): Oracle => JSON.parse(readFileSync(oracle ?? '', 'utf8')) as Oracle;

  it.each(['readme', 'test'] as const)('documented edges, closed left, give the documented segments of the %s rules', async (which) => {
    const { own, rules_readme, rules_test } = want();
    const groups = groupsOf(which === 'readme' ? rules_readme : rules_test);
    const rows = await customersOf({ method: 'fixed', closed: 'left', cuts: own.orders.edges, groups });
    expect(rows.length).toBe(995);
    for (const dimension of ['R', 'F', 'M'] as const) expect(counts(rows, dimension)).toEqual(own.orders.score_counts[dimension]);
    const documented = Object.entries(which === 'readme' ? own.orders.readme_rules : own.orders.test_rules);
    expect(totals(rows)).toEqual(
      Object.fromEntries(documented.map(([name, values]) => [name === 'Others' ? 'others' : idOf(name), values])),
    );
  });

  it('our linear method differs: it cuts at the type-7 quantiles themselves, not at them plus 1, and a value at a cut is in the lower bin', async () => {
    const { own } = want();
    const rows = await customersOf({ method: 'linear' });
    // Days, orders and revenue are whole here. Where a quantile is whole, v < quantile + 1 and v ≤ quantile take the same people …
    expect(counts(rows, 'F')).toEqual(own.orders.score_counts.F);
    // … and where it lies between two whole numbers (296.4 days; 254.8 and 505.4 of revenue), one or two people more are below v < quantile + 1.
    expect(counts(rows, 'R')).toEqual([197, 201, 198, 199, 200]);
    expect(counts(rows, 'M')).toEqual([199, 201, 197, 203, 195]);
    expect(own.orders.score_counts).toMatchObject({ R: [197, 200, 199, 199, 200], M: [200, 200, 198, 202, 195] });
  });
});
