// The one route that is asked thousands of times a second, answered on the sockets themselves. It reads requests, calls the
// handler and words refusals by the same functions as every other route; only the way in and out is shorter.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { PROBLEM_TYPE, type Route, routes } from '@tierflow/api';
import type { Call, Handler } from './call.ts';
import { languageOf } from './language.ts';
import { problemOf } from './problem-response.ts';
import { readCall, searchOf } from './read-call.ts';
import { Refusal } from './refusal.ts';
import { refusalOf } from './refusal-of.ts';
import { newRequestId } from './request-id.ts';
import { securityHeaders } from './security-headers.ts';

const PREFIX = '/v1/decide/';
const NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
const route: Route = routes.decide;
/** Decisions are quick: nobody is told when a caller goes away. */
const NEVER = new AbortController().signal;
/** A JSON answer that no page can show needs no more; refusals carry all headers. */
const BASE = [
  'Content-Type',
  'application/json',
  'Cache-Control',
  'no-store',
  'X-Content-Type-Options',
  'nosniff',
  'Cross-Origin-Resource-Policy',
  'same-origin',
];

export interface HotRoute {
  /** False: the request is not for this route. */
  readonly take: (incoming: IncomingMessage, outgoing: ServerResponse) => boolean;
}

export interface HotRouteOptions {
  readonly decide: Handler<'decide'>;
  readonly draining: () => boolean;
  readonly onBug: (error: unknown, requestId: string) => void;
}

export function hotRoute({ decide, draining, onBug }: HotRouteOptions): HotRoute {
  const answer = async (name: string, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const id = newRequestId(incoming);
    const close = draining() ? ['Connection', 'close'] : [];
    try {
      const call = await readCall(route, { incoming, params: { name }, search: searchOf(incoming.url ?? ''), signal: NEVER });
      const reply = await decide(call as unknown as Call<'decide'>);
      if (!('json' in reply)) throw new Error('decide answers JSON');
      // As a text it leaves together with the head, in one write.
      const text = JSON.stringify(reply.json);
      outgoing.writeHead(reply.status, [...BASE, 'X-Request-Id', id, 'Content-Length', String(Buffer.byteLength(text)), ...close]);
      outgoing.end(text);
    } catch (error) {
      if (!(error instanceof Refusal)) onBug(error, id);
      const refusal = refusalOf(error);
      const problem = problemOf(refusal, languageOf(incoming.headers['accept-language']), id);
      const headers = {
        ...securityHeaders,
        'Content-Type': PROBLEM_TYPE,
        'Cache-Control': 'no-store',
        'X-Request-Id': id,
        ...refusal.detail.headers,
      };
      outgoing.writeHead(problem.status, [...Object.entries(headers).flat(), ...close]);
      outgoing.end(JSON.stringify(problem));
    }
  };
  return {
    take: (incoming, outgoing) => {
      const { method, url = '' } = incoming;
      if (method !== 'POST' || !url.startsWith(PREFIX)) return false;
      const end = url.indexOf('?');
      const name = url.slice(PREFIX.length, end < 0 ? undefined : end);
      if (!NAME.test(name)) return false;
      void answer(name, incoming, outgoing);
      return true;
    },
  };
}
