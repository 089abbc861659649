// RFM against published results on real orders. Reads the folder named by TIERFLOW_REAL_DATA; without it the tests are skipped, and say so.
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { compile, dataSchemaOf } from '@tierflow/compiler';
import type { Definition } from '@tierflow/definition';
import { type ColumnData, sweep, tableOf } from '@tierflow/evaluator';
import { fit as fitted } from '@tierflow/fitting';
import { type Flow, flowSchema } from '@tierflow/flow';
import { describe, expect, it } from 'vitest';
import { XzReadableStream } from 'xz-decompress';
import { nodeKinds } from '../src/index.ts';

const folder = process.env['TIERFLOW_REAL_DATA'] ?? '';
const there = folder !== '' && existsSync(join(folder, 'oracles'));
const why = there ? '' : ' (skipped: TIERFLOW_REAL_DATA names no folder with data and oracles)';

type Line = { readonly [name: string]: string | number };
type Ranges = readonly (readonly [number, number])[];

interface Rules {
  readonly names: readonly string[];
  readonly R: Ranges;
  readonly F?: Ranges;
  readonly M?: Ranges;
  readonly FM?: Ranges;
}

function oracle(name: string): Record<string, never> {
  return JSON.parse(readFileSync(join(folder, 'oracles', name), 'utf8'));
}

