// Everything that is not a proper request: each answered with its own code, none with a stack trace, none with a 5xx.
import { connect } from 'node:net';
import { type Problem, problemSchema, routes } from '@tierflow/api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemOf, rawRequest, runningRuntime, type TestRuntime } from './running-runtime.ts';
import { shopFlow } from './small-shop.ts';

let runtime: TestRuntime;
beforeAll(async () => {
  runtime = await runningRuntime();
  await runtime.call('createFlow', { body: { flow: shopFlow } });
});
afterAll(async () => {
  expect(runtime.bugs).toEqual([]);
  await runtime.stop();
});

const JSON_TYPE = { 'Content-Type': 'application/json' };

async function raw(path: string, options: Parameters<typeof rawRequest>[2] = {}) {
  const answer = await rawRequest(runtime.url, path, options);
  const json = answer.text.startsWith('{') ? (JSON.parse(answer.text) as Problem) : undefined;
  return { ...answer, json };
}

/** Status and code; also sees that the answer is a whole problem document and tells nothing about the inside. */
async function refusal(path: string, options: Parameters<typeof rawRequest>[2] = {}): Promise<string> {
  const answer = await raw(path, options);
  const problem = problemSchema.parse(answer.json);
  expect(answer.headers['content-type']).toBe('application/problem+json');
  expect(answer.headers['x-request-id']).toBe(problem.instance);
  expect(answer.headers['content-security-policy']).toContain("default-src 'self'");
  expect(answer.text).not.toMatch(/node_modules|\.ts\b|SELECT|at Object|\/work|\/tmp/);
  return `${answer.status} ${problem.code}`;
}

describe('who may speak', () => {
  const host = () => runtime.url.slice('http://'.length);

  test.each([
    ['evil.example'],
    ['evil.example:8787'],
    ['127.0.0.1.evil.example'],
    ['localhost.evil.example'],
    ['10.0.0.1'],
    ['0.0.0.0'],
    ['[::]'],
    ['127.0.0.1@evil.example'],
  ])('a foreign Host %j is refused', async (name) => {
    expect(await refusal('/v1/workspace', { headers: { Host: name } })).toBe('403 request.host');
  });

  test.each([['localhost'], ['localhost:9'], ['127.0.0.1:9999'], ['127.1.2.3'], ['[::1]:8787'], ['LOCALHOST']])(
    'the loopback name %s is served',
    async (name) => {
      expect((await raw('/v1/workspace', { headers: { Host: name } })).status).toBe(200);
    },
  );

  test.each([['http://evil.example'], ['null'], ['http://localhost:1'], ['https://127.0.0.1'], ['file://']])(
    'a foreign Origin %s is refused, for reading too',
    async (origin) => {
      for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS']) {
        expect(
          await refusal('/v1/flows', {
            method,
            headers: { Host: host(), Origin: origin, ...JSON_TYPE },
            body: method === 'POST' ? '{}' : '',
          }),
        ).toBe('403 request.origin');
      }
    },
  );

  test('the own page may speak, and a link from elsewhere may open the studio but not the interface', async () => {
    const own = await raw('/v1/workspace', { headers: { Host: host(), Origin: `http://${host()}`, 'Sec-Fetch-Site': 'same-origin' } });
    expect(own.status).toBe(200);
    const linked = { Host: host(), 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' };
    expect(await refusal('/somewhere.css', { headers: linked })).toBe('404 route.unknown');
    expect(await refusal('/v1/workspace', { headers: linked })).toBe('403 request.origin');
    expect(await refusal('/', { headers: { ...linked, 'Sec-Fetch-Mode': 'no-cors' } })).toBe('403 request.origin');
  });

  test('no answer allows another origin to read it', async () => {
    const { headers } = await raw('/v1/workspace', { headers: { Host: host() } });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
  });
});

