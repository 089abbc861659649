// The body of a request, read while it streams: never more than its limit in memory, never waiting for ever.
import type { IncomingMessage } from 'node:http';
import { readJson } from './json-text.ts';
import { Refusal } from './refusal.ts';

/** Longest silence while a body arrives. */
const IDLE_MS = 15_000;
/** Longest time a JSON body may take as a whole. */
const TOTAL_MS = 60_000;

/** Reads and parses a JSON body. */
export async function readJsonBody(incoming: IncomingMessage, limit: number): Promise<unknown> {
  if (!/^application\/(?:json|[a-z.-]+\+json)\s*(?:;\s*charset="?utf-?8"?\s*)?$/i.test(incoming.headers['content-type'] ?? ''))
    throw new Refusal('request.media-type');
  requirePlain(incoming);
  const parsed = readJson(await readBytes(incoming, limit));
  if (parsed.ok) return parsed.value;
  if (parsed.fault.pointer !== undefined) throw new Refusal('request.invalid', { faults: [parsed.fault] });
  const { line = 1, column = 1 } = parsed.fault;
  throw new Refusal('request.json', { params: { line, column }, faults: [parsed.fault] });
}

/** Refuses a compressed body where none is expected. */
export function requirePlain(incoming: IncomingMessage): void {
  const encoding = incoming.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') throw new Refusal('request.media-type');
}

/** All bytes of a body of at most `limit`. */
export async function readBytes(incoming: IncomingMessage, limit: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of arriving(incoming, limit, TOTAL_MS)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The chunks of a body; refuses at the byte that crosses `limit`, after a long silence, and after `total` milliseconds. */
export async function* arriving(incoming: IncomingMessage, limit: number, total = Number.POSITIVE_INFINITY): AsyncGenerator<Buffer> {
  if (Number(incoming.headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
  const started = performance.now();
  let late = false;
  const giveUp = () => {
    late = true;
    incoming.destroy();
  };
  let timer = setTimeout(giveUp, Math.min(IDLE_MS, total));
  let seen = 0;
  try {
    for await (const chunk of incoming as AsyncIterable<Buffer>) {
      seen += chunk.length;
      if (seen > limit) throw tooLarge(limit);
      clearTimeout(timer);
      yield chunk;
      timer = setTimeout(giveUp, Math.max(0, Math.min(IDLE_MS, started + total - performance.now())));
    }
  } catch (error) {
    if (late) throw new Refusal('request.timeout', { headers: { Connection: 'close' } });
    if (error instanceof Error && 'code' in error && error.code === 'ECONNRESET') throw new Refusal('request.malformed');
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function tooLarge(limit: number): Refusal {
  return new Refusal('request.too-large', { params: { limit }, headers: { Connection: 'close' } });
}
