// Calls to the runtime, typed by its route table. A refusal is a value with a code; only a bug throws.
import { type AnswerOf, type Problem, problemSchema, type QueryOf, type RouteName, routes, type SentBodyOf } from '@tierflow/api';
import type { z } from 'zod';
import type { Language } from '../design/number-format.ts';

/** What a call sends. `file` replaces the JSON body on routes that take bytes. */
export interface Sent<N extends RouteName> {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Partial<QueryOf<N>>;
  readonly body?: SentBodyOf<N>;
  readonly file?: Blob;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** The page may be closing: the request outlives it. */
  readonly keepalive?: boolean;
}

/** Why a call brought nothing: the runtime's problem document, no connection, or a newer call that took its place. */
export type Failure =
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'network'; readonly status?: number }
  | { readonly kind: 'aborted' };

export type Called<T> =
  | { readonly ok: true; readonly value: T; readonly etag: string | null }
  | { readonly ok: false; readonly failure: Failure };

export interface Server {
  /** Calls a route and parses its answer. */
  readonly call: <N extends RouteName>(name: N, sent?: Sent<N>) => Promise<Called<AnswerOf<N>>>;
  /** The same for routes that answer text (NDJSON, CSV). */
  readonly text: <N extends RouteName>(name: N, sent?: Sent<N>) => Promise<Called<string>>;
  /** Address of a route, for links. */
  readonly address: <N extends RouteName>(name: N, sent?: Pick<Sent<N>, 'path' | 'query'>) => string;
}

interface Surroundings {
  readonly fetch: typeof fetch;
  readonly language: () => Language;
}

/** A server reached at the page's own origin. */
export function createServer({ fetch, language }: Surroundings): Server {
  const send = async <N extends RouteName>(name: N, sent: Sent<N>): Promise<Called<Response>> => {
    try {
      const response = await fetch(addressOf(name, sent), requestOf(name, sent, language()));
      return response.ok
        ? { ok: true, value: response, etag: response.headers.get('ETag') }
        : { ok: false, failure: await failureOf(response) };
    } catch (error) {
      return { ok: false, failure: { kind: error instanceof DOMException && error.name === 'AbortError' ? 'aborted' : 'network' } };
    }
  };
  return {
    async call(name, sent = {}) {
      const answer = await send(name, sent);
      if (!answer.ok) return answer;
      return parsed(name, answer.value, answer.etag);
    },
    async text(name, sent = {}) {
      const answer = await send(name, sent);
      return answer.ok ? { ok: true, value: await answer.value.text(), etag: answer.etag } : answer;
    },
    address: (name, sent = {}) => addressOf(name, sent),
  };
}

async function parsed<N extends RouteName>(name: N, response: Response, etag: string | null): Promise<Called<AnswerOf<N>>> {
  const answer = routes[name].answer;
  if (!('schema' in answer) || response.status === 204) return { ok: true, value: undefined as AnswerOf<N>, etag };
  try {
    const value = (answer.schema as unknown as z.ZodType<AnswerOf<N>>).safeParse(await response.json());
    return value.success ? { ok: true, value: value.data, etag } : { ok: false, failure: { kind: 'network', status: response.status } };
  } catch (error) {
    const aborted = error instanceof DOMException && error.name === 'AbortError';
    return { ok: false, failure: aborted ? { kind: 'aborted' } : { kind: 'network', status: response.status } };
  }
}

function addressOf<N extends RouteName>(name: N, { path = {}, query = {} }: Pick<Sent<N>, 'path' | 'query'>): string {
  const filled = routes[name].path.replaceAll(/\{(\w+)\}/g, (_, part: string) => encodeURIComponent(path[part] ?? ''));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== undefined) search.set(key, String(value));
  return search.size === 0 ? filled : `${filled}?${search}`;
}

function requestOf<N extends RouteName>(name: N, sent: Sent<N>, language: Language): RequestInit {
  const json = sent.body === undefined ? undefined : JSON.stringify(sent.body);
  return {
    method: routes[name].method,
    headers: {
      'Accept-Language': language,
      ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...sent.headers,
    },
    ...(json === undefined ? {} : { body: json }),
    ...(sent.file === undefined ? {} : { body: sent.file }),
    ...(sent.signal === undefined ? {} : { signal: sent.signal }),
    ...(sent.keepalive === true ? { keepalive: true } : {}),
  };
}

async function failureOf(response: Response): Promise<Failure> {
  const body = problemSchema.safeParse(await response.json().catch(() => undefined));
  return body.success ? { kind: 'problem', problem: body.data } : { kind: 'network', status: response.status };
}

/** A failed call as an error, for loaders that expect one. */
export class CallError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.kind === 'problem' ? failure.problem.detail : failure.kind);
    this.failure = failure;
  }
}

/** The value of a call, or a {@link CallError}. */
export function orThrow<T>(called: Called<T>): T {
  if (!called.ok) throw new CallError(called.failure);
  return called.value;
}
