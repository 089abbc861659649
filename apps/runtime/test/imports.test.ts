// Imports: every row is accounted for, a repeat is the same import, nothing is served before it is whole.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problemOf, runningRuntime, type TestRuntime } from './running-runtime.ts';
import { customersCsv, ordersCsv, shopFlow } from './small-shop.ts';

let runtime: TestRuntime;
beforeAll(async () => {
  runtime = await runningRuntime();
});
afterAll(async () => {
  expect(runtime.bugs).toEqual([]);
  await runtime.stop();
});

const post = (path: string, body: string | Uint8Array, headers: Record<string, string> = { 'Content-Type': 'text/csv' }) =>
  fetch(`${runtime.url}${path}`, { method: 'POST', body: body as string, headers });

test('rows in = loaded + rejected, and every reject says where and why', async () => {
  const csv = `${customersCsv},no key,north,1\nC11,Bad Age,north,old\nC01,Again,north,5\n`;
  const done = await runtime.load('customers', csv, { key: 'customer_id', types: '{"age":"number"}' });
  expect(done).toMatchObject({ state: 'done', rows: 13, loaded: 10, rejected: 3, generation: 1, progress: 1 });
  const text = (await runtime.call('listRejects', { params: { name: 'customers', id: done.id } })).text;
  const rejects = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { line: number; column: string | null; code: string });
  expect(rejects).toHaveLength(3);
  expect(rejects.map(({ line }) => line).sort((a, b) => a - b)).toContain(13);
  for (const { code } of rejects) expect(code).toMatch(/^[a-z]+\.[a-zA-Z]+$/);
});

test('a file is read in its encoding', async () => {
  const text = '客户编号,姓名,城市\nA1,张三,北京\nA2,李四,广州\nA3,王五,上海\n';
  const gb = Uint8Array.from([...text].flatMap((character) => GB[character] ?? [character.charCodeAt(0)]));
  const probe = await (await post('/v1/datasets/chinese/probe', gb)).json();
  expect(probe).toMatchObject({
    encoding: 'gb18030',
    columns: [{ name: '客户编号' }, { name: '姓名', samples: ['张三', '李四', '王五'] }, { name: '城市' }],
    guess: { kind: 'customers', key: '客户编号' },
  });
  const done = await runtime.load('chinese', gb, {});
  expect(done).toMatchObject({ state: 'done', loaded: 3, encoding: 'gb18030' });
  const records = (await runtime.call('listRecords', { params: { name: 'chinese' } })).text;
  expect(records.split('\n')[0]).toBe('{"客户编号":"A1","姓名":"张三","城市":"北京"}');
});

/** The characters of the text above in GB 18030. */
const GB: Readonly<Record<string, readonly number[]>> = {
  客: [0xbf, 0xcd],
  户: [0xbb, 0xa7],
  编: [0xb1, 0xe0],
  号: [0xba, 0xc5],
  姓: [0xd0, 0xd5],
  名: [0xc3, 0xfb],
  城: [0xb3, 0xc7],
  市: [0xca, 0xd0],
  张: [0xd5, 0xc5],
  三: [0xc8, 0xfd],
  北: [0xb1, 0xb1],
  京: [0xbe, 0xa9],
  李: [0xc0, 0xee],
  四: [0xcb, 0xc4],
  广: [0xb9, 0xe3],
  州: [0xd6, 0xdd],
  王: [0xcd, 0xf5],
  五: [0xce, 0xe5],
  上: [0xc9, 0xcf],
  海: [0xba, 0xa3],
};

