// Three months on files: each run starts from the tiers of the one before, and decide says the same of each record.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { file, scratch, tierflow } from './support.ts';

const bands = [
  { id: 'gold', title: { en: 'Gold', 'zh-CN': '金卡' }, from: 60 },
  { id: 'silver', from: 40 },
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
    { id: 'grades', kind: 'tiers', config: { on: 'points', bands, as: 'tier' } },
    { id: 'held', kind: 'stability', config: { of: 'tier', stay: { days: 31, upgrades: 'free' }, oneStep: true } },
  ],
  edges: [{ from: 'src', to: 'grades' }, ...['gold', 'silver', 'unassigned'].map((port) => ({ from: 'grades', port, to: 'held' }))],
};

/** Points by customer, and what the run says: tier, since when, why. A key that looks like a formula stays itself. */
const months = [
  {
    asOf: '2026-01-31',
    rows: [
      ['-5', 65, 'gold 2026-01-31 new'],
      ['c2', 45, 'silver 2026-01-31 new'],
      ['c3', 5, 'null null new'],
    ],
  },
  {
    asOf: '2026-02-28',
    rows: [
      ['-5', 5, 'gold 2026-01-31 stay'],
      ['c2', 65, 'gold 2026-02-28 up'],
      ['c3', 45, 'silver 2026-02-28 new'],
      ['c4', 65, 'gold 2026-02-28 new'],
    ],
  },
  {
    asOf: '2026-03-31',
    rows: [
      ['-5', 5, 'silver 2026-03-31 step'],
      ['c2', 45, 'silver 2026-03-31 down'],
      ['c3', null, 'null null no-score'],
      ['c4', 65, 'gold 2026-02-28 unchanged'],
    ],
  },
] as const;

describe('three months', () => {
  it.each(['ndjson', 'csv', 'parquet'])('tiers are held by what the %s of the month before says', async (format) => {
    const dir = scratch();
    const flowFile = file(dir, 'flow.json', JSON.stringify(flow));
    let earlier: readonly string[] = [];
    for (const [at, { asOf, rows }] of months.entries()) {
      const lines = rows.map(([key, points]) => `${key},${points ?? ''}\n`).join('');
      const data = `customers=${file(dir, `${asOf}.csv`, `customer_id,points\n${lines}`)}`;
      // The last one is read here, whatever the ones before were.
      const out = join(dir, `tiers-${asOf}.${at === months.length - 1 ? 'ndjson' : format}`);
      const ran = await tierflow(['run', flowFile, '--data', data, '--as-of', asOf, ...earlier, '--out', out]);
      expect([ran.code, ran.err]).toEqual([0, '']);
      if (out.endsWith('ndjson')) expect(saidIn(out)).toEqual(Object.fromEntries(rows.map(([key, , expected]) => [key, expected])));
      earlier = ['--previous', out];
    }
  });

  it('decides one record as the run does', async () => {
    const dir = scratch();
    const data = `customers=${file(dir, 'any.csv', 'customer_id,points\nc1,1\n')}`;
    const definition = join(dir, 'definition.json');
    const known = new Map<string, { readonly tier: string | null; readonly since: string | null }>();
    await tierflow(['compile', file(dir, 'flow.json', JSON.stringify(flow)), '--data', data, '--as-of', '2026-01-31', '-o', definition]);
    for (const { asOf, rows } of months) {
      const asked = rows.map(([key, points]) => JSON.stringify({ customer_id: key, points, $previous: known.get(key) ?? null }));
      const { out } = await tierflow(['decide', definition, '--as-of', asOf], asked.join('\n'));
      for (const [at, line] of out.trim().split('\n').entries()) {
        const { key, tier, labels } = JSON.parse(line);
        const [, , expected = ''] = rows[at] ?? [];
        expect(`${key} ${tier} ${labels.stableTierReason}`).toBe(`${key} ${expected.replace(/ [^ ]+ /, ' ')}`);
        const [held = null, since = null] = expected.split(' ').map((part) => (part === 'null' ? null : part));
        known.set(key, { tier: held, since });
      }
    }
  });
});

/** Tier, since when, why: of every customer in a file of rows. */
function saidIn(path: string): Readonly<Record<string, string>> {
  const rows = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return Object.fromEntries(rows.map(({ key, tier, since, labels }) => [key, `${tier} ${since} ${labels.stableTierReason}`]));
}

describe('--previous is read whole or refused', () => {
  const run = async (content: string, name = 'before.csv', kinds = flow) => {
    const folder = scratch();
    const args = [
      'run',
      file(folder, 'flow.json', JSON.stringify(kinds)),
      '--data',
      `customers=${file(folder, 'c.csv', 'customer_id,points\nc1,45\n')}`,
    ];
    const out = join(folder, 'out.ndjson');
    const ran = await tierflow([
      ...args,
      '--as-of',
      '2026-03-31',
      '--previous',
      content === '' ? join(folder, 'none.csv') : file(folder, name, content),
      '--out',
      out,
    ]);
    return { ...ran, row: ran.code === 0 ? JSON.parse(readFileSync(out, 'utf8')) : undefined };
  };

  it.each([
    ['a file that is not there', '', 'file.unreadable'],
    ['no column of tiers', 'key,since\nc1,2026-01-01\n', 'column.unknown'],
    ['a day that is none', 'key,tier,since\nc1,gold,soon\n', 'before.csv:2'],
    ['a customer twice', 'key,tier,since\nc1,gold,2026-01-01\nc1,silver,2026-01-01\n', 'before.csv:'],
  ])('%s', async (_, content, told) => {
    const { code, err } = await run(content);
    expect([code, err.includes(told)], err).toEqual([1, true]);
  });

  it('a file that is no Parquet', async () => {
    const { code, err } = await run('PAR', 'before.parquet');
    expect([code, err.includes('previous.unreadable')]).toEqual([1, true]);
  });

  it('a flow that holds nothing', async () => {
    const { code, err } = await run('key,tier\nc1,gold\n', 'before.csv', {
      ...flow,
      nodes: flow.nodes.slice(0, 2),
      edges: flow.edges.slice(0, 1),
    });
    expect([code, err.includes('previous.unused')]).toEqual([1, true]);
  });

  it('without days no days are waited for', async () => {
    expect((await run('key,tier\nc1,gold\n')).row).toMatchObject({
      tier: 'silver',
      since: '2026-03-31',
      labels: { stableTierReason: 'down' },
    });
  });
});
