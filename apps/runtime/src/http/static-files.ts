// The studio's built files. Only names that exist in the folder are served; every other page is the studio's own route.
import { createHash } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json',
};

/** Answers from `folder`, or undefined where nothing fits. */
export function staticFiles(folder: string): (path: string, method: string) => Promise<Response | undefined> {
  return async (path, method) => {
    if (method !== 'GET' && method !== 'HEAD') return undefined;
    if (path.startsWith('/v1/') || path.startsWith('/.well-known/')) return undefined;
    const name = decoded(path);
    if (name === undefined) return undefined;
    const asset = extname(name) === '' ? undefined : await read(folder, name);
    if (asset !== undefined) return respond(asset, TYPES[extname(name)] ?? 'application/octet-stream', name.startsWith('/assets/'));
    if (extname(name) !== '') return undefined;
    const page = await read(folder, '/index.html');
    return page === undefined ? undefined : respond(page, TYPES['.html'] ?? '', false);
  };
}

function decoded(path: string): string | undefined {
  try {
    const name = decodeURIComponent(path);
    return name.includes('\0') || name.includes('\\') ? undefined : name;
  } catch {
    return undefined;
  }
}

/** The bytes of a file inside the folder; links that lead out of it do not count. */
async function read(folder: string, name: string): Promise<Uint8Array | undefined> {
  try {
    const root = await realpath(folder);
    const file = await realpath(join(root, name));
    return file.startsWith(root + sep) ? await readFile(file) : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'].includes(String(error.code)))
      return undefined;
    throw error;
  }
}

function respond(bytes: Uint8Array, type: string, immutable: boolean): Response {
  const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"`;
  const cache = immutable ? 'public, max-age=31536000, immutable' : 'no-cache';
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: { 'Content-Type': type, 'Cache-Control': cache, ETag: etag, 'Content-Length': String(bytes.length) },
  });
}