test('a small file is read as rows of text, and kept nowhere; different pairs of two columns come from a data set', async () => {
  const text = '城市,大区\n北京,北\n上海,东\n';
  const table = await (await post('/v1/tables', Buffer.from(`\ufeff${text}`, 'utf16le'))).json();
  expect(table).toMatchObject({
    file: { format: 'csv', encoding: 'utf-16le', delimiter: ',', header: true },
    columns: ['城市', '大区'],
    rows: [
      { line: 2, cells: ['北京', '北'] },
      { line: 3, cells: ['上海', '东'] },
    ],
  });
  const refused = async (bytes: string) => ((await (await post('/v1/tables', bytes)).json()) as { readonly code: string }).code;
  expect(await refused('a,b\n'.repeat(20_002))).toBe('table.rows');
  expect(await refused('PK\u0003\u0004')).toBe('import.workbook');
  expect(await refused('')).toBe('import.empty');
  expect(readdirSync(join(runtime.dataDir, 'scratch'))).toEqual([]);
  await runtime.load('lines', 'id,who,city,area\n1,a,x,N\n2,a,x,N\n3,b,x,S\n4,b,,N\n5,b,y,\n', {
    kind: 'collection',
    key: 'id',
    customer: 'who',
  });
  const pairs = (query: Record<string, string>) => runtime.call('listPairs', { params: { name: 'lines' }, query });
  expect((await pairs({ first: 'city', second: 'area' })).json.rows.map(({ cells }) => cells)).toEqual([
    ['x', 'N'],
    ['x', 'S'],
    ['y', ''],
  ]);
  expect(problemOf(await pairs({ first: 'city', second: 'constructor' })).code).toBe('column.unknown');
});

test('a packed file is the same file', async () => {
  const plain = await runtime.load('packed', 'id,n\na,1\nb,2\n', { key: 'id' });
  const sent = await post('/v1/datasets/packed/imports?key=id', gzipSync('id,n\na,1\nb,2\n'), { 'Content-Type': 'application/gzip' });
  expect(await sent.json()).toMatchObject({ import: plain.id });
  const broken = await post('/v1/datasets/packed/imports?key=id', 'not gzip', { 'Content-Type': 'text/csv', 'Content-Encoding': 'gzip' });
  expect(await broken.json()).toMatchObject({ status: 422, code: 'import.format' });
});

test('the same bytes with the same options are the same import while they are served', async () => {
  const first = await runtime.load('twice', 'id,n\na,1\n', { key: 'id' });
  const again = await runtime.load('twice', 'id,n\na,1\n', { key: 'id' });
  expect(again.id).toBe(first.id);
  const other = await runtime.load('twice', 'id,n\na,1\n', { key: 'id', types: '{"n":"string"}' });
  expect(other.id).not.toBe(first.id);
  const back = await runtime.load('twice', 'id,n\na,1\n', { key: 'id' });
  expect(back.id, 'served again after something else was: a new import').not.toBe(first.id);
  const at = await Promise.all(
    [1, 2, 3].map(() =>
      post('/v1/datasets/twice/imports?key=id', 'id,n\na,2\n').then((answer) => answer.json() as Promise<{ import: string }>),
    ),
  );
  expect(new Set(at.map((each) => each.import)).size, 'sent three times at once').toBe(1);
  expect((await runtime.load('twice', 'id,n\na,2\n', { key: 'id' })).id).toBe(at[0]?.import);
});

test('what cannot be imported says why, and changes nothing', async () => {
  const before = (await runtime.call('getWorkspace')).json.generation;
  const cases: readonly [string | Uint8Array, Record<string, string>, string][] = [
    ['id,n\na,1\n', { key: 'nokey' }, 'import.column'],
    ['id,n\na,1\n', { key: 'id', encoding: 'klingon' }, 'import.encoding-unknown'],
    ['id,n\na,1\n', { key: 'id', timeZone: 'Mars/Olympus' }, 'import.time-zone'],
    ['PK\u0003\u0004\u0014\u0000\u0006\u0000', { key: 'id' }, 'import.format'],
    [`id,n\n${'a,b\n'.repeat(2000)}`, { key: 'id', types: '{"n":"number"}' }, 'import.rejected'],
  ];
  for (const [bytes, query, code] of cases) {
    const ended = await runtime.load('bad', bytes, query);
    expect({ state: ended.state, code: ended.problem?.code, words: ended.problem?.message }).toMatchObject({ state: 'failed', code });
    expect(ended.problem?.message).not.toMatch(/\{\w+\}/);
  }
  expect(await (await post('/v1/datasets/bad/imports', '')).json()).toMatchObject({ status: 422, code: 'import.empty' });
  expect(await (await post('/v1/datasets/bad/imports?types=nope', 'a')).json()).toMatchObject({ status: 400, code: 'import.types' });
  expect(await (await post('/v1/datasets/bad/imports?kind=other', 'a')).json()).toMatchObject({ status: 400, code: 'request.parameter' });
  expect(await (await post('/v1/datasets/a%20b/imports', 'a')).json()).toMatchObject({ status: 400, code: 'request.parameter' });
  expect((await runtime.call('getWorkspace')).json.generation).toBe(before);
  expect(problemOf(await runtime.call('getDataset', { params: { name: 'bad' } })).code).toBe('dataset.unknown');
});

