// Drafts: who may write when, what is kept, what is never thrown away by accident.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problemOf, runningRuntime, type TestRuntime } from './running-runtime.ts';
import { shopFlow } from './small-shop.ts';

let runtime: TestRuntime;
beforeAll(async () => {
  runtime = await runningRuntime();
});
afterAll(() => runtime.stop());

const id = 'small-shop';
const titled = (en: string) => ({ ...shopFlow, title: en });

test('the first save needs If-None-Match: *, every later one the ETag read before', async () => {
  const { call } = runtime;
  const put = (body: typeof shopFlow, headers: Record<string, string> = {}) => call('putDraft', { params: { id }, body, headers });

  expect(problemOf(await put(shopFlow))).toMatchObject({ status: 428, code: 'precondition.required' });
  expect(problemOf(await put(shopFlow, { 'If-Match': '"1-0000000000000000"' })).code).toBe('precondition.failed');

  const first = await put(shopFlow, { 'If-None-Match': '*' });
  expect(first.status).toBe(204);
  const etag = first.headers.get('etag') ?? '';
  expect(etag).toMatch(/^"1-[0-9a-f]{16}"$/);
  expect((await put(shopFlow, { 'If-None-Match': '*' })).status).toBe(412);

  const draft = await call('getDraft', { params: { id } });
  expect(draft.json).toEqual(shopFlow);
  expect(draft.headers.get('etag')).toBe(etag);
  expect((await call('getDraft', { params: { id }, headers: { 'If-None-Match': etag } })).status).toBe(304);

  const second = await put(titled('second'), { 'If-Match': etag });
  expect(second.status).toBe(204);
  expect(second.headers.get('etag')).not.toBe(etag);

  const stale = await put(titled('third'), { 'If-Match': etag });
  expect(problemOf(stale)).toMatchObject({ status: 412, code: 'precondition.failed' });
  expect(stale.headers.get('etag')).toBe(second.headers.get('etag'));
  expect((await put(titled('second'), { 'If-Match': etag })).status, 'a stale tag is refused for the same content too').toBe(412);
  expect(
    (await put(titled('second'), { 'If-Match': second.headers.get('etag') ?? '' })).headers.get('etag'),
    'saving the same again changes nothing',
  ).toBe(second.headers.get('etag'));
  expect((await put(titled('fourth'), { 'If-Match': `"x", ${second.headers.get('etag')}` })).status, 'a list of tags').toBe(204);
  expect((await put(titled('fifth'), { 'If-Match': '*' })).status).toBe(204);
});

test('headers that cannot be read are named', async () => {
  for (const headers of [{ 'If-Match': 'unquoted' }, { 'If-None-Match': '"x"' }, { 'If-Match': '*', 'If-None-Match': '*' }]) {
    expect(problemOf(await runtime.call('putDraft', { params: { id }, body: shopFlow, headers }))).toMatchObject({
      status: 400,
      code: 'request.header',
    });
  }
});

test('an empty graph does not replace one with nodes unless that is said', async () => {
  const { headers } = await runtime.call('getDraft', { params: { id } });
  const emptied = await runtime.call('putDraft', {
    params: { id },
    body: { ...shopFlow, nodes: [], edges: [] },
    headers: { 'If-Match': headers.get('etag') ?? '' },
  });
  expect(problemOf(emptied)).toMatchObject({ status: 409, code: 'flow.emptied' });
  expect((await runtime.call('getDraft', { params: { id } })).headers.get('etag')).toBe(headers.get('etag'));
  const meant = await runtime.call('putDraft', {
    params: { id },
    query: { emptied: 'true' },
    body: { ...shopFlow, nodes: [], edges: [] },
    headers: { 'If-Match': headers.get('etag') ?? '' },
  });
  expect(meant.status).toBe(204);
  const back = await runtime.call('putDraft', { params: { id }, body: shopFlow, headers: { 'If-Match': meant.headers.get('etag') ?? '' } });
  expect(back.status).toBe(204);
});

test('the id in the content has to be the id in the address', async () => {
  const answer = await runtime.call('putDraft', { params: { id: 'other' }, body: shopFlow, headers: { 'If-None-Match': '*' } });
  expect(problemOf(answer)).toMatchObject({ status: 422, code: 'flow.id', errors: [{ pointer: '/id' }] });
});

test('the last fifty states stay readable', async () => {
  let etag = (await runtime.call('getDraft', { params: { id } })).headers.get('etag') ?? '';
  for (let at = 0; at < 55; at++) {
    const saved = await runtime.call('putDraft', { params: { id }, body: titled(`state ${at}`), headers: { 'If-Match': etag } });
    etag = saved.headers.get('etag') ?? '';
  }
  const { points } = (await runtime.call('listAutosaves', { params: { id } })).json;
  expect(points).toHaveLength(50);
  expect(points[0]?.etag).toBe(etag);
  const oldest = await runtime.call('getAutosave', { params: { id, point: points[49]?.id ?? 0 } });
  expect(oldest.json.title).toBe('state 5');
});

test('flows are made, listed and removed', async () => {
  const flow = { ...shopFlow, id: 'made' };
  const made = await runtime.call('createFlow', { body: { flow } });
  expect(made.status).toBe(201);
  expect(made.headers.get('location')).toBe('/v1/flows/made');
  expect(problemOf(await runtime.call('createFlow', { body: { flow } }))).toMatchObject({ status: 409, code: 'flow.exists' });
  expect((await runtime.call('listFlows')).json.flows.map((each) => each.id)).toContain('made');
  expect((await runtime.call('getFlow', { params: { id: 'made' } })).json).toMatchObject({
    live: null,
    draft: { changed: true },
    result: null,
  });
  expect((await runtime.call('deleteFlow', { params: { id: 'made' } })).status).toBe(204);
  for (const name of ['getFlow', 'getDraft', 'listVersions', 'listAutosaves', 'deleteFlow'] as const) {
    expect(problemOf(await runtime.call(name, { params: { id: 'made' } }))).toMatchObject({ status: 404, code: 'flow.unknown' });
  }
});

test('a draft survives the end of the server', async () => {
  const first = await runningRuntime();
  await first.call('createFlow', { body: { flow: shopFlow } });
  const before = await first.call('getDraft', { params: { id } });
  await first.runtime.close();
  const again = await runningRuntime({ dataDir: first.dataDir });
  const after = await again.call('getDraft', { params: { id } });
  expect(after.text).toBe(before.text);
  expect(after.headers.get('etag')).toBe(before.headers.get('etag'));
  await again.runtime.close();
  await first.stop();
});
