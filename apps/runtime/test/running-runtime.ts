// A runtime on a free port with a folder of its own, and the calls that tests make.
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type AnswerOf, type Problem, problemSchema, type Route, type RouteName, routes, type SentBodyOf } from '@tierflow/api';
import { createRuntime, type Runtime, type RuntimeOptions } from '../src/create-runtime.ts';

export interface Answer<J = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: J;
}

export interface Sent<N extends RouteName = RouteName> {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: SentBodyOf<N>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A running runtime as tests speak to it. */
export interface TestRuntime {
  readonly url: string;
  readonly dataDir: string;
  readonly bugs: readonly unknown[];
  readonly runtime: Runtime;
  /** Calls a route by name; checks every success against the route's schema and every failure against its problems. */
  readonly call: <N extends RouteName>(name: N, sent?: Sent<N>) => Promise<Answer<AnswerOf<N>>>;
  /** Imports a text and waits for the end. */
  readonly load: (dataset: string, csv: string | Uint8Array, query?: Readonly<Record<string, string>>) => Promise<AnswerOf<'getImport'>>;
  readonly stop: () => Promise<void>;
}

export async function runningRuntime(options: Partial<RuntimeOptions> = {}): Promise<TestRuntime> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'tierflow-test-')));
  const bugs: unknown[] = [];
  const outcome = await createRuntime({
    host: '127.0.0.1',
    port: 0,
    insecure: false,
    examples: false,
    memoryMb: 1024,
    studioDir: join(dataDir, 'no-studio'),
    timeZone: 'Asia/Shanghai',
    now: () => new Date().toISOString(),
    onBug: (error) => bugs.push(error),
    ...options,
    dataDir,
  });
  if (!outcome.ok) throw new Error(`the runtime did not start: ${outcome.reason}`);
  const { runtime } = outcome;
  const url = `http://127.0.0.1:${runtime.port}`;
  const call = <N extends RouteName>(name: N, sent: Sent<N> = {}) => callRoute(url, name, sent);
  return {
    url,
    dataDir,
    bugs,
    runtime,
    call,
    load: (dataset, csv, query = {}) => load(url, call, { dataset, csv, query }),
    stop: async () => {
      await runtime.close(500);
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function callRoute<N extends RouteName>(url: string, name: N, sent: Sent<N>): Promise<Answer<AnswerOf<N>>> {
  const route: Route = routes[name];
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(String(sent.params?.[key] ?? '')));
  const query = new URLSearchParams(Object.fromEntries(Object.entries(sent.query ?? {}).map(([key, value]) => [key, String(value)])));
  const body = sent.body === undefined ? {} : { body: JSON.stringify(sent.body) };
  const type = sent.body === undefined ? {} : { 'Content-Type': 'application/json' };
  const response = await fetch(`${url}${path}${query.size === 0 ? '' : `?${query}`}`, {
    method: route.method,
    ...body,
    headers: { ...type, ...sent.headers },
  });
  const text = await response.text();
  const isJson = /\bjson$/.test(response.headers.get('content-type') ?? '') && !response.headers.get('content-type')?.includes('ndjson');
  const json = (isJson && text !== '' ? JSON.parse(text) : undefined) as AnswerOf<N>;
  const answer = { status: response.status, headers: response.headers, text, json };
  check(name, route, answer);
  return answer;
}

/** Throws where an answer is not what the route table promises. */
function check(name: RouteName, route: Route, { status, json, headers }: Answer): void {
  if (status === route.answer.status) {
    if (json !== undefined && route.answer.schema !== undefined) route.answer.schema.parse(json);
    return;
  }
  if (status === 304) return;
  const problem = problemSchema.parse(json);
  if (headers.get('content-type') !== 'application/problem+json')
    throw new Error(`${name} answered ${status} as ${headers.get('content-type')}`);
  if (problem.status !== status) throw new Error(`${name} answered ${status} with a problem of ${problem.status}`);
}

async function load(
  url: string,
  call: TestRuntime['call'],
  what: { dataset: string; csv: string | Uint8Array; query: Readonly<Record<string, string>> },
) {
  const { dataset, csv, query } = what;
  const sent = await fetch(`${url}/v1/datasets/${dataset}/imports?${new URLSearchParams(query)}`, {
    method: 'POST',
    body: csv as string,
    headers: { 'Content-Type': 'text/csv' },
  });
  const accepted = (await sent.json()) as AnswerOf<'startImport'> & Problem;
  if (sent.status !== 202) throw new Error(`the import was refused: ${JSON.stringify(accepted)}`);
  for (;;) {
    const { json } = await call('getImport', { params: { name: dataset, id: accepted.import } });
    if (json.state !== 'waiting' && json.state !== 'running') return json;
    await wait(20);
  }
}

/** The problem of an answer. */
export function problemOf({ json }: Answer): Problem {
  return problemSchema.parse(json);
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
}

/** A request with exactly these headers, the Host included. */
export function rawRequest(
  url: string,
  path: string,
  options: { readonly method?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string | Uint8Array },
): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: hostname, port, path, method: options.method ?? 'GET', headers: options.headers ?? {}, agent: false },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text: Buffer.concat(chunks).toString() }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(options.body);
  });
}
