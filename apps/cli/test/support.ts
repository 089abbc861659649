// What the tests share: the command in this process or as its own, scratch folders, small files, real data.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { onTestFinished } from 'vitest';
import { XzReadableStream } from 'xz-decompress';
import { runCommandLine } from '../src/command-line.ts';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const environment = { LANG: 'en_US.UTF-8', PATH: process.env['PATH'] };

/** Runs a command line in this process. */
export async function tierflow(
  argv: readonly string[],
  stdin: string | Readable = '',
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const out = text(stdout);
  const err = text(stderr);
  const input = typeof stdin === 'string' ? Readable.from([Buffer.from(stdin)]) : stdin;
  const code = await runCommandLine(argv, {
    stdin: input,
    stdout,
    stderr,
    env: { ...environment, ...env },
    terminal: false,
    signal: new AbortController().signal,
  });
  stdout.end();
  stderr.end();
  return { code, out: await out, err: await err };
}

export const mainFile = join(import.meta.dirname, '..', 'src', 'main.ts');

/** Runs a command line as its own process. */
export async function tierflowProcess(argv: readonly string[], stdin = ''): Promise<Ran> {
  const child = spawn(process.execPath, [mainFile, ...argv], { env: environment, stdio: 'pipe' });
  const out = text(child.stdout);
  const err = text(child.stderr);
  child.stdin.on('error', () => undefined);
  child.stdin.end(stdin);
  const [code]: (number | null)[] = await once(child, 'close');
  return { code: code ?? null, out: await out, err: await err };
}

/** A directory that is gone when the test is over. */
export function scratch(): string {
  const dir = mkdtempSync(join(tmpdir(), 'tierflow-cli-test-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** Writes a file into a directory and gives its path. */
export function file(dir: string, name: string, content: string | Uint8Array | object): string {
  const path = join(dir, name);
  writeFileSync(path, typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content));
  return path;
}

const shared = process.env['TIERFLOW_REAL_DATA'];

/** A file of the real data; undefined, and said aloud, where there is none. */
export function realData(...parts: readonly string[]): string | undefined {
  const path = shared === undefined ? undefined : join(shared, ...parts);
  if (path !== undefined && existsSync(path)) return path;
  process.stderr.write(`SKIPPED: real data ${parts.join('/')} not found; set TIERFLOW_REAL_DATA\n`);
  return undefined;
}

/** Unpacks an .xz file. */
export async function unpack(from: string, to: string): Promise<string> {
  const stream = new XzReadableStream(Readable.toWeb(createReadStream(from)) as never);
  await pipeline(Readable.fromWeb(stream as unknown as ReadableStream), createWriteStream(to));
  return to;
}

/** Rows of a CSV file by header; cells of the files written here hold no line breaks. */
export function csvRows(path: string): readonly { readonly [head: string]: string }[] {
  const [head = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\r\n');
  const names = cells(head);
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, at) => [names[at] ?? '', cell])));
}

function cells(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}
