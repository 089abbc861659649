// `tierflow check` and `profile`.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shop, shopFlow } from './shop.ts';
import { file, realData, scratch, tierflow } from './support.ts';

const broken = {
  ...shopFlow,
  nodes: shopFlow.nodes.map((node) =>
    node.id === 'tiers'
      ? {
          ...node,
          config: {
            on: 'spend',
            bands: [
              { id: 'gold', from: 1 },
              { id: 'silver', from: 2 },
            ],
          },
        }
      : node,
  ),
};

describe('check', () => {
  it('finds nothing wrong with a sound flow, with and without data', async () => {
    const { flow, data } = shop(scratch());
    expect(await tierflow(['check', flow])).toEqual({ code: 0, out: '0 errors, 0 warnings\n', err: '' });
    expect(await tierflow(['check', flow, ...data])).toEqual({ code: 0, out: '0 errors, 0 warnings\n', err: '' });
  });

  it('says node, place and sentence of what is wrong, in both languages and as JSON', async () => {
    const { flow } = shop(scratch(), broken);
    const english = await tierflow(['check', flow]);
    expect(english.code).toBe(1);
    expect(english.out).toMatch(/^error: tiers › bands\.1\.from: .+ \[tiers\.not-falling\]$/m);
    expect(english.out).toContain('1 errors');
    const chinese = await tierflow(['check', flow, '--lang', 'zh-CN']);
    expect(chinese.out).toMatch(/^错误: tiers › bands\.1\.from: .+ \[tiers\.not-falling\]$/m);
    const { diagnostics } = JSON.parse((await tierflow(['check', flow, '--json'])).out) as { diagnostics: unknown[] };
    expect(diagnostics).toContainEqual(
      expect.objectContaining({
        code: 'tiers.not-falling',
        severity: 'error',
        at: { node: 'tiers', path: 'bands.1.from' },
        message: expect.any(String),
      }),
    );
  });

  it('holds the flow against the columns of the files', async () => {
    const dir = scratch();
    const { data } = shop(dir);
    const { data: _, ...rest } = shopFlow;
    const flow = file(dir, 'f.json', {
      ...rest,
      nodes: [...shopFlow.nodes, { id: 'x', kind: 'filter', config: { where: { field: 'town', op: 'isEmpty' } } }],
      edges: [...shopFlow.edges, { from: 'src', to: 'x' }],
    });
    const ran = await tierflow(['check', flow, ...data]);
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/x › where.*town/);
  });

  it('a file that is not there, and no file', async () => {
    expect(await tierflow(['check', '/nowhere.json'])).toMatchObject({ code: 1, out: '' });
    expect(await tierflow(['check'])).toMatchObject({ code: 2, out: '' });
  });
});

describe('profile', () => {
  it('says how a file is read and what is in it', async () => {
    const { orders } = shop(scratch());
    const ran = await tierflow(['profile', orders]);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/Format\s+CSV, utf-8, separated by ","/);
    expect(ran.out).toMatch(/Rows\s+12\n/);
    expect(ran.out).toMatch(/Rejected\s+1\n/);
    expect(ran.out).toMatch(/amount\s+number \(decimal-point\)\s+100%\s+0\s+12\s+0\.1\s+1000/);
    expect(ran.out).toMatch(/customer_id\s+string \(\w+\)\s+91\.7%\s+1\s+10/);
    expect(ran.out).toMatch(/14\s+row\.tooShort\s+n,009,2026-01-09/);
    expect((await tierflow(['profile', orders, '--lang', 'zh-CN'])).out).toMatch(/行数\s+12\n/);
  });

  it('gives the whole profile with --json', async () => {
    const { orders } = shop(scratch());
    const profile: unknown = JSON.parse((await tierflow(['profile', orders, '--json', '--time-zone', 'Asia/Shanghai'])).out);
    expect(profile).toMatchObject({
      rows: 12,
      rejected: 1,
      reasons: { 'row.tooShort': 1 },
      suggested: { customer: 'customer_id', time: 'ordered_at' },
    });
    expect(profile).toMatchObject({
      columns: expect.arrayContaining([
        expect.objectContaining({ name: 'ordered_at', stats: expect.objectContaining({ min: '2026-01-01T02:00:00.000Z' }) }),
      ]),
    });
  });

  it('reads with the encoding and delimiter it is told', async () => {
    const dir = scratch();
    const path = file(dir, 'x.tsv', Buffer.from([0xb1, 0xb1, 0xbe, 0xa9, 0x09, 0x61, 0x0a, 0x31, 0x09, 0x32, 0x0a]));
    expect((await tierflow(['profile', path, '--encoding', 'gb18030', '--delimiter', '\\t'])).out).toMatch(/^北京\s+number/m);
  });

  it('says what is wrong', async () => {
    const dir = scratch();
    expect((await tierflow(['profile', '/nowhere.csv'])).err).toContain('[file.unreadable]');
    expect((await tierflow(['profile', file(dir, 'empty.csv', '')])).err).toContain('[file.empty]');
    expect((await tierflow(['profile', file(dir, 'a.csv', 'a,b\n1,2\n'), '--encoding', 'klingon'])).err).toContain('[encoding.unknown]');
    expect(await tierflow(['profile'])).toMatchObject({ code: 2 });
  });
});

const messy = realData('data', 'messy', 'expected.json');

describe.skipIf(messy === undefined)('profile of files as offices send them', () => {
  it.each(['gbk.csv', 'utf16le_bom.tsv', 'semicolon_cp1252_decimal_comma.csv', 'utf8_bom_crlf.csv', 'ids_and_formulas.csv'])(
    '%s: nothing is lost',
    async (name) => {
      const path = realData('data', 'messy', name) ?? '';
      const ran = await tierflow(['profile', path, '--json']);
      expect(ran.code).toBe(0);
      const profile = JSON.parse(ran.out) as { readonly rows: number; readonly rejected: number; readonly bytes: number };
      expect(profile.bytes).toBe(readFileSync(path).length);
      expect(profile.rows).toBeGreaterThan(0);
    },
  );
});
