// A request read against its route: query and body parsed by their schemas, or refused with every fault.
import type { IncomingMessage } from 'node:http';
import type { Route } from '@tierflow/api';
import { readJsonBody } from './body.ts';
import { faultsOf } from './faults.ts';
import { languageOf } from './language.ts';
import { Refusal } from './refusal.ts';

export interface ReadRequest {
  readonly incoming: IncomingMessage;
  readonly params: Readonly<Record<string, string>>;
  /** What stands after the `?`. */
  readonly search: string;
  readonly signal: AbortSignal;
}

/** The parts of a `Call`; which types they have is the route's matter. */
export async function readCall(route: Route, { incoming, params, search, signal }: ReadRequest) {
  return {
    params,
    query: parseQuery(route, search),
    body: route.body?.type === 'json' ? parseBody(route.body.schema, await readJsonBody(incoming, route.body.limit)) : undefined,
    headers: incoming.headers,
    language: languageOf(incoming.headers['accept-language']),
    incoming,
    signal,
  };
}

/** What stands after the `?` of an address. */
export function searchOf(url: string): string {
  const at = url.indexOf('?');
  return at < 0 ? '' : url.slice(at + 1);
}

function parseQuery(route: Route, search: string): unknown {
  if (route.query === undefined) return {};
  const given: Record<string, string> = {};
  const parameters = search === '' ? undefined : new URLSearchParams(search);
  for (const name of parameters === undefined ? [] : Object.keys(route.query.shape)) {
    const values = parameters?.getAll(name) ?? [];
    if (values.length > 1) throw new Refusal('request.parameter', { faults: [{ code: 'value.twice', pointer: `/query/${name}` }] });
    if (values[0] !== undefined) given[name] = values[0];
  }
  const parsed = route.query.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new Refusal('request.parameter', { faults: faultsOf(parsed.error, '/query') });
}

function parseBody(schema: NonNullable<Extract<Route['body'], { type: 'json' }>>['schema'], value: unknown): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Refusal('request.invalid', { faults: faultsOf(parsed.error) });
}
