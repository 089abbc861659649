// The bytes of an upload on their way to disk: counted, hashed, synced, and only then given a name.
import { createHash } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { dirname } from 'node:path';
import { createGunzip } from 'node:zlib';
import { arriving } from '../http/body.ts';
import { Refusal } from '../http/refusal.ts';

export interface Received {
  readonly bytes: number;
  /** `sha256:<hex>` of the content, unpacked. */
  readonly digest: string;
}

/** Media types under which a file may come. */
const FILE_TYPES =
  /^(?:text\/(?:csv|tab-separated-values|plain)|application\/(?:csv|x-ndjson|ndjson|jsonl|octet-stream|gzip|x-gzip|vnd\.ms-excel))\s*(?:;.*)?$/i;

/** Refuses a body that is no file. */
export function requireFile(incoming: IncomingMessage): void {
  if (!FILE_TYPES.test(incoming.headers['content-type'] ?? '')) throw new Refusal('request.media-type');
}

/** Writes the body to `path`; nothing stays behind where it is refused or breaks off. */
export async function receiveUpload(incoming: IncomingMessage, path: string, limit: number): Promise<Received> {
  const part = `${path}.part`;
  const file = await open(part, 'w', 0o600);
  try {
    const received = await write(chunksOf(incoming, limit), file, limit);
    if (received.bytes === 0) throw new Refusal('import.empty');
    await file.sync();
    await file.close();
    await rename(part, path);
    await syncFolder(dirname(path));
    return received;
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(part, { force: true });
    throw error;
  }
}

async function write(chunks: AsyncIterable<Buffer>, file: FileHandle, limit: number): Promise<Received> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > limit) throw new Refusal('request.too-large', { params: { limit }, headers: { Connection: 'close' } });
    hash.update(chunk);
    await file.write(chunk);
  }
  return { bytes, digest: `sha256:${hash.digest('hex')}` };
}

/** The content, unpacked where it came as gzip. */
function chunksOf(incoming: IncomingMessage, limit: number): AsyncIterable<Buffer> {
  const encoding = incoming.headers['content-encoding'] ?? 'identity';
  const packed = encoding === 'gzip' || /gzip/i.test(incoming.headers['content-type'] ?? '');
  if (encoding !== 'identity' && encoding !== 'gzip') throw new Refusal('request.media-type');
  return packed ? unpacked(arriving(incoming, limit)) : arriving(incoming, limit);
}

/** Unpacks while it streams; what is no gzip is refused as no table. */
async function* unpacked(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  const feeding = feed(chunks, gunzip);
  feeding.catch((error: unknown) => gunzip.destroy(error instanceof Error ? error : new Error(String(error))));
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) yield chunk;
    await feeding;
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) throw new Refusal('import.format');
    throw error;
  } finally {
    gunzip.destroy();
  }
}

async function feed(chunks: AsyncIterable<Buffer>, gunzip: ReturnType<typeof createGunzip>): Promise<void> {
  for await (const chunk of chunks) {
    if (gunzip.destroyed) return;
    if (!gunzip.write(chunk)) await new Promise<void>((resolve) => gunzip.once('drain', resolve).once('close', resolve));
  }
  gunzip.end();
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
