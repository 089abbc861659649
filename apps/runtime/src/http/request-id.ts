// The name of one request in answers and logs: the caller's where it has a harmless form, else a new one.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Made when it is first asked for, and put among the answer's headers. */
export function requestId(incoming: IncomingMessage, outgoing: ServerResponse): string {
  const known = outgoing.getHeader('X-Request-Id');
  if (typeof known === 'string') return known;
  const id = newRequestId(incoming);
  outgoing.setHeader('X-Request-Id', id);
  return id;
}

export function newRequestId({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[A-Za-z0-9._-]{8,64}$/.test(given) ? given : randomUUID();
}
