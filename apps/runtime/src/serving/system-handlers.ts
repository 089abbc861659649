// Whether the server lives and is ready, and what it can do.
import type { Handlers } from '../http/call.ts';
import { Refusal } from '../http/refusal.ts';
import { openApiDocument } from './openapi.ts';
import type { Services } from './services.ts';

export function systemHandlers({ store, draining }: Services): Pick<Handlers, 'livez' | 'readyz' | 'openapi'> {
  const document = JSON.stringify(openApiDocument());
  return {
    livez: () => ({ status: 200, json: { state: 'live' } }),
    readyz: () => {
      if (draining()) throw new Refusal('server.draining', { headers: { 'Retry-After': '5' } });
      const { revision, generation } = store.workspace.read();
      return { status: 200, json: { state: 'ready', revision, generation } };
    },
    openapi: () => ({ status: 200, content: document, type: 'application/json' }),
  };
}
