import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf, file, scratch, unwrapped } from '../test/support.ts';
import { collectOrphans, TEMPORARY_PREFIX } from './generation/orphans.ts';
import { importFile, profile } from './import-file.ts';
import { importGeneration } from './import-generation.ts';
import type { ImportedGeneration, ImportRequest } from './import-request.ts';
import { type Outcome, Refusal } from './outcome.ts';
import { profileFile } from './profile/profile-file.ts';
import { openTable } from './table/open-table.ts';
import { records } from './table/records.ts';

const orders =
  'order_id,customer_id,ordered_at,amount\n1,b,2024-03-02 10:00:00,5\n2,a,2024-03-05 23:30:00,7.5\n3,b,2024-03-01 10:00:00,1\n4,,2024-03-04 00:00:00,9\n5,b,2024-03-01 10:00:00,2\n';

/** Imports a text in this process; the tests of the process itself are further down. */
async function imported(
  content: string | Uint8Array,
  rest: Omit<ImportRequest, 'source' | 'into'>,
  name = 'x.csv',
): Promise<Outcome<ImportedGeneration>> {
  const into = scratch();
  const temporary = mkdtempSync(join(into, TEMPORARY_PREFIX));
  return await attempt(() => importGeneration({ source: file(name, content), into, ...rest }, temporary, () => Promise.resolve()));
}

async function attempt<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem };
    throw error;
  }
}

describe('a collection', () => {
  it('is sorted by customer, time and line; lines of nobody come last and are counted', async () => {
    const generation = unwrapped(await imported(orders, { dataset: { kind: 'collection' } }));
    expect(generation.manifest).toMatchObject({
      kind: 'collection',
      rows: 5,
      rejected: 0,
      withoutCustomer: 1,
      customer: 'customer_id',
      time: 'ordered_at',
      asOf: '2024-03-05',
    });
    const opened = unwrapped(openTable({ collections: { orders: generation.dir }, verify: true }));
    expect([...records(opened)]).toEqual([
      { customer_id: 'a', orders: [{ order_id: '2', ordered_at: '2024-03-05T23:30:00.000Z', amount: 7.5 }] },
      {
        customer_id: 'b',
        orders: [
          { order_id: '3', ordered_at: '2024-03-01T10:00:00.000Z', amount: 1 },
          { order_id: '5', ordered_at: '2024-03-01T10:00:00.000Z', amount: 2 },
          { order_id: '1', ordered_at: '2024-03-02T10:00:00.000Z', amount: 5 },
        ],
      },
    ]);
    expect(opened.table.collections.orders?.lines).toBe(5);
  });

  it('reads naive times and counts days in the zone of the workspace', async () => {
    const generation = unwrapped(await imported(orders, { dataset: { kind: 'collection' }, timeZone: 'Asia/Shanghai' }));
    expect(generation.manifest).toMatchObject({ asOf: '2024-03-05', timeZone: 'Asia/Shanghai' });
    expect([...records(unwrapped(openTable({ collections: { orders: generation.dir } })))][0]?.orders).toMatchObject([
      { ordered_at: '2024-03-05T15:30:00.000Z' },
    ]);
    const instants = unwrapped(
      await imported('customer_id,ordered_at\na,2024-03-05T23:30:00Z\n', { dataset: { kind: 'collection' }, timeZone: 'Asia/Shanghai' }),
    );
    expect(instants.manifest.asOf).toBe('2024-03-06');
  });

  it('drops exact repeats only when asked', async () => {
    const twice = `${orders}5,b,2024-03-01 10:00:00,2\n`;
    const kept = unwrapped(await imported(twice, { dataset: { kind: 'collection' } }));
    expect(kept.manifest).toMatchObject({ rows: 6, rejected: 0, duplicateRows: 1 });
    const dropped = unwrapped(await imported(twice, { dataset: { kind: 'collection', dropDuplicates: true } }));
    expect(dropped.manifest).toMatchObject({ rows: 5, rejected: 1, duplicateRows: 1, rejects: { 'row.duplicate': 1 } });
    expect(dropped.rejects).toMatchObject([{ line: 7 }]);
  });

  it('reads a named time even where some cells are none, and rejects those rows', async () => {
    const broken = `${orders}6,a,2024-02-30 10:00:00,2\n7,a,,3\n`;
    const generation = unwrapped(await imported(broken, { dataset: { kind: 'collection', time: 'ordered_at' } }));
    expect(generation.manifest).toMatchObject({ rows: 6, rejected: 1, time: 'ordered_at' });
    expect(generation.rejects).toEqual([{ line: 7, column: 'ordered_at', reason: 'value.datetime', raw: '2024-02-30 10:00:00' }]);
    const unnamed = unwrapped(await imported(broken, { dataset: { kind: 'collection' } }));
    expect(unnamed.manifest.time).toBeNull();
    expect(unnamed.manifest.notices.map((notice) => notice.code)).toContain('column.almostMoments');
    expect(codeOf(await imported(orders, { dataset: { kind: 'collection', time: 'amount' } }))).toBe('time.notATime');
  });

  it('repairs customer numbers that came as 17850.0', async () => {
    const generation = unwrapped(
      await imported('CustomerID,date\n17850.0,2024-01-01\n17850,2024-01-02\n,2024-01-03\n13047.0,2024-01-04\n', {
        dataset: { kind: 'collection' },
      }),
    );
    expect([...records(unwrapped(openTable({ collections: { orders: generation.dir } })))].map((record) => record.CustomerID)).toEqual([
      '13047',
      '17850',
    ]);
    const mixed = unwrapped(await imported('CustomerID,date\n17850.0,2024-01-01\nA1.0,2024-01-02\n', { dataset: { kind: 'collection' } }));
    expect([...records(unwrapped(openTable({ collections: { orders: mixed.dir } })))].map((record) => record.CustomerID)).toEqual([
      '17850.0',
      'A1.0',
    ]);
  });
});