/** Fields of a CSV text whose quotes hold no line breaks. */
function rowsOf(text: string): readonly (readonly string[])[] {
  const cells = (row: string): string[] =>
    [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((cell) => (cell[1] ?? cell[2] ?? '').replaceAll('""', '"'));
  return text.trimEnd().split(/\r?\n/).map(cells);
}

function records(lines: readonly Line[], collection: string): readonly object[] {
  const byCustomer = new Map<string, Line[]>();
  for (const line of lines) {
    const key = String(line['customer']);
    const own = byCustomer.get(key);
    if (own === undefined) byCustomer.set(key, [line]);
    else own.push(line);
  }
  return [...byCustomer].map(([customer, own]) => ({ customer, [collection]: own }));
}

function flow(data: Flow['data'], config: Flow['nodes'][number]['config']): Flow {
  const nodes = [
    { id: 'src', kind: 'source', config: { data: 'orders' } },
    { id: 'rfm', kind: 'rfm', config },
  ];
  return flowSchema.parse({
    format: 'tierflow/flow@1',
    id: 'rfm',
    title: 'RFM',
    timeZone: 'UTC',
    data,
    nodes,
    edges: [{ from: 'src', to: 'rfm' }],
  });
}

async function run(given: Flow, rows: readonly object[], asOf: string) {
  const { definition, diagnostics } = compile(given, nodeKinds, dataSchemaOf(given).schema);
  expect(diagnostics).toEqual([]);
  const table = tableOf((definition as Definition).input, rows, 'UTC');
  const frozen = (await fitted(definition as Definition, table, { asOf, generation: 'real' })).definition;
  const ids = frozen.columns.filter((column) => column.name !== undefined).map((column) => column.id);
  const { columns } = await sweep(frozen, table, { asOf, columns: ids });
  return { frozen, columns };
}

function counts(data: ColumnData | undefined): Record<string, number> {
  const found: Record<string, number> = {};
  const add = (value: string): void => {
    found[value] = (found[value] ?? 0) + 1;
  };
  const values =
    data === undefined
      ? []
      : data.type === 'string'
        ? [...data.codes].map((code) => data.dictionary[code] ?? '')
        : [...data.values].map(String);
  for (const value of values) if (value !== '' && value !== 'NaN') add(value);
  return found;
}

const idOf = (name: string): string => name.replaceAll(/[^A-Za-z]+/g, '-');

function ruleTable(rules: Rules) {
  return rules.names.map((name, at) => ({
    id: idOf(name),
    title: name,
    R: rules.R[at],
    F: (rules.F ?? rules.FM)?.[at],
    M: (rules.M ?? rules.FM)?.[at],
  }));
}

describe(`orders of rsquaredacademy/rfm${why}`, () => {
  const data = {
    orders: {
      customer: 'customer',
      time: 'day',
      fields: [
        { name: 'day', type: 'date' as const },
        { name: 'revenue', type: 'number' as const },
      ],
    },
  };
  const lines = (): readonly Line[] =>
    rowsOf(readFileSync(join(folder, 'data/rfm/rfm_data_orders.csv'), 'utf8'))
      .slice(1)
      .map(([customer = '', day = '', revenue = '']) => ({ customer, day, revenue: Number(revenue) }));

  it.runIf(there).each(['readme_rules', 'test_rules'])('gives the published groups by %s', async (table) => {
    const known = oracle('rfm_orders.json') as never as { own: { orders: Record<string, never> } } & Record<string, Rules>;
    const { edges, score_counts: scores } = known.own.orders as never as {
      edges: Record<string, number[]>;
      score_counts: Record<'R' | 'F' | 'M', number[]>;
    };
    const rules = known[`rules_${table.split('_')[0]}`] as Rules;
    const given = flow(data, {
      from: 'orders',
      monetary: { value: 'revenue' },
      method: 'fixed',
      closed: 'left',
      cuts: edges,
      groups: ruleTable(rules) as never,
    });
    const { columns } = await run(given, records(lines(), 'orders'), '2006-12-31');
    for (const dimension of ['R', 'F', 'M'] as const) {
      expect(counts(columns[`rfm.${dimension}`]), dimension).toEqual(
        Object.fromEntries(scores[dimension].map((n, at) => [String(at + 1), n])),
      );
    }
    const wanted = known.own.orders[table] as never as Record<string, { customers: number }>;
    expect(counts(columns['rfm.group'])).toEqual(
      Object.fromEntries(Object.entries(wanted).map(([name, { customers }]) => [name === 'Others' ? 'others' : idOf(name), customers])),
    );
  });

  it.runIf(there)('finds the published cut points, which are the interpolated ones plus one', async () => {
    const known = oracle('rfm_orders.json') as never as { own: { orders: { edges: Record<string, number[]> } } };
    const given = flow(data, { from: 'orders', monetary: { value: 'revenue' }, method: 'linear' });
    const { frozen } = await run(given, records(lines(), 'orders'), '2006-12-31');
    const cuts = Object.fromEntries(
      frozen.parameters.map((parameter) => [
        parameter.id.slice(-1),
        (parameter.value as number[]).map((cut) => Math.round((cut + 1) * 1e6) / 1e6),
      ]),
    );
    expect(cuts).toEqual(known.own.orders.edges);
  });
});

describe(`UCI Online Retail${why}`, () => {
  const data = {
    orders: {
      customer: 'customer',
      time: 'at',
      fields: [
        { name: 'at', type: 'datetime' as const },
        { name: 'invoice', type: 'string' as const },
        { name: 'qty', type: 'number' as const },
        { name: 'price', type: 'number' as const },
      ],
    },
  };

  it.runIf(there)('gives the published measures, cut points and score counts', async () => {
    const packed = Readable.toWeb(createReadStream(join(folder, 'data/online_retail.csv.xz'))) as ReadableStream<Uint8Array>;
    const unpacked = await text(Readable.fromWeb(new XzReadableStream(packed) as never));
    const lines = rowsOf(unpacked)
      .slice(1)
      .filter((row) => row[6] !== '')
      .map(
        (row): Line => ({
          invoice: row[0] ?? '',
          qty: Number(row[3]),
          at: `${(row[4] ?? '').replace(' ', 'T')}Z`,
          price: Number(row[5]),
          customer: row[6] ?? '',
        }),
      );
    const where = {
      all: [
        { not: { field: 'invoice', op: 'startsWith', value: 'C' } },
        { field: 'qty', op: 'gt', value: 0 },
        { field: 'price', op: 'gt', value: 0 },
      ],
    };
    const given = flow(data, {
      from: 'orders',
      frequency: { field: 'invoice' },
      monetary: { value: { expr: 'qty * price' } },
      where,
      method: 'linear',
    });
    const { frozen, columns } = await run(given, records(lines, 'orders'), '2011-12-10');
    const known = (oracle('online_retail.json') as never as { rfm: Record<string, never> }).rfm as never as {
      n: number;
      R_mean: number;
      M_mean: number;
      R_edges: number[];
      F_edges: number[];
      M_edges: number[];
      qcut: { R: number[]; M: number[]; F_plain_ties_together: number[] };
    };
    const mean = (id: string): number => {
      const values = [...((columns[id] as { values: Float64Array }).values ?? [])].filter((value) => !Number.isNaN(value));
      expect(values.length).toBe(known.n);
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    };
    expect(mean('rfm.recency')).toBeCloseTo(known.R_mean, 9);
    expect(mean('rfm.monetary')).toBeCloseTo(known.M_mean, 6);
    const cuts = new Map(frozen.parameters.map((parameter) => [parameter.id, parameter.value as number[]]));
    for (const dimension of ['R', 'F', 'M'] as const) {
      const wanted = known[`${dimension}_edges`];
      for (const [at, cut] of (cuts.get(`rfm.cuts${dimension}`) ?? []).entries()) expect(cut).toBeCloseTo(wanted[at] ?? Number.NaN, 6);
    }
    const scores = (dimension: string): readonly number[] =>
      ['1', '2', '3', '4', '5'].map((score) => counts(columns[`rfm.${dimension}`])[score] ?? 0);
    expect(scores('R')).toEqual(known.qcut.R);
    expect(scores('M')).toEqual(known.qcut.M);
    expect(scores('F')).toEqual(known.qcut.F_plain_ties_together);
  });
});