test('an import can be ended, and leaves nothing behind', async () => {
  const lines = Array.from({ length: 400_000 }, (_, at) => `k${at},${at % 97},${at % 13}`);
  const sent = await post('/v1/datasets/long/imports?key=id', `id,n,m\n${lines.join('\n')}\n`);
  const { import: id, job } = (await sent.json()) as { import: string; job: string };
  const ended = await runtime.call('cancelImport', { params: { name: 'long', id }, body: {} });
  expect(ended.json).toMatchObject({ state: 'cancelled', generation: null });
  expect((await runtime.call('getJob', { params: { id: job } })).json.state).toBe('cancelled');
  expect(problemOf(await runtime.call('cancelImport', { params: { name: 'long', id }, body: {} }))).toMatchObject({
    status: 409,
    code: 'import.finished',
  });
  await runtime.load('after', 'id\na\n', { key: 'id' });
  expect(readdirSync(join(runtime.dataDir, 'uploads'))).toEqual([]);
  expect(readdirSync(join(runtime.dataDir, 'generations')).filter((name) => name.startsWith('.') || name === id)).toEqual([]);
});

test('a data set is described: columns, fill, samples, generations', async () => {
  await runtime.load('orders', ordersCsv, { customer: 'customer_id', time: 'ordered_at', key: 'order_id' });
  const detail = (await runtime.call('getDataset', { params: { name: 'orders' } })).json;
  expect(detail).toMatchObject({
    kind: 'collection',
    key: 'order_id',
    customer: 'customer_id',
    time: 'ordered_at',
    rows: 10,
    lastDay: '2026-10-31',
    withoutCustomer: 0,
  });
  expect(detail.columns.find(({ name }) => name === 'amount')).toMatchObject({ type: 'number', missing: 0, low: 15, high: 999 });
  expect(detail.columns.find(({ name }) => name === 'amount')?.samples.length).toBeGreaterThan(2);
  const customers = (await runtime.call('getDataset', { params: { name: 'customers' } })).json;
  expect(customers.columns.find(({ name }) => name === 'age')).toMatchObject({ type: 'number', missing: 1 });
});

test('counts of a flow, by hand', async () => {
  await runtime.load('customers', customersCsv, { key: 'customer_id' });
  await runtime.call('createFlow', { body: { flow: shopFlow } });
  const { nodes, tiers, unassigned, asOf } = (await runtime.call('preview', { body: { draft: 'small-shop' } })).json;
  // C02 has no age and C06 no region; C07 is 22. Of the seven others four spent something.
  expect(asOf).toBe('2026-10-31');
  expect(nodes['known']).toMatchObject({ n: 10, unknown: 1, ports: { match: 7, rest: 3 } });
  expect(tiers.map(({ id, n }) => [id, n])).toEqual([
    ['gold', 3],
    ['silver', 1],
  ]);
  expect(unassigned).toBe(3);
});

test('customers are found by key, name and the end of a phone number', async () => {
  await runtime.load('customers', 'customer_id,name,phone\nC01,Li Wei,138 0000 1234\nC02,Wang Fang,139-1111-5678\nX138,Other,\n', {
    key: 'customer_id',
  });
  const found = async (search: string) =>
    (await runtime.call('searchCustomers', { query: { search } })).json.customers.map(({ key }) => key);
  expect(await found('c0')).toEqual(['C01', 'C02']);
  expect(await found('wang')).toEqual(['C02']);
  expect(await found('1234')).toEqual(['C01']);
  expect(await found('5678')).toEqual(['C02']);
  expect(await found('138')).toEqual(['X138']);
  expect(await found('')).toHaveLength(3);
});