describe('customers', () => {
  const people = 'customer_id,name,age\nc,丙,30\na,甲,\nb,乙,40\na,甲甲,50\n,nobody,1\n';

  it('keep the last row of a key and reject the others and the rows without one', async () => {
    const generation = unwrapped(await imported(people, { dataset: { kind: 'customers' } }));
    expect(generation.manifest).toMatchObject({ rows: 3, rejected: 2, rejects: { 'key.missing': 1, 'key.duplicate': 1 } });
    expect(generation.rejects).toEqual([
      { line: 6, column: 'customer_id', reason: 'key.missing', raw: ',nobody,1' },
      { line: 3, column: 'customer_id', reason: 'key.duplicate', raw: 'a' },
    ]);
    expect([...records(unwrapped(openTable({ customers: generation.dir })))]).toEqual([
      { customer_id: 'a', name: '甲甲', age: 50 },
      { customer_id: 'b', name: '乙', age: 40 },
      { customer_id: 'c', name: '丙', age: 30 },
    ]);
    const first = unwrapped(await imported(people, { dataset: { kind: 'customers', keep: 'first' } }));
    expect(first.rejects).toMatchObject([{ line: 6 }, { line: 5, reason: 'key.duplicate' }]);
  });

  it('are equal whatever the order of their rows', async () => {
    const [head = '', ...rows] = 'customer_id,name,age\nc,丙,30\nb,乙,40\na,甲,\n'.trimEnd().split('\n');
    const digests = await Promise.all(
      [rows, rows.toReversed()].map(async (own) =>
        unwrapped(await imported([head, ...own].join('\n'), { dataset: { kind: 'customers' } })),
      ),
    );
    const read = digests.map((generation) => [...records(unwrapped(openTable({ customers: generation.dir })))]);
    expect(read[0]).toEqual(read[1]);
  });

  it('are found by the shape of a column where no name helps', async () => {
    expect(unwrapped(await imported('nick,amount\nx,1\ny,2\n', { dataset: { kind: 'customers' } })).manifest.key).toBe('nick');
    expect(codeOf(await imported('nick,amount\nx,1.5\nx,2.5\n', { dataset: { kind: 'customers' } }))).toBe('key.notFound');
    expect(codeOf(await imported('a,b\n1,2\n', { dataset: { kind: 'collection' } }))).toBe('customer.notFound');
    expect(codeOf(await imported('a,b\n1,2\n', { dataset: { kind: 'customers', key: 'c' } }))).toBe('column.unknown');
  });
});

