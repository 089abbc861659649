// `tierflow run`: counts, rows of customers, and what it says to wrong input.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import type { RunReport } from '../src/output/report.ts';
import { shop, shopFlow } from './shop.ts';
import { csvRows, file, scratch, tierflow } from './support.ts';

const temporary = (): readonly string[] => readdirSync(tmpdir()).filter((name) => /^tierflow-[A-Za-z0-9]{6}$/.test(name));

describe('run', () => {
  it('prints one object with --json, as the contract says', async () => {
    const { flow, data } = shop(scratch());
    const before = temporary();
    const ran = await tierflow(['run', flow, ...data, '--json']);
    expect(ran.err).toBe('');
    expect(ran.code).toBe(0);
    const report = JSON.parse(ran.out) as RunReport;
    expect(report).toEqual({
      asOf: '2026-01-11',
      people: 12,
      dataset: { rows: 12, rejected: 0 },
      datasets: { customers: { rows: 12, rejected: 0 }, orders: { rows: 12, rejected: 1, withoutCustomer: 1 } },
      nodes: {
        src: { in: 12, out: { out: 12 }, unknown: 0 },
        open: { in: 12, out: { match: 10, rest: 2 }, unknown: 1 },
        sums: { in: 10, out: { out: 10 }, unknown: 0 },
        tiers: { in: 10, out: { gold: 3, silver: 6, unassigned: 1 }, unknown: 0 },
        call: { in: 3, out: { out: 3 }, unknown: 0 },
      },
      tiers: [
        { id: 'gold', n: 3, share: 0.3 },
        { id: 'silver', n: 6, share: 0.6 },
      ],
      unassigned: 1,
      playbooks: [{ id: 'call', n: 3 }],
      parameters: { 'tiers.cuts': [70] },
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    });
    expect(temporary()).toEqual(before);
  });

  it('prints tables for people in their language', async () => {
    const { flow, data } = shop(scratch());
    const english = await tierflow(['run', flow, ...data]);
    expect(english.out).toContain('As of 2026-01-11');
    expect(english.out).toMatch(/Gold\s+gold\s+3\s+30\.0%/);
    expect(english.out).toMatch(/Unassigned\s+1\s+10\.0%/);
    const chinese = await tierflow(['run', flow, ...data], '', { LANG: 'zh_CN.UTF-8' });
    expect(chinese.out).toMatch(/黄金\s+gold\s+3/);
    expect(chinese.out).toContain('截止 2026-01-11');
    expect((await tierflow(['run', flow, ...data, '--lang', 'zh-CN'])).out).toBe(chinese.out);
  });

  it('writes one row per customer as CSV: numbers exact, formulas disarmed unless --raw', async () => {
    const dir = scratch();
    const { flow, data } = shop(dir, {
      ...shopFlow,
      nodes: [...shopFlow.nodes, { id: 'shout', kind: 'formula', config: { columns: [{ name: 'place', expr: '$uppercase(city)' }] } }],
      edges: [...shopFlow.edges, { from: 'open', port: 'match', to: 'shout' }],
    });
    const out = join(dir, 'out.csv');
    expect(await tierflow(['run', flow, ...data, '--out', out])).toMatchObject({ code: 0, err: '' });
    const rows = csvRows(out);
    expect(rows.map((row) => row['key'])).toEqual(['001', '002', '003', '004', '005', '006', '007', '008', '009', '010', '011', '012']);
    expect(rows[8]).toMatchObject({
      key: '009',
      tier: 'gold',
      score: '90',
      playbooks: 'call',
      place: 'KöLN',
      last_day: '2026-01-09T02:00:00.000Z',
    });
    expect(rows[9]).toMatchObject({ tier: 'silver', score: '0.30000000000000004' });
    expect(rows[1]).toMatchObject({ place: 'PARIS, FRANCE' });
    expect(rows[2]).toMatchObject({ place: "'=1+2" });
    expect(rows[10]).toMatchObject({ key: '011', tier: '', score: '', playbooks: '' });
    const text = readFileSync(out, 'utf8');
    expect(text.split('\r\n').length).toBe(14);
    expect(text.split('\r\n')[0]).toBe('key,tier,score,segments,playbooks,spent,last_day,place');
    expect(await tierflow(['run', flow, ...data, '--out', out, '--raw'])).toMatchObject({ code: 0 });
    expect(csvRows(out)[2]).toMatchObject({ place: '=1+2' });
    expect(readdirSync(dir).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('writes one row per customer as NDJSON', async () => {
    const dir = scratch();
    const { flow, data } = shop(dir);
    const out = join(dir, 'out.ndjson');
    expect(await tierflow(['run', flow, ...data, '--out', out])).toMatchObject({ code: 0 });
    const rows = readFileSync(out, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(rows.length).toBe(12);
    expect(rows[8]).toEqual({
      key: '009',
      tier: 'gold',
      score: 90,
      scores: {},
      labels: {},
      segments: [],
      playbooks: ['call'],
      columns: { spent: 90, last_day: '2026-01-09T02:00:00.000Z' },
    });
    expect(rows[4]).toMatchObject({ key: '005', tier: null, score: null, columns: { spent: null, last_day: null } });
  });

  it('writes one row per customer as Parquet', async () => {
    const dir = scratch();
    const { flow, data } = shop(dir);
    const out = join(dir, "o'ut.parquet");
    expect(await tierflow(['run', flow, ...data, '--out', out])).toMatchObject({ code: 0, err: '' });
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const read = await connection.runAndReadAll(
      'SELECT key, tier, score, playbooks, spent, last_day::VARCHAR AS last_day FROM read_parquet($path) ORDER BY key',
      { path: out },
    );
    const rows = read.getRowObjectsJson();
    expect(rows.length).toBe(12);
    expect(rows[8]).toEqual({ key: '009', tier: 'gold', score: 90, playbooks: ['call'], spent: 90, last_day: '2026-01-09 02:00:00' });
    expect(rows[9]).toMatchObject({ score: 0.1 + 0.2 });
    expect(rows[4]).toEqual({ key: '005', tier: null, score: null, playbooks: [], spent: null, last_day: null });
    expect(readdirSync(dir).filter((name) => name.includes('part'))).toEqual([]);
    connection.closeSync();
    instance.closeSync();
  });

  it('never writes over what it reads', async () => {
    const { flow, data, orders } = shop(scratch());
    const before = readFileSync(orders);
    const ran = await tierflow(['run', flow, ...data, '--out', orders]);
    expect(ran).toMatchObject({ code: 2 });
    expect(ran.err).toContain('[usage.out-is-input]');
    expect(readFileSync(orders)).toEqual(before);
    expect(await tierflow(['compile', flow, ...data, '-o', flow])).toMatchObject({ code: 2 });
  });

  it('sees only what happened up to the as-of day', async () => {
    const { flow, data } = shop(scratch());
    const report = JSON.parse((await tierflow(['run', flow, ...data, '--as-of', '2026-01-03', '--json'])).out) as RunReport;
    expect(report).toMatchObject({ asOf: '2026-01-03', unassigned: 7, tiers: [{ n: 1 }, { n: 2 }] });
  });

  it('takes roles and types from the files where the flow declares no data', async () => {
    const { data: _, ...rest } = shopFlow;
    const { flow, data } = shop(scratch(), rest);
    const report = JSON.parse((await tierflow(['run', flow, ...data, '--json'])).out) as RunReport;
    expect(report).toMatchObject({
      people: 12,
      tiers: [
        { id: 'gold', n: 3 },
        { id: 'silver', n: 6 },
      ],
    });
  });

  it('reads records with their lines inside, the shape that decide takes', async () => {
    const dir = scratch();
    const { flow } = shop(dir);
    const records = Array.from({ length: 10 }, (_, at) => ({
      customer_id: `c${at}`,
      subscribed: at !== 9,
      orders: Array.from({ length: at % 3 }, (_, line) => ({
        order_id: `${at}-${line}`,
        ordered_at: `2026-01-0${line + 1}T10:00:00Z`,
        amount: at,
      })),
    }));
    const path = file(dir, 'records.ndjson', records.map((record) => JSON.stringify(record)).join('\n'));
    const ran = await tierflow(['run', flow, '--data', `customers=${path}`, '--data', `orders=${path}`, '--json']);
    expect(ran, ran.err).toMatchObject({ code: 0 });
    expect(JSON.parse(ran.out)).toMatchObject({
      people: 10,
      datasets: { customers: { rows: 10, rejected: 0 }, orders: { rows: 9, rejected: 0, withoutCustomer: 0 } },
      nodes: { tiers: { in: 9, out: { unassigned: 3 } } },
    });
  });

  it('a declared type wins over what a file looks like, and a declared field that no file has is missing', async () => {
    const dir = scratch();
    const fields = [
      { name: 'customer_id', type: 'string' },
      { name: 'level', type: 'string' },
      { name: 'visits', type: 'number' },
      { name: 'note', type: 'string' },
    ];
    const nodes = [
      { id: 'src', kind: 'source', config: { data: 'people' } },
      {
        id: 'seven',
        kind: 'filter',
        config: {
          where: {
            all: [
              { field: 'level', op: 'eq', value: '007' },
              { field: 'visits', op: 'ge', value: 5 },
              { field: 'note', op: 'isEmpty' },
            ],
          },
        },
      },
    ];
    const flow = file(dir, 'flow.json', {
      ...shopFlow,
      data: { people: { key: 'customer_id', fields } },
      nodes,
      edges: [{ from: 'src', to: 'seven' }],
      playbooks: [],
    });
    const people = file(dir, 'people.csv', 'customer_id,level,visits\n17850.0,007,5\n17851.0,7,9\n17852.0,007,x\n');
    const ran = await tierflow(['run', flow, '--data', `people=${people}`, '--as-of', '2026-01-01', '--json']);
    const report = JSON.parse(ran.out) as RunReport;
    expect(report).toMatchObject({ dataset: { rows: 2, rejected: 1 }, nodes: { seven: { out: { match: 1, rest: 1 } } } });
    expect(ran.err).toContain('[data.field-not-imported]');
  });
});

describe('run says what is wrong', () => {
  it.each([
    [['run'], 2, 'usage.missing-argument'],
    [['run', 'x.json'], 2, 'usage.no-data'],
    [['run', 'x.json', '--data', 'orders'], 2, 'usage.data'],
    [['run', 'x.json', '--data', 'orders=/nowhere/orders.csv'], 1, 'file.unreadable'],
    [['run', 'x.json', '--data', 'a=b', '--as-of', '2026-02-30'], 2, 'usage.as-of'],
    [['run', 'x.json', '--data', 'a=b', '--out', 'x.xlsx'], 2, 'usage.out'],
    [['run', 'x.json', 'y.json', '--data', 'a=b'], 2, 'usage.extra-argument'],
    [['run', 'x.json', '--nonsense'], 2, 'usage.unknown-option'],
    [['run', 'x.json', '--json=yes'], 2, 'usage.option-value'],
    [['run', 'x.json', '--lang', 'fr'], 2, 'usage.language'],
    [['fly'], 2, 'usage.unknown-command'],
    [[], 2, 'usage.no-command'],
  ])('%j → %i %s', async (argv, code, said) => {
    const ran = await tierflow(argv);
    expect(ran).toMatchObject({ code, out: '' });
    expect(ran.err).toContain(`[${said}]`);
    if (code === 2) expect(ran.err).toContain('tierflow run FLOW.json');
  });

  it('a flow that is not JSON: line and column', async () => {
    const dir = scratch();
    const { data } = shop(dir);
    const ran = await tierflow(['run', file(dir, 'bad.json', '{\n  "format": "tierflow/flow@1",\n  "id": shop\n}'), ...data]);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toContain('bad.json:3:9: ');
  });

  it('a flow of the wrong shape: a JSON pointer for everything', async () => {
    const dir = scratch();
    const { data } = shop(dir);
    const ran = await tierflow([
      'run',
      file(dir, 'bad.json', { ...shopFlow, id: 'no blanks', nodes: [{ id: 'src', kind: 7, config: {} }], edges: undefined }),
      ...data,
    ]);
    expect(ran.code).toBe(1);
    expect(ran.err).toMatch(/\/id: .*\[flow\.wrong-form\]/);
    expect(ran.err).toMatch(/\/nodes\/0\/kind: .*\[flow\.wrong-type\]/);
    expect(ran.err).toMatch(/\/edges: .*\[flow\.missing\]/);
  });

  it('errors of nodes, with the node', async () => {
    const dir = scratch();
    const nodes = shopFlow.nodes.map((node) => (node.id === 'tiers' ? { ...node, config: { ...node.config, on: 'spend' } } : node));
    const { flow, data } = shop(dir, { ...shopFlow, nodes });
    const ran = await tierflow(['run', flow, ...data, '--out', join(dir, 'out.csv')]);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toMatch(/tiers › on: .*spent.*\[field\.unknown-near\]/);
    expect(existsSync(join(dir, 'out.csv'))).toBe(false);
  });

  it('a data set without a file, a file without a data set', async () => {
    const { flow, data, orders } = shop(scratch());
    const one = await tierflow(['run', flow, ...data.slice(0, 2)]);
    expect(one).toMatchObject({ code: 1 });
    expect(one.err).toContain('--data orders=FILE');
    const other = await tierflow(['run', flow, ...data, '--data', `visits=${orders}`]);
    expect(other).toMatchObject({ code: 1 });
    expect(other.err).toContain('[data.unknown-name]');
    expect((await tierflow(['run', flow, '--data', `orders=${orders}`, '--data', `orders=${orders}`])).err).toContain('[usage.data-twice]');
  });

  it('a file that is no table, and a folder that cannot be written', async () => {
    const dir = scratch();
    const { flow, data } = shop(dir);
    const binary = file(dir, 'x.csv', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(500, 1)]));
    const ran = await tierflow(['run', flow, ...data.slice(0, 2), '--data', `orders=${binary}`]);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toMatch(/orders=.*x\.csv: .*\[file\.binary\]/);
    const out = await tierflow(['run', flow, ...data, '--out', join(dir, 'nowhere', 'out.csv')]);
    expect(out).toMatchObject({ code: 1 });
    expect(out.err).toContain('[out.failed]');
  });

  it('a file with too many bad rows: the first of them, with their lines', async () => {
    const dir = scratch();
    const { flow, data } = shop(dir);
    const rows = Array.from({ length: 400 }, (_, at) => `o${at},001,2026-01-01 10:00:00,${at % 2 === 0 ? at : 'many'}`);
    const bad = file(dir, 'bad.csv', ['order_id,customer_id,ordered_at,amount', ...rows].join('\n'));
    const ran = await tierflow(['run', flow, ...data.slice(0, 2), '--data', `orders=${bad}`]);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toContain('200 of 400 rows');
    expect(ran.err).toMatch(/bad\.csv:3 amount: .*\[value\.number\]/);
  });

  it('data without a day needs --as-of', async () => {
    const dir = scratch();
    const flow = file(dir, 'flow.json', {
      format: 'tierflow/flow@1',
      id: 'a',
      title: 'A',
      timeZone: 'UTC',
      nodes: [{ id: 'src', kind: 'source', config: { data: 'people' } }],
      edges: [],
    });
    const people = file(dir, 'people.csv', 'customer_id,n\na,1\nb,2\n');
    expect((await tierflow(['run', flow, '--data', `people=${people}`])).err).toContain('[as-of.none]');
    expect(await tierflow(['run', flow, '--data', `people=${people}`, '--as-of', '2026-01-01', '--json'])).toMatchObject({ code: 0 });
  });
});
