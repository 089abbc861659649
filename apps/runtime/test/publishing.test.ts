// Publishing: what makes a version, who may, what is stored, what a retry gets.
import { createHash } from 'node:crypto';
import { canonicalJson, type Definition } from '@tierflow/definition';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problemOf, runningRuntime, type TestRuntime } from './running-runtime.ts';
import { customersCsv, ordersCsv, shopFlow } from './small-shop.ts';

let runtime: TestRuntime;
beforeAll(async () => {
  runtime = await runningRuntime();
  await runtime.load('customers', customersCsv, { key: 'customer_id' });
  await runtime.load('orders', ordersCsv, { key: 'order_id', customer: 'customer_id', time: 'ordered_at' });
  await runtime.call('createFlow', { body: { flow: shopFlow } });
});
afterAll(async () => {
  expect(runtime.bugs).toEqual([]);
  await runtime.stop();
});

const id = 'small-shop';
let keys = 0;
const key = () => `test-${++keys}`;
const etagOf = async (flow = id) => (await runtime.call('getDraft', { params: { id: flow } })).headers.get('etag') ?? '';
const publish = (headers: Record<string, string>, body = {}, flow = id) => runtime.call('publish', { params: { id: flow }, body, headers });

test('needs both its headers', async () => {
  expect(problemOf(await publish({ 'If-Match': '*' }))).toMatchObject({ status: 400, code: 'idempotency.missing' });
  expect(problemOf(await publish({ 'Idempotency-Key': 'with space' }))).toMatchObject({ status: 400, code: 'request.header' });
  expect(problemOf(await publish({ 'Idempotency-Key': key() }))).toMatchObject({ status: 428, code: 'precondition.required' });
  expect(problemOf(await publish({ 'Idempotency-Key': key(), 'If-Match': '"stale"' }))).toMatchObject({
    status: 412,
    code: 'precondition.failed',
  });
});

test('the bytes are canonical, hashed, served as they are, and say which they are', async () => {
  const published = await publish({ 'Idempotency-Key': key(), 'If-Match': await etagOf() }, { note: 'first' });
  expect(published.status).toBe(201);
  expect(published.json).toMatchObject({ version: 1, revision: 1, warnings: [] });
  const served = await runtime.call('getDefinition', { params: { name: id } });
  const digest = `sha256:${createHash('sha256').update(served.text).digest('hex')}`;
  expect(published.json.digest).toBe(digest);
  expect(served.headers.get('etag')).toBe(`"${digest}"`);
  expect(served.headers.get('content-digest')).toBe(`sha-256=:${createHash('sha256').update(served.text).digest('base64')}:`);
  const definition = JSON.parse(served.text) as Definition;
  expect(canonicalJson(definition)).toBe(served.text);
  expect(definition).toMatchObject({ name: id, version: 1, revision: 1, fittedOn: { asOf: '2026-10-31', generation: '2', rows: 10 } });
  expect(definition.vectors.length).toBeGreaterThan(3);
  expect(JSON.stringify(definition.vectors)).not.toContain('C01');

  expect((await runtime.call('getDefinition', { params: { name: id }, headers: { 'If-None-Match': `"${digest}"` } })).status).toBe(304);
  expect((await runtime.call('getDefinition', { params: { name: id }, headers: { 'If-None-Match': `W/"${digest}", "x"` } })).status).toBe(
    304,
  );
  expect((await runtime.call('getDefinition', { params: { name: id }, headers: { 'If-None-Match': '"x"' } })).status).toBe(200);
  expect((await runtime.call('getDefinition', { params: { name: id }, query: { version: 1 } })).text).toBe(served.text);
  expect(problemOf(await runtime.call('getDefinition', { params: { name: id }, query: { version: 2 } })).code).toBe('version.unknown');

  const list = (await runtime.call('listVersions', { params: { id } })).json;
  expect(list).toMatchObject({
    live: 1,
    versions: [{ version: 1, revision: 1, digest, note: 'first', restored: null, asOf: '2026-10-31', generation: 2, customers: 10 }],
  });
  const detail = (await runtime.call('getVersion', { params: { id, version: 1 } })).json;
  expect(detail.flow).toEqual(shopFlow);
  expect((await runtime.call('getFlow', { params: { id } })).json).toMatchObject({
    live: { version: 1, digest },
    draft: { changed: false },
    result: { customers: 10 },
  });
});

test('a retry under the same key gets the first answer; another request under it is refused', async () => {
  const headers = { 'Idempotency-Key': key(), 'If-Match': await etagOf() };
  const first = await publish(headers);
  const second = await publish(headers);
  expect(second.text).toBe(first.text);
  expect(second.headers.get('idempotent-replayed')).toBe('true');
  expect(second.headers.get('etag')).toBe(first.headers.get('etag'));
  expect(problemOf(await publish(headers, { note: 'other' }))).toMatchObject({ status: 422, code: 'idempotency.reused' });
});