describe('types', () => {
  it('follow the mapping: unreadable cells reject their rows, or are left empty and reported', async () => {
    const text = 'id,amount,day\n1,5,01/02/2024\n2,abc,02/02/2024\n3,7,30/02/2024\n';
    const strict = unwrapped(
      await imported(text, {
        dataset: { kind: 'customers' },
        columns: { amount: { type: 'number' }, day: { type: 'date', format: 'dmy', name: 'born' } },
      }),
    );
    expect(strict.rejects).toEqual([
      { line: 3, column: 'amount', reason: 'value.number', raw: '2,abc,02/02/2024' },
      { line: 4, column: 'born', reason: 'value.date', raw: '3,7,30/02/2024' },
    ]);
    expect(strict.manifest).toMatchObject({ rows: 1, rejected: 2, asOf: '2024-02-01' });
    const lenient = unwrapped(
      await imported(text, {
        dataset: { kind: 'customers' },
        columns: { amount: { type: 'number', onError: 'missing' }, day: { type: 'string' } },
      }),
    );
    expect(lenient.manifest).toMatchObject({ rows: 3, rejected: 0 });
    expect(lenient.rejects).toEqual([{ line: 3, column: 'amount', reason: 'value.number', raw: 'abc', kept: true }]);
    expect(lenient.manifest.columns[1]?.unreadable).toBe(1);
    expect(codeOf(await imported(text, { dataset: { kind: 'customers' }, columns: { amount: { type: 'number', format: 'dmy' } } }))).toBe(
      'mapping.format',
    );
    expect(codeOf(await imported(text, { dataset: { kind: 'customers' }, columns: { nope: { type: 'number' } } }))).toBe('column.unknown');
  });

  it('see all values, not only the first', async () => {
    const many = (last: string) => `id,x\n${Array.from({ length: 60_000 }, (_, i) => `k${i},${i}`).join('\n')}\nlast,${last}\n`;
    const text = unwrapped(await imported(many('n/a'), { dataset: { kind: 'customers' } }));
    expect(text.manifest.columns[1]).toMatchObject({ type: 'string', stats: { distinct: 60_001 } });
    expect([...records(unwrapped(openTable({ customers: text.dir })), { limit: 2 })]).toEqual([
      { id: 'k0', x: '0' },
      { id: 'k1', x: '1' },
    ]);
    const number = unwrapped(await imported(many('1.2万'), { dataset: { kind: 'customers' } }));
    expect(number.manifest.columns[1]).toMatchObject({ type: 'number', stats: { max: 59_999, distinct: 60_000 } });
  });

  it('leave placeholders such as 9999-12-31 out of the as-of day', async () => {
    expect(
      unwrapped(await imported('id,until\n1,9999-12-31\n2,2024-05-01\n3,1900-01-01\n', { dataset: { kind: 'customers' } })).manifest.asOf,
    ).toBe('2024-05-01');
  });
});

