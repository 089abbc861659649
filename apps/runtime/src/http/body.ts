// The body of a request, read while it streams: never more than its limit in memory, never waiting for ever.
import type { IncomingMessage } from 'node:http';
import { readJson } from './json-text.ts';
import { Refusal } from './refusal.ts';

/** Longest silence while a body arrives. */
const IDLE_MS = 15_000;
/** Longest time a JSON body may take as a whole. */
const JSON_MS = 30_000;

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
  const length = Number(incoming.headers['content-length'] ?? Number.NaN);
  if (length > limit) throw tooLarge(limit);
  // A small body comes with its head and is here as soon as the parser has had its turn: no timer, no listeners.
  await undefined;
  if (incoming.readableLength !== length) return readArriving(incoming, limit);
  const bytes = (incoming.read() ?? NOTHING) as Buffer;
  incoming.resume();
  return bytes;
}

const NOTHING = Buffer.alloc(0);

function readArriving(incoming: IncomingMessage, limit: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let seen = 0;
    let late = false;
    // One timer for the whole body: a JSON body is small, so silence and slowness are the same.
    const timer = setTimeout(() => {
      late = true;
      incoming.destroy();
    }, JSON_MS);
    const end = (error?: Error): void => {
      clearTimeout(timer);
      if (error === undefined) resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks));
      else reject(error);
    };
    incoming.on('data', (chunk: Buffer) => {
      seen += chunk.length;
      if (seen <= limit) chunks.push(chunk);
      else end(tooLarge(limit));
    });
    incoming.once('end', () => end());
    incoming.once('error', () => end(brokenOff(late)));
    incoming.once('close', () => {
      if (!incoming.complete) end(brokenOff(late));
    });
  });
}

function brokenOff(late: boolean): Refusal {
  return late ? new Refusal('request.timeout', { headers: { Connection: 'close' } }) : new Refusal('request.malformed');
}

/** The chunks of a large body; refuses at the byte that crosses `limit`, and after a long silence. */
export async function* arriving(incoming: IncomingMessage, limit: number): AsyncGenerator<Buffer> {
  if (Number(incoming.headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
  let late = false;
  const giveUp = () => {
    late = true;
    incoming.destroy();
  };
  let timer = setTimeout(giveUp, IDLE_MS);
  let seen = 0;
  try {
    for await (const chunk of incoming as AsyncIterable<Buffer>) {
      seen += chunk.length;
      if (seen > limit) throw tooLarge(limit);
      clearTimeout(timer);
      yield chunk;
      timer = setTimeout(giveUp, IDLE_MS);
    }
  } catch (error) {
    if (late || (error instanceof Error && 'code' in error && error.code === 'ECONNRESET')) throw brokenOff(late);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function tooLarge(limit: number): Refusal {
  return new Refusal('request.too-large', { params: { limit }, headers: { Connection: 'close' } });
}
