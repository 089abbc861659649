// Inputs that a generator made: requests to every route with bodies of any shape, and flows with something broken in them.
// Whatever comes, the answer is a success or a problem document below 500.
import { type Problem, problemSchema, type Route, routes } from '@tierflow/api';
import type { Json } from '@tierflow/definition';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rawRequest, runningRuntime, type TestRuntime } from './running-runtime.ts';
import { customersCsv, ordersCsv, shopFlow } from './small-shop.ts';

const SEED = 20_261_122;
const RUNS = 500;

let runtime: TestRuntime;
beforeAll(async () => {
  runtime = await runningRuntime();
  await runtime.load('customers', customersCsv, { key: 'customer_id' });
  await runtime.load('orders', ordersCsv, { key: 'order_id', customer: 'customer_id', time: 'ordered_at' });
  await runtime.call('createFlow', { body: { flow: shopFlow } });
  const etag = (await runtime.call('getDraft', { params: { id: shopFlow.id } })).headers.get('etag') ?? '';
  await runtime.call('publish', { params: { id: shopFlow.id }, body: {}, headers: { 'If-Match': etag, 'Idempotency-Key': 'k' } });
});
afterAll(async () => {
  expect(runtime.bugs).toEqual([]);
  await runtime.stop();
});

async function ask(
  method: string,
  path: string,
  options: { readonly headers?: Record<string, string>; readonly body?: string | Uint8Array },
) {
  const answer = await rawRequest(runtime.url, path, { method, ...options });
  const what = `${method} ${path} ${String(options.body).slice(0, 2000)} → ${answer.text.slice(0, 500)}`;
  expect(answer.status, what).toBeLessThan(500);
  if (answer.status < 400) return answer;
  expect(answer.headers['content-type'], what).toBe('application/problem+json');
  const problem: Problem = problemSchema.parse(JSON.parse(answer.text));
  expect(problem.status).toBe(answer.status);
  return answer;
}

const names = fc.oneof(
  fc.constantFrom('small-shop', 'customers', 'orders', '1', 'x', '__proto__', 'constructor', '%00', '..', 'é', "a'b"),
  fc.string({ maxLength: 80 }),
);
const texts = fc.oneof(
  fc.constantFrom('', '0', '-1', '1e99', 'true', '*', '"x"', '2026-01-01', 'NaN', "' OR 1=1 --"),
  fc.string({ maxLength: 60 }),
);
const header = fc.oneof(
  fc.constantFrom('*', '"a"', 'W/"a"', 'text/csv', 'application/json', 'zh', ''),
  fc.stringMatching(/^[\x20-\x7e]{0,60}$/),
);

test(`${RUNS} requests with drawn addresses, headers and bodies`, async () => {
  const all = Object.values(routes) as Route[];
  const request = fc.record({
    route: fc.constantFrom(...all),
    params: fc.array(names, { minLength: 3, maxLength: 3 }),
    query: fc.dictionary(
      fc.constantFrom('version', 'limit', 'cursor', 'tier', 'search', 'generation', 'trace', 'key', 'types', 'kind', 'x'),
      texts,
      { maxKeys: 3 },
    ),
    headers: fc.dictionary(
      fc.constantFrom('If-Match', 'If-None-Match', 'Idempotency-Key', 'Accept', 'Accept-Language', 'Content-Encoding'),
      header,
      { maxKeys: 3 },
    ),
    type: fc.oneof(
      { weight: 5, arbitrary: fc.constant('application/json') },
      { weight: 2, arbitrary: fc.constant('text/csv') },
      { weight: 1, arbitrary: header },
    ),
    body: fc.oneof(fc.json({ maxDepth: 4 }), fc.string({ maxLength: 200 }), fc.uint8Array({ maxLength: 200 })),
  });
  await fc.assert(
    fc.asyncProperty(request, async ({ route, params, query, headers, type, body }) => {
      let at = 0;
      const path = route.path.replaceAll(/\{\w+\}/g, () => encodeURIComponent(params[at++] ?? 'x'));
      const search = new URLSearchParams(query).toString();
      const sends = route.method === 'POST' || route.method === 'PUT';
      await ask(route.method, search === '' ? path : `${path}?${search}`, {
        headers: { ...headers, ...(sends ? { 'Content-Type': type } : {}) },
        ...(sends ? { body } : {}),
      });
    }),
    { numRuns: RUNS, seed: SEED },
  );
}, 240_000);

/** A value inside the flow, replaced, removed, or doubled. */
type Mutation = { readonly at: number; readonly by: Json | 'remove' };

test(`${RUNS} flows with something broken in them`, async () => {
  const mutation: fc.Arbitrary<Mutation> = fc.record({
    at: fc.nat(10_000),
    by: fc.oneof(
      fc.constant('remove' as const),
      fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
      fc.constantFrom<Json>('src', 'sums', 'known', 'tiers', 'spent', 'region', '=1', 1e308, -0, '\u0000', [], {}),
    ),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(mutation, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('preview', 'rows', 'explain', 'impact', 'draft'),
      async (mutations, where) => {
        const flow = mutations.reduce<Json>((value, { at, by }) => mutated(value, at, by), shopFlow as unknown as Json);
        const headers = { 'Content-Type': 'application/json', 'If-Match': '*' };
        const bodies = {
          preview: [
            'POST',
            '/v1/preview',
            {
              flow,
              columns: [{ node: 'tiers', column: 'spent' }],
              conditions: ['known'],
              grids: [{ node: 'tiers', rows: 'region', columns: 'age' }],
            },
          ],
          rows: ['POST', '/v1/preview/rows', { flow, node: 'tiers', port: 'gold' }],
          explain: ['POST', '/v1/flows/small-shop/explain', { flow, key: 'C03' }],
          impact: ['POST', '/v1/flows/small-shop/impact', { flow }],
          draft: ['PUT', '/v1/flows/small-shop/draft', flow],
        } as const;
        const [method, path, body] = bodies[where];
        await ask(method, path, { headers, body: JSON.stringify(body) });
      },
    ),
    { numRuns: RUNS, seed: SEED },
  );
}, 240_000);

/** Counts every value of the document; the one whose number it is, is changed. */
function mutated(value: Json, at: number, by: Json | 'remove'): Json {
  const size = sizeOf(value);
  let left = at % size;
  const change = (part: Json): Json | undefined => {
    if (left-- === 0) return by === 'remove' ? undefined : by;
    if (Array.isArray(part)) return part.flatMap((item) => change(item) ?? []);
    if (part === null || typeof part !== 'object') return part;
    return Object.fromEntries(
      Object.entries(part).flatMap(([name, member]) => {
        const next = change(member);
        return next === undefined ? [] : [[name, next]];
      }),
    );
  };
  return change(value) ?? null;
}

function sizeOf(value: Json): number {
  if (value === null || typeof value !== 'object') return 1;
  return Object.values(value).reduce((sum: number, part) => sum + sizeOf(part as Json), 1);
}