describe('NDJSON', () => {
  const lines =
    '{"id":17,"name":"","vip":true,"born":"1990-01-02","orders":[{"at":"2024-01-02T03:04:05Z","n":3.5},{"at":"2024-01-01","n":4}]}\n\nnot json\n[1]\n{"id":5,"__proto__":"x","tags":["a"]}\n{"id":6,"orders":[]}\n';

  it('keeps the types of JSON; empty texts are values; lists are rejects unless left out', async () => {
    const generation = unwrapped(await imported(lines, { dataset: { kind: 'customers' }, ignore: ['orders'] }, 'x.ndjson'));
    expect(generation.manifest).toMatchObject({ rows: 2, rejected: 3, blankLines: 1 });
    expect(generation.rejects.map((reject) => [reject.line, reject.reason, reject.column])).toEqual([
      [3, 'json.invalid', null],
      [4, 'json.notObject', null],
      [5, 'json.nested', 'tags'],
    ]);
    expect([...records(unwrapped(openTable({ customers: generation.dir })))]).toEqual([
      { id: '17', name: '', vip: true, born: '1990-01-02' },
      { id: '6' },
    ]);
  });

  it('gives the lines inside records as a collection', async () => {
    const generation = unwrapped(
      await imported(lines, { dataset: { kind: 'collection', customer: 'id', nested: 'orders' }, ignore: ['tags'] }, 'x.ndjson'),
    );
    expect(generation.manifest).toMatchObject({ rows: 2, rejected: 2, time: 'at', asOf: '2024-01-02' });
    expect([...records(unwrapped(openTable({ collections: { orders: generation.dir } })))]).toEqual([
      {
        id: '17',
        orders: [
          { at: '2024-01-01T00:00:00.000Z', n: 4 },
          { at: '2024-01-02T03:04:05.000Z', n: 3.5 },
        ],
      },
    ]);
  });

  it('reads the same records from one array, on one line or many', async () => {
    const array = '[\n {"id": 1, "name": "a,]\\"", "n": [1]},\n {"id": 2,\n  "name": "乙"}, 7,\n\n{"id": 3, "n": }\n]\n';
    for (const text of [array, array.replaceAll('\n', ' ')]) {
      const generation = unwrapped(await imported(text, { dataset: { kind: 'customers' }, ignore: ['n'] }, 'x.json'));
      expect(generation.manifest).toMatchObject({ rows: 2, rejected: 2, rejects: { 'json.notObject': 1, 'json.invalid': 1 } });
      expect([...records(unwrapped(openTable({ customers: generation.dir })))]).toEqual([
        { id: '1', name: 'a,]"' },
        { id: '2', name: '乙' },
      ]);
    }
    const rejects = unwrapped(await imported(array, { dataset: { kind: 'customers' }, ignore: ['n'] }, 'x.json')).rejects;
    expect(rejects.map((reject) => reject.line)).toEqual([4, 6]);
    for (const broken of ['[{"id":1}', '[{"id":1}] x', '{"id":1}', '[{"id":"1}]'])
      expect(codeOf(await imported(broken, { dataset: { kind: 'customers' }, format: 'json' })), broken).toBe('json.unfinished');
  });

  it('refuses a file without a single record', async () => {
    expect(codeOf(await imported('nothing\nhere\n', { dataset: { kind: 'customers' } }, 'x.ndjson'))).toBe('json.noRecords');
  });
});

