// Seasons on files: checked, run, compiled once, then decided and written as SQL on days in and out of them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Decision, Definition } from '@tierflow/definition';
import { describe, expect, it } from 'vitest';
import { file, scratch, tierflow } from './support.ts';

const seasons = [
  {
    id: 'sale',
    title: { en: 'Double 11', 'zh-CN': '双十一' },
    from: '11-01',
    to: '11-11',
    yearly: true,
    values: [
      { node: 'grades', path: 'bands.0.from', value: 4 },
      { node: 'best', path: 'topCount.0.count', value: 3 },
    ],
  },
  {
    id: 'spring',
    title: 'Spring Festival',
    from: '2027-01-31',
    to: '2027-02-14',
    values: [{ node: 'score', path: 'parts.0.weight', value: 2 }],
  },
];
const flow = {
  format: 'tierflow/flow@1',
  id: 'members',
  title: 'Members',
  timeZone: 'Asia/Shanghai',
  data: {
    customers: {
      key: 'customer_id',
      fields: [
        { name: 'customer_id', type: 'string' },
        { name: 'points', type: 'number' },
      ],
    },
  },
  nodes: [
    { id: 'src', kind: 'source', config: { data: 'customers' } },
    { id: 'score', kind: 'scorecard', config: { parts: [{ field: 'points', weight: 1, scale: 'none' }], missing: 'missing', as: 'score' } },
    {
      id: 'grades',
      kind: 'tiers',
      config: {
        on: 'score',
        bands: [
          { id: 'gold', from: 6 },
          { id: 'rest', from: null },
        ],
      },
    },
    {
      id: 'best',
      kind: 'tiers',
      config: {
        on: 'score',
        topCount: [
          { id: 'first', count: 1 },
          { id: 'others', count: 9 },
        ],
      },
    },
  ],
  edges: [
    { from: 'src', to: 'score' },
    { from: 'score', to: 'grades' },
    { from: 'grades', port: 'gold', to: 'best' },
    { from: 'grades', port: 'rest', to: 'best' },
  ],
  seasons,
};
const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const csv = `customer_id,points\n${keys.map((key, at) => `${key},${at + 1}\n`).join('')}`;

/** People in gold by day: usually from 6; at the sale from 4; over Spring Festival points count twice. */
const gold = { '2026-10-31': 3, '2026-11-01': 5, '2030-11-11': 5, '2026-11-12': 3, '2027-02-14': 6, '2028-02-14': 3 } as const;
const first = { '2026-10-31': 1, '2026-11-01': 3, '2027-02-14': 1 } as const;