test('of 64 at once with one ETag exactly one succeeds, and numbers have no gaps', async () => {
  const etag = await etagOf();
  const before = (await runtime.call('listVersions', { params: { id } })).json.versions[0];
  const answers = await Promise.all(Array.from({ length: 64 }, () => publish({ 'Idempotency-Key': key(), 'If-Match': etag })));
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(1);
  expect(statuses.filter((status) => status === 412)).toHaveLength(63);
  const { versions } = (await runtime.call('listVersions', { params: { id } })).json;
  expect(versions[0]).toMatchObject({ version: (before?.version ?? 0) + 1, revision: (before?.revision ?? 0) + 1 });
  expect(versions.map(({ version }) => version)).toEqual(versions.map((_, at) => versions.length - at));
});

test('one request under a key that is still worked on', async () => {
  const headers = { 'Idempotency-Key': key(), 'If-Match': await etagOf() };
  const answers = await Promise.all([publish(headers), publish(headers)]);
  const codes = answers.map((answer) => (answer.status === 201 ? 'done' : problemOf(answer).code)).sort();
  expect(codes).toEqual(['done', 'idempotency.in-progress']);
});

test('a flow with faults lists every failed gate in words, and makes no version', async () => {
  const [source, sums, known, tiers] = shopFlow.nodes as [
    (typeof shopFlow.nodes)[0],
    (typeof shopFlow.nodes)[0],
    (typeof shopFlow.nodes)[0],
    (typeof shopFlow.nodes)[0],
  ];
  const broken = { ...known, config: { where: { all: [{ field: 'regon', op: 'isNotEmpty' }] } } };
  const worse = { ...tiers, config: { ...tiers.config, on: 'nothing' } };
  const flow = { ...shopFlow, id: 'broken', nodes: [source, sums, broken, worse] };
  await runtime.call('createFlow', {
    body: {
      flow: {
        ...flow,
        edges: [
          { from: 'src', to: 'sums' },
          { from: 'sums', to: 'known' },
          { from: 'sums', to: 'tiers' },
        ],
      },
    },
  });
  const refused = problemOf(await publish({ 'Idempotency-Key': key(), 'If-Match': await etagOf('broken') }, {}, 'broken'));
  expect(refused).toMatchObject({ status: 422, code: 'publish.gates' });
  expect(refused.diagnostics?.map(({ at }) => at.node).sort()).toEqual(['known', 'tiers']);
  expect(refused.errors?.map(({ pointer }) => pointer?.split('/')[2]).sort()).toEqual(['known', 'tiers']);
  for (const { message, code } of refused.errors ?? []) expect(message, 'every fault has words').not.toBe(code);
  expect((await runtime.call('listVersions', { params: { id: 'broken' } })).json).toEqual({ live: null, versions: [] });
});

test('rolling back makes a new revision of the old content', async () => {
  const flow = {
    ...shopFlow,
    nodes: shopFlow.nodes.map((node) =>
      node.id === 'known' ? { ...node, config: { where: { all: [{ field: 'age', op: 'ge', value: 50 }] } } } : node,
    ),
  };
  await runtime.call('putDraft', { params: { id }, body: flow, headers: { 'If-Match': await etagOf() } });
  const changed = await publish({ 'Idempotency-Key': key(), 'If-Match': await etagOf() });
  const rolled = await runtime.call('rollback', { params: { id }, body: { version: 1 }, headers: { 'Idempotency-Key': key() } });
  expect(rolled.json).toMatchObject({ version: changed.json.version + 1, revision: changed.json.revision + 1 });
  const [first, last] = await Promise.all(
    [1, rolled.json.version].map(
      async (version) => JSON.parse((await runtime.call('getDefinition', { params: { name: id }, query: { version } })).text) as Definition,
    ),
  );
  expect({ ...last, version: 0, revision: 0 }).toEqual({ ...first, version: 0, revision: 0 });
  expect((await runtime.call('listVersions', { params: { id } })).json).toMatchObject({
    live: rolled.json.version,
    versions: [{ restored: 1 }, {}, {}, {}, {}, {}],
  });
  expect((await runtime.call('getFlow', { params: { id } })).json.draft?.changed).toBe(true);
  expect(
    problemOf(await runtime.call('rollback', { params: { id }, body: { version: 99 }, headers: { 'Idempotency-Key': key() } })).code,
  ).toBe('version.unknown');
});

test('what was published outlives its flow', async () => {
  await runtime.call('createFlow', { body: { flow: { ...shopFlow, id: 'gone' } } });
  await publish({ 'Idempotency-Key': key(), 'If-Match': await etagOf('gone') }, {}, 'gone');
  await runtime.call('deleteFlow', { params: { id: 'gone' } });
  expect((await runtime.call('getDefinition', { params: { name: 'gone' } })).status).toBe(200);
  expect((await runtime.call('decide', { params: { name: 'gone' }, body: { key: 'C03' } })).json).toMatchObject({ tier: 'gold' });
  await runtime.call('createFlow', { body: { flow: { ...shopFlow, id: 'gone' } } });
  expect((await publish({ 'Idempotency-Key': key(), 'If-Match': await etagOf('gone') }, {}, 'gone')).json.version, 'numbers go on').toBe(2);
});