describe('limits', () => {
  it('refuse what is too long, too wide, empty or binary, quickly', async () => {
    const code = async (content: string | Uint8Array, name = 'x.csv') =>
      codeOf(await attempt(() => profileFile({ source: file(name, content) }, () => Promise.resolve())));
    expect(await code('')).toBe('file.empty');
    expect(await code('\n\n')).toBe('file.empty');
    expect(await code(`a,b\n1,${'x'.repeat(17 * 2 ** 20)}\n`)).toBe('line.tooLong');
    expect(await code(Array.from({ length: 2001 }, (_, i) => `c${i}`).join(','))).toBe('columns.tooMany');
    expect(await code(`${'n'.repeat(300)},b\n1,2\n`)).toBe('header.tooLong');
    expect(await code('"a,b\n1,2\n')).toBe('header.broken');
    expect(await code(Buffer.from('PK\u0003\u0004'))).toBe('file.binary');
    expect(await code('['.repeat(1000), 'x.ndjson')).toBe('json.noRecords');
    expect(codeOf(await profile({ source: '/does/not/exist.csv' }))).toBe('file.unreadable');
    expect(codeOf(await profile({ source: file('x.csv', 'a\n1\n'), timeZone: 'Mars/Base' }))).toBe('timeZone.unknown');
  });

  it('refuse a line of 100 MB long before it is read', async () => {
    const source = file('x.csv', Buffer.alloc(100 * 2 ** 20, 120));
    const started = performance.now();
    expect(codeOf(await profile({ source }))).toBe('line.tooLong');
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('refuse a file of which too much is unreadable', async () => {
    const bad = `id,x\n${Array.from({ length: 1000 }, (_, i) => (i % 2 === 0 ? `${i},1` : `${i}`)).join('\n')}\n`;
    const outcome = await imported(bad, { dataset: { kind: 'customers' } });
    expect(outcome.ok ? {} : outcome.problem).toMatchObject({ code: 'import.tooManyRejects', params: { rejected: 500, rows: 1000 } });
    expect(unwrapped(await imported(bad, { dataset: { kind: 'customers' }, maxRejected: 0.5 })).manifest).toMatchObject({
      rows: 500,
      rejected: 500,
    });
  });

  it('refuse more memory than allowed', async () => {
    const many = `id,x\n${Array.from({ length: 50_000 }, (_, i) => `${i},${i}`).join('\n')}\n`;
    expect(codeOf(await imported(many, { dataset: { kind: 'customers' }, memoryLimit: 100_000 }))).toBe('import.tooLarge');
  });
});

describe('generations', () => {
  it('are named by their content and kept when imported again', async () => {
    const into = scratch();
    const source = file('x.csv', orders);
    const once = unwrapped(await importFile({ source, into, dataset: { kind: 'collection' } }));
    const again = unwrapped(await importFile({ source, into, dataset: { kind: 'collection' } }));
    expect(again.dir).toBe(once.dir);
    expect(readdirSync(into)).toEqual([once.name]);
    expect(unwrapped(await importFile({ source, into, dataset: { kind: 'collection' }, name: 'gen-1' })).name).toBe('gen-1');
    expect(
      codeOf(
        await importFile({
          source: file('y.csv', `${orders}9,z,2024-03-01 10:00:00,2\n`),
          into,
          dataset: { kind: 'collection' },
          name: 'gen-1',
        }),
      ),
    ).toBe('generation.exists');
    expect(codeOf(await importFile({ source, into, dataset: { kind: 'collection' }, name: '../up' }))).toBe('generation.name');
    expect(readdirSync(into).sort()).toEqual([once.name, 'gen-1'].sort());
  });

  it('hold the same typed rows for DuckDB', async () => {
    const generation = unwrapped(
      await imported('id,Name,name,when,day,ok,n\n1,甲,a,2024-03-05 08:00:00,2024-03-05,true,1.5\n2,,b,,,,\n', {
        dataset: { kind: 'customers' },
      }),
    );
    const instance = await DuckDBInstance.create(join(generation.dir, 'data.duckdb'), { access_mode: 'READ_ONLY' });
    const connection = await instance.connect();
    const rows = await connection.runAndReadAll(
      'SELECT c_0, c_1, c_2, c_3::VARCHAR, c_3_day::VARCHAR, c_4::VARCHAR, c_5, c_6 FROM data ORDER BY c_0',
    );
    expect(rows.getRows()).toEqual([
      ['1', '甲', 'a', '2024-03-05 08:00:00', '2024-03-05', '2024-03-05', true, 1.5],
      ['2', null, 'b', null, null, null, null, null],
    ]);
    connection.closeSync();
    instance.closeSync();
  });

  it('can do without the database', async () => {
    const generation = unwrapped(await imported(orders, { dataset: { kind: 'collection' }, database: false }));
    expect(existsSync(join(generation.dir, 'data.duckdb'))).toBe(false);
    expect(unwrapped(openTable({ collections: { orders: generation.dir }, verify: true })).table.rows).toBe(2);
  });

  it('write every reject', async () => {
    const generation = unwrapped(
      await imported(`id,x\n${Array.from({ length: 300 }, () => '1').join('\n')}\n`, { dataset: { kind: 'customers' }, maxRejected: 1 }),
    );
    const written = readFileSync(join(generation.dir, 'rejects.ndjson'), 'utf8').trimEnd().split('\n');
    expect(written.length).toBe(300);
    expect(generation.rejects.length).toBe(100);
    expect(JSON.parse(written[299] ?? '')).toEqual({ line: 301, column: null, reason: 'row.tooShort', raw: '1' });
  });
});

describe('an import that is broken off', () => {
  const big = () =>
    file(
      'big.csv',
      `customer_id,ordered_at,amount\n${Array.from({ length: 120_000 }, (_, i) => `c${i % 5000},2024-03-0${1 + (i % 9)},${i}`).join('\n')}\n`,
    );

  it('leaves nothing visible when its process is killed at any moment', async () => {
    const source = big();
    const into = scratch();
    for (const wait of [0, 2, 3]) {
      let steps = 0;
      let pid = 0;
      const outcome = await importFile(
        { source, into, dataset: { kind: 'collection' } },
        {
          onStart: (id) => {
            pid = id;
          },
          onProgress: () => {
            if (steps++ === wait) process.kill(pid, 'SIGKILL');
          },
        },
      );
      expect(codeOf(outcome)).toBe('import.crashed');
      expect(readdirSync(into)).toEqual([]);
    }
    expect(unwrapped(await importFile({ source, into, dataset: { kind: 'collection' } })).manifest.rows).toBe(120_000);
  });

  it('can be cancelled', async () => {
    const into = scratch();
    const abort = new AbortController();
    const outcome = await importFile(
      { source: big(), into, dataset: { kind: 'collection' } },
      { signal: abort.signal, onProgress: () => abort.abort() },
    );
    expect(codeOf(outcome)).toBe('import.cancelled');
    expect(codeOf(await importFile({ source: big(), into, dataset: { kind: 'collection' } }, { signal: abort.signal }))).toBe(
      'import.cancelled',
    );
    expect(readdirSync(into)).toEqual([]);
  });

  it('leaves orphans that can be collected', () => {
    const dir = scratch();
    for (const name of ['.importing-x', 'old', 'live', 'other']) mkdirSync(join(dir, name));
    for (const name of ['old', 'live']) writeFileSync(join(dir, name, 'manifest.json'), '{}');
    expect([...collectOrphans(dir, ['live'])].sort()).toEqual(['.importing-x', 'old']);
    expect(readdirSync(dir).sort()).toEqual(['live', 'other']);
    expect(collectOrphans(join(dir, 'none'), [])).toEqual([]);
    expect(existsSync(join(dir, 'live'))).toBe(true);
  });
});

describe('rows in = loaded + rejected', () => {
  it('on clean files', async () => {
    const cell = fc.oneof(fc.integer().map(String), fc.constantFrom('a b', '"q"', 'x,y', '中', 'n\nl', ''));
    const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    for (const rows of fc.sample(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 40 }), { seed: 3, numRuns: 6 })) {
      const text = `id,a,b\n${rows.map((row, i) => [`k${i}`, ...row].map(quoted).join(',')).join('\n')}\n`;
      const { manifest } = unwrapped(await imported(text, { dataset: { kind: 'customers' } }));
      expect(manifest).toMatchObject({ rows: rows.length, rejected: 0 });
    }
  });

  it('on mutated files: every record is loaded or rejected, whatever was changed', async () => {
    const clean = Array.from({ length: 60 }, (_, i) => `k${i},${i * 1.5},"t, ${i}",2024-03-0${1 + (i % 9)}`);
    const mutation = fc.record({ row: fc.nat(59), kind: fc.constantFrom('drop', 'add', 'open', 'stray', 'date', 'blank', 'key') });
    for (const mutations of fc.sample(fc.uniqueArray(mutation, { minLength: 1, maxLength: 12, selector: (m) => m.row }), {
      seed: 11,
      numRuns: 8,
    })) {
      const rows = [...clean];
      const bad = new Map<number, string>();
      for (const { row, kind } of mutations) {
        const line = rows[row] ?? '';
        if (kind === 'drop') rows[row] = line.slice(0, line.lastIndexOf(','));
        else if (kind === 'add') rows[row] = `${line},extra`;
        else if (kind === 'open') rows[row] = line.replace(/"(?=,2024)/, '');
        else if (kind === 'stray') rows[row] = line.replace('",2024', '"x,2024');
        else if (kind === 'date') rows[row] = line.replace(/2024-03-\d\d$/, '2024-02-30');
        else if (kind === 'key') rows[row] = line.replace(/^k\d+/, '');
        else rows[row] = '';
        if (kind !== 'blank') bad.set(row + 2, kind);
      }
      const blanks = mutations.filter((m) => m.kind === 'blank').length;
      const generation = unwrapped(
        await imported(`id,n,t,day\n${rows.join('\n')}\n`, {
          dataset: { kind: 'customers' },
          columns: { day: { type: 'date' }, n: { type: 'number' } },
        }),
      );
      const { manifest } = generation;
      expect(manifest).toMatchObject({ rows: 60 - bad.size - blanks, rejected: bad.size, blankLines: blanks });
      expect(generation.rejects.map((reject) => reject.line).sort((a, b) => a - b)).toEqual([...bad.keys()].sort((a, b) => a - b));
    }
  });
});
