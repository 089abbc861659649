// Who may speak to the server while there are no roles: the page it served itself, and programs on this machine.
import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from './refusal.ts';

export interface GuardSettings {
  /** Only loopback names are served; false after the operator said so. */
  readonly loopbackOnly: boolean;
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;
const NAME = /^(?:[a-z0-9.-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

/** Throws for a foreign Host (a name that was pointed here) and for a foreign Origin (a page that was not served here). */
export function guard(headers: IncomingHttpHeaders, path: string, method: string, settings: GuardSettings): void {
  const host = headers.host ?? '';
  if (!(settings.loopbackOnly ? LOOPBACK : NAME).test(host)) throw new Refusal('request.host');
  const { origin } = headers;
  if (origin !== undefined && !sameOrigin(origin, host)) throw new Refusal('request.origin');
  const site = headers['sec-fetch-site'];
  const foreign = site === 'cross-site' || site === 'same-site';
  const navigates = method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && !path.startsWith('/v1/');
  if (foreign && !navigates) throw new Refusal('request.origin');
}

function sameOrigin(origin: string, host: string): boolean {
  return origin === `http://${host}` || origin === `https://${host}`;
}

/** Whether an address binds this machine only. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