describe('what a write may be', () => {
  test.each([
    [undefined],
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data; boundary=x'],
    ['application/json; charset=gbk'],
    ['application/jsonp'],
  ])('JSON sent as %s is refused', async (type) => {
    const headers = type === undefined ? {} : { 'Content-Type': type };
    expect(await refusal('/v1/preview', { method: 'POST', headers, body: '{}' })).toBe('415 request.media-type');
    expect(await refusal('/v1/flows/small-shop/draft', { method: 'PUT', headers, body: '{}' })).toBe('415 request.media-type');
  });

  test('a file of another type is refused', async () => {
    for (const type of ['application/json', 'multipart/form-data; boundary=x', 'image/png']) {
      expect(await refusal('/v1/datasets/x/imports', { method: 'POST', headers: { 'Content-Type': type }, body: 'a,b\n' })).toBe(
        '415 request.media-type',
      );
    }
    expect(
      await refusal('/v1/datasets/x/imports', {
        method: 'POST',
        headers: { 'Content-Type': 'text/csv', 'Content-Encoding': 'br' },
        body: 'a',
      }),
    ).toBe('415 request.media-type');
    expect(await refusal('/v1/preview', { method: 'POST', headers: { ...JSON_TYPE, 'Content-Encoding': 'gzip' }, body: 'a' })).toBe(
      '415 request.media-type',
    );
  });

  test.each([
    ['', 1, 1],
    ['{', 1, 2],
    ['{"a" 1}', 1, 6],
    ['{"a": tru}', 1, 7],
    ['{\n "a": 1,\n}', 3, 1],
    ['[1, 2', 1, 6],
    ['nul', 1, 1],
    ["{'a': 1}", 1, 2],
    ['{"a": "\u0001"}', 1, 7],
    ['{"a": 01}', 1, 8],
    ['{} x', 1, 4],
    ['"abc', 1, 1],
  ])('JSON that breaks off: %j', async (body, line, column) => {
    const { json, status } = await raw('/v1/preview', { method: 'POST', headers: JSON_TYPE, body });
    expect({ status, ...json?.errors?.[0] }).toMatchObject({ status: 400, code: 'json.syntax', line, column });
  });

  test('JSON that is too deep, not UTF-8, or names __proto__', async () => {
    const post = (body: string | Uint8Array) => raw('/v1/preview', { method: 'POST', headers: JSON_TYPE, body });
    expect((await post('['.repeat(100_000))).json?.errors?.[0]).toMatchObject({ code: 'json.depth', line: 1, column: 65 });
    expect((await post(new Uint8Array([0x7b, 0xff, 0x7d]))).json?.errors?.[0]).toMatchObject({ code: 'json.encoding' });
    expect((await post('{"flow": {"__proto__": {"polluted": 1}}}')).json?.errors?.[0]).toMatchObject({
      code: 'json.name',
      pointer: '/flow/__proto__',
    });
    expect((await post('{"flow": {"\\u005f_proto__": 1}}')).json?.errors?.[0]).toMatchObject({ code: 'json.name' });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('a body over its limit is refused before it is read', async () => {
    const said = { ...JSON_TYPE, 'Content-Length': String(50 * 1024 * 1024) };
    const early = await new Promise<string>((resolve, reject) => {
      const { hostname, port } = new URL(runtime.url);
      const socket = connect(Number(port), hostname, () => {
        socket.write(
          `POST /v1/preview HTTP/1.1\r\nHost: ${hostname}\r\n${Object.entries(said)
            .map(([name, value]) => `${name}: ${value}\r\n`)
            .join('')}\r\n{`,
        );
      });
      socket.once('data', (data) => {
        resolve(data.toString());
        socket.destroy();
      });
      socket.once('error', reject);
    });
    expect(early).toMatch(/^HTTP\/1\.1 413 /);
    expect(early).toContain('request.too-large');
    expect(await refusal('/v1/runs', { method: 'POST', headers: JSON_TYPE, body: `{"flow": "${'a'.repeat(1024 * 1024)}"}` })).toBe(
      '413 request.too-large',
    );
  });

  test.each([
    [{ flow: 7 }, '/flow', 'value.type'],
    [{ draft: 'a b' }, '/draft', 'value.format'],
    [{ draft: 'a', columns: [{ node: 'x' }] }, '/columns/0/column', 'value.missing'],
    [{ draft: 'a', columns: [{ node: 'x', column: 'y', bins: 0 }] }, '/columns/0/bins', 'value.too-small'],
    [{ draft: 'a', asOf: '2026-02-30' }, '/asOf', 'value.format'],
    [{ flow: { ...shopFlow, format: 'tierflow/flow@9' } }, '/flow/format', 'value.choice'],
    [{ flow: { ...shopFlow, nodes: [{ id: '-', kind: 'source', config: {} }] } }, '/flow/nodes/0/id', 'value.format'],
    [{ flow: { ...shopFlow, nodes: 'none' } }, '/flow/nodes', 'value.type'],
    [{}, '', 'value.one-of'],
  ])('a body of another form %#', async (body, pointer, code) => {
    const { status, json } = await raw('/v1/preview', { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(body) });
    expect({ status, code: json?.code, first: json?.errors?.[0] }).toMatchObject({
      status: 422,
      code: 'request.invalid',
      first: { pointer, code },
    });
  });
});

describe('addresses', () => {
  test.each([
    ['/v1/nothing', '404 route.unknown'],
    ['/v1', '404 route.unknown'],
    ['/v1/flows/', '404 route.unknown'],
    ['/v1/flows/x/draft/y', '404 route.unknown'],
    ['/../../etc/passwd', '404 route.unknown'],
    ['/%2e%2e/%2e%2e/etc/passwd.txt', '404 route.unknown'],
    ['/assets/%00.js', '404 route.unknown'],
    ['/v1/flows/none', '404 flow.unknown'],
    ['/v1/flows/none/draft', '404 flow.unknown'],
    ['/v1/flows/small-shop/versions/1', '404 version.unknown'],
    ['/v1/definitions/none', '404 definition.unknown'],
    ['/v1/definitions/none?version=x', '400 request.parameter'],
    ['/v1/runs/none', '404 run.unknown'],
    ['/v1/runs?limit=0', '400 request.parameter'],
    ['/v1/runs?limit=1&limit=2', '400 request.parameter'],
    ['/v1/jobs/none', '404 job.unknown'],
    ['/v1/datasets/none', '404 dataset.unknown'],
    ['/v1/datasets/none/imports/x', '404 import.unknown'],
    ['/v1/datasets/none/records', '404 dataset.unknown'],
    ['/v1/customers', '409 dataset.none'],
  ])('%s', async (path, expected) => {
    expect(await refusal(path)).toBe(expected);
  });

  test.each([
    ['/v1/flows', 'DELETE', 'GET, HEAD, POST'],
    ['/v1/preview', 'GET', 'POST'],
    ['/livez', 'POST', 'GET, HEAD'],
  ])('%s with %s', async (path, method, allow) => {
    expect(await refusal(path, { method })).toBe('405 route.method');
    expect((await raw(path, { method })).headers['allow']).toBe(allow);
  });

  test('data that a flow needs and nobody imported', async () => {
    const post = (path: string, body: unknown) => refusal(path, { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(body) });
    expect(await post('/v1/preview', { draft: 'small-shop' })).toBe('409 dataset.none');
    expect(await post('/v1/preview', { draft: 'none' })).toBe('404 flow.unknown');
    expect(await post('/v1/preview', { draft: 'small-shop', generation: 7 })).toBe('404 generation.unknown');
    expect(await post('/v1/flows/small-shop/explain', {})).toBe('422 request.invalid');
    expect(await post('/v1/decide/none', { key: 'a' })).toBe('404 definition.unknown');
    expect(await post('/v1/decide/none', {})).toBe('422 request.invalid');
    expect(await post('/v1/runs', { flow: 'none' })).toBe('404 definition.unknown');
  });
});

describe('what never becomes a request', () => {
  function bytes(text: string): Promise<string> {
    const { hostname, port } = new URL(runtime.url);
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => socket.write(text));
      let seen = '';
      socket.on('data', (data) => {
        seen += data.toString();
      });
      socket.on('close', () => resolve(seen));
      socket.on('error', reject);
    });
  }

  test('broken requests are answered on the socket', async () => {
    const broken = await bytes('NOT HTTP\r\n\r\n');
    expect(broken).toMatch(/^HTTP\/1\.1 400 [\s\S]*application\/problem\+json[\s\S]*request\.malformed/);
    const large = await bytes(`GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`);
    expect(large).toMatch(/^HTTP\/1\.1 431 [\s\S]*request\.header-too-large/);
    const twice = await bytes(
      'POST /v1/preview HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    );
    expect(twice).toMatch(/^HTTP\/1\.1 400 /);
    const noHost = await bytes('GET /livez HTTP/1.1\r\nConnection: close\r\n\r\n');
    expect(noHost).toMatch(/^HTTP\/1\.1 403 [\s\S]*request\.host/);
    const emptyHost = await bytes('GET /livez HTTP/1.1\r\nHost: \r\nConnection: close\r\n\r\n');
    expect(emptyHost).toMatch(/^HTTP\/1\.1 403 [\s\S]*request\.host/);
    const absolute = await bytes('GET http://evil.example/v1/workspace HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
    expect(absolute).toMatch(/^HTTP\/1\.1 400 [\s\S]*request\.malformed/);
  });
});

test('messages come in the language asked for', async () => {
  const ask = async (language: string) =>
    problemOf(await runtime.call('getFlow', { params: { id: 'none' }, headers: { 'Accept-Language': language } })).detail;
  expect(await ask('zh-CN,zh;q=0.9,en;q=0.8')).toBe('没有编号为 none 的流程。');
  expect(await ask('en-GB')).toBe('There is no flow with the id none.');
  expect(await ask('fr, zh;q=0.1')).toBe('没有编号为 none 的流程。');
  expect(await ask('zh;q=0, en;q=0.1')).toBe('There is no flow with the id none.');
});

test('the OpenAPI document names every route with its permission', async () => {
  const document = (await (await fetch(`${runtime.url}/v1/openapi.json`)).json()) as {
    openapi: string;
    paths: Record<string, Record<string, Record<string, unknown>>>;
  };
  expect(document.openapi).toBe('3.1.0');
  for (const route of Object.values(routes)) {
    expect(document.paths[route.path]?.[route.method.toLowerCase()]?.['x-permission']).toBe(route.permission);
  }
});
