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

export interface FileRequest {
  readonly path: string;
  readonly method: string;
  /** If-None-Match. */
  readonly known: string | undefined;
}

export type FileAnswer = (request: FileRequest) => Promise<Response | undefined>;

/** Answers from `folder`, or undefined where nothing fits. */
export function staticFiles(folder: string): FileAnswer {
  return async ({ path, method, known }) => {
    if (method !== 'GET' && method !== 'HEAD') return undefined;
    if (path.startsWith('/v1/') || path.startsWith('/.well-known/')) return undefined;
    const name = decoded(path);
    if (name === undefined) return undefined;
    const asset = extname(name) === '' ? undefined : await read(folder, name);
    if (asset !== undefined)
      return respond(asset, { type: TYPES[extname(name)] ?? 'application/octet-stream', immutable: name.startsWith('/assets/'), known });
    if (extname(name) !== '') return undefined;
    const page = await read(folder, '/index.html');
    return page === undefined ? undefined : respond(page, { type: TYPES['.html'] ?? '', immutable: false, known });
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

interface Served {
  readonly type: string;
  readonly immutable: boolean;
  readonly known: string | undefined;
}

function respond(bytes: Uint8Array, { type, immutable, known }: Served): Response {
  const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"`;
  const headers = { ETag: etag, 'Cache-Control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache' };
  if (known?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag) === true)
    return new Response(null, { status: 304, headers });
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: { ...headers, 'Content-Type': type, 'Content-Length': String(bytes.length) },
  });
}
