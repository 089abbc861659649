import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { codeOf, unwrapped } from '../../test/support.ts';
import { importFile } from '../import-file.ts';
import { compareKeys, unionOf } from './link.ts';
import { openTable } from './open-table.ts';
import { readManifest } from './read-manifest.ts';
import { records, rowOf } from './records.ts';

const into = mkdtempSync(join(tmpdir(), 'tierflow-data-'));
process.on('exit', () => rmSync(into, { recursive: true, force: true }));

async function generation(name: string, content: string, kind: 'customers' | 'collection', timeZone = 'UTC'): Promise<string> {
  const source = join(into, `${name}.csv`);
  writeFileSync(source, content);
  return unwrapped(await importFile({ source, into, name, dataset: { kind }, timeZone })).dir;
}

let people = '';
let orders = '';
let visits = '';

beforeAll(async () => {
  people = await generation('people', 'customer_id,name,born\nb,乙,1990-01-02\na,甲,2001-05-06\nd,丁,\n', 'customers');
  orders = await generation(
    'orders',
    'customer_id,ordered_at,amount,note\na,2024-03-01,1,x\nc,2024-03-09,2,y\nb,2024-03-02,3,z\nc,2024-03-01,4,\na,2024-02-01,5,w\n',
    'collection',
  );
  visits = await generation('visits', 'customer_id,visited_at\n😀,2024-04-01\n豈,2024-04-02\nd,2024-04-03\n', 'collection');
});

describe('openTable', () => {
  it('links lines to customers, counts those of unknown customers and leaves them out', () => {
    const opened = unwrapped(openTable({ customers: people, collections: { orders } }));
    expect(opened.collections.orders).toEqual({ rows: 5, rejected: 0, withoutCustomer: 0, unknownCustomer: 2 });
    expect(opened).toMatchObject({ asOf: '2024-03-09', customers: { rows: 3 }, timeZone: 'UTC' });
    expect(opened.input).toEqual({
      key: 'customer_id',
      fields: [
        { name: 'name', type: 'string' },
        { name: 'born', type: 'date' },
      ],
      collections: [
        {
          name: 'orders',
          time: 'ordered_at',
          fields: [
            { name: 'ordered_at', type: 'date' },
            { name: 'amount', type: 'number' },
            { name: 'note', type: 'string' },
          ],
        },
      ],
    });
    expect([...records(opened)]).toEqual([
      {
        customer_id: 'a',
        name: '甲',
        born: '2001-05-06',
        orders: [
          { ordered_at: '2024-02-01', amount: 5, note: 'w' },
          { ordered_at: '2024-03-01', amount: 1, note: 'x' },
        ],
      },
      { customer_id: 'b', name: '乙', born: '1990-01-02', orders: [{ ordered_at: '2024-03-02', amount: 3, note: 'z' }] },
      { customer_id: 'd', name: '丁', orders: [] },
    ]);
  });

  it('without a customers file takes the customers of all collections, in order of code points', () => {
    const opened = unwrapped(openTable({ collections: { orders, visits } }));
    expect(opened.table.key.dictionary.slice(1)).toEqual(['a', 'b', 'c', 'd', '豈', '😀']);
    expect([...records(opened, { from: 3, limit: 2 })]).toEqual([
      { customer_id: 'd', orders: [], visits: [{ visited_at: '2024-04-03' }] },
      { customer_id: '豈', orders: [], visits: [{ visited_at: '2024-04-02' }] },
    ]);
    expect(['a', '😀', '豈', 'zz'].map((key) => rowOf(opened, key))).toEqual([0, 5, 4, -1]);
  });

  it('of customers alone takes the as-of day from their days', () => {
    expect(unwrapped(openTable({ customers: people })).asOf).toBe('2001-05-06');
  });

  it('loads only the asked fields, and always the time', () => {
    const opened = unwrapped(
      openTable({ customers: people, collections: { orders }, fields: { customers: ['name'], collections: { orders: ['amount'] } } }),
    );
    expect(Object.keys(opened.table.fields)).toEqual(['name']);
    expect(Object.keys(opened.table.collections.orders?.fields ?? {})).toEqual(['ordered_at', 'amount']);
    expect(codeOf(openTable({ customers: people, fields: { customers: ['nope'] } }))).toBe('column.unknown');
  });

  it('refuses what does not fit', async () => {
    expect(codeOf(openTable({}))).toBe('table.empty');
    expect(codeOf(openTable({ customers: orders }))).toBe('generation.kind');
    expect(codeOf(openTable({ customers: join(into, 'none') }))).toBe('generation.absent');
    expect(codeOf(openTable({ customers: people, collections: { orders }, memoryLimit: 100 }))).toBe('table.tooLarge');
    expect(codeOf(openTable({ customers: people, collections: { name: orders } }))).toBe('name.conflict');
    const shanghai = await generation('shanghai', 'customer_id,ordered_at\na,2024-01-01\n', 'collection', 'Asia/Shanghai');
    expect(codeOf(openTable({ collections: { orders, shanghai } }))).toBe('table.zones');
  });

  it('notices a changed or shortened file', async () => {
    const dir = await generation('damaged', 'customer_id,n\na,1\nb,2\n', 'customers');
    const path = join(dir, 'c_1.col');
    const bytes = readFileSync(path);
    onTestFinished(() => writeFileSync(path, bytes));
    const flipped = Buffer.from(bytes);
    flipped[3] = (flipped[3] ?? 0) ^ 1;
    writeFileSync(path, flipped);
    expect(codeOf(openTable({ customers: dir, verify: true }))).toBe('generation.corrupt');
    writeFileSync(path, bytes.subarray(0, 5));
    expect(codeOf(openTable({ customers: dir }))).toBe('generation.corrupt');
    writeFileSync(path, bytes);
    expect(codeOf(openTable({ customers: dir, verify: true }))).toBe('none');
    appendFileSync(join(dir, 'manifest.json'), '}');
    expect(codeOf(readManifest(dir))).toBe('generation.corrupt');
  });
});

describe('keys', () => {
  it('are ordered as their bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(Math.sign(compareKeys(a, b))).toBe(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))));
      }),
    );
  });

  it('are merged without repeats', () => {
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(fc.string({ maxLength: 2 }))), (lists) => {
        const sorted = lists.map((list) => ['', ...list.sort(compareKeys)]);
        expect(unionOf(sorted).slice(1)).toEqual([...new Set(lists.flat())].sort(compareKeys));
      }),
    );
  });
});