describe('seasons', () => {
  it('run counts the season of its day', async () => {
    const dir = scratch();
    const flowFile = file(dir, 'flow.json', JSON.stringify(flow));
    const data = `customers=${file(dir, 'customers.csv', csv)}`;
    for (const [day, n] of Object.entries(gold)) {
      const ran = await tierflow(['run', flowFile, '--data', data, '--as-of', day, '--json']);
      expect(ran.err, day).toBe('');
      expect((JSON.parse(ran.out) as { nodes: Record<string, { out: Record<string, number> }> }).nodes['grades']?.out['gold'], day).toBe(n);
    }
  });

  it('one definition decides every day, says the season in the trace, verifies, and is the same as SQL', async () => {
    const dir = scratch();
    const flowFile = file(dir, 'flow.json', JSON.stringify(flow));
    const data = `customers=${file(dir, 'customers.csv', csv)}`;
    const definition = join(dir, 'definition.json');
    expect((await tierflow(['compile', flowFile, '--data', data, '--as-of', '2026-10-31', '-o', definition])).code).toBe(0);
    const compiled = JSON.parse(readFileSync(definition, 'utf8')) as Definition;
    expect(compiled.seasons?.map(({ id }) => id)).toEqual(['sale', 'spring']);
    expect(new Set(compiled.vectors.map(({ asOf }) => asOf))).toEqual(new Set(['2026-10-31', '2026-11-01', '2027-01-31']));
    expect((await tierflow(['verify', definition])).code).toBe(0);
    const records = keys.map((key, at) => JSON.stringify({ customer_id: key, points: at + 1 })).join('\n');
    const decided = async (day: string, ...more: readonly string[]): Promise<readonly Decision[]> =>
      (await tierflow(['decide', definition, '--as-of', day, ...more], records)).out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Decision);
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(
      `CREATE TABLE customers AS SELECT unnest(['${keys.join("','")}']) AS customer_id, unnest(range(1, 9))::DOUBLE AS points`,
    );
    for (const [day, n] of Object.entries(first)) {
      const decisions = await decided(day);
      expect(decisions.filter(({ tier }) => tier === 'first').length, day).toBe(n);
      const sql = await tierflow(['sql', definition, '--dialect', 'duckdb', '--table', 'customers', '--as-of', day]);
      expect(sql.err).toBe('');
      const rows = await (
        await connection.runAndReadAll(`SELECT key, tier FROM (${sql.out.trim().replace(/;$/, '')})`)
      ).getRowObjectsJson();
      expect(Object.fromEntries(rows.map((row) => [row['key'], row['tier']])), day).toEqual(
        Object.fromEntries(decisions.map(({ key, tier }) => [key, tier])),
      );
    }
    const told = (await decided('2026-11-05', '--trace'))[7]?.trace?.filter(({ column }) => column === null).map(({ text }) => text) ?? [];
    expect(told.join('\n')).toMatch(/gold ≥ 4.*\[Double 11\]/);
    expect(JSON.stringify(await decided('2026-12-05', '--trace'))).not.toContain('Double 11');
  });

  it('check names the season and the number of what cannot be', async () => {
    const broken = [
      { id: 'sale', title: 'Sale', from: '2026-11-11', to: '2026-11-01', values: [] },
      { id: 'no-day', title: 'No day', from: '13-01', to: '02-30', yearly: true, values: [] },
      { id: 'one', title: 'One', from: '12-01', to: '01-31', yearly: true, values: [{ node: 'gone', path: 'k', value: 1 }] },
      { id: 'two', title: 'Two', from: '2026-12-24', to: '2027-02-01', values: [{ node: 'grades', path: 'on', value: 1 }] },
      {
        id: 'three',
        title: 'Three',
        from: '2027-01-15',
        to: '2027-01-20',
        values: [{ node: 'best', path: 'topCount.0.count', value: -1 }],
      },
      { id: 'four', title: 'Four', from: '01-17', to: '01-18', yearly: true, values: [] },
    ];
    const dir = scratch();
    const ran = await tierflow(['check', file(dir, 'flow.json', JSON.stringify({ ...flow, seasons: broken })), '--json']);
    expect(ran.code).toBe(1);
    const { diagnostics } = JSON.parse(ran.out) as {
      diagnostics: { code: string; at: { season?: string; node?: string; path?: string }; message: string }[];
    };
    const said = diagnostics.map(({ code, at: { season, node, path } }) =>
      [season, code, node, path].filter((part) => part !== undefined).join(' '),
    );
    expect(said.toSorted()).toEqual(
      [
        'sale season.from-after-to',
        'no-day season.unreadable-month-day',
        'one season.unknown-node',
        'two season.no-number grades on',
        'three config.too-small best topCount.0.count',
        'four season.overlap',
      ].toSorted(),
    );
    expect(diagnostics.find(({ code }) => code === 'config.too-small')?.message).toMatch(/^In “Three”: /);
  });

  it('a number that changes what the flow is made of is named, also among others', async () => {
    const values = [
      { node: 'grades', path: 'bands.0.from', value: 5 },
      { node: 'thanks', path: 'priority', value: 3 },
    ];
    const ordered = {
      ...flow,
      nodes: [...flow.nodes, { id: 'thanks', kind: 'playbook', config: { playbook: 'thanks', priority: 1 } }],
      edges: [...flow.edges, { from: 'grades', port: 'gold', to: 'thanks' }],
      playbooks: [{ id: 'thanks', title: 'Thanks' }],
      seasons: [{ id: 'sale', title: 'Sale', from: '11-01', to: '11-11', yearly: true, values }],
    };
    const dir = scratch();
    const ran = await tierflow(['check', file(dir, 'flow.json', JSON.stringify(ordered)), '--json']);
    expect((JSON.parse(ran.out) as { diagnostics: object[] }).diagnostics).toMatchObject([
      { code: 'season.structure', at: { node: 'thanks', path: 'priority', season: 'sale' } },
    ]);
  });
});
