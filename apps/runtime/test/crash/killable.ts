// A runtime in its own process: started, spoken to, killed at a moment, looked into afterwards.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mutant } from './server.ts';

export interface Killable {
  readonly url: string;
  /** Ends the process at once, as a power switch would end it alone. */
  readonly kill: () => Promise<void>;
  readonly running: () => boolean;
}

/** Shared by all starts of a test run: most of a start is compiling. */
const codeCache = join(tmpdir(), `tierflow-crash-code-${process.pid}`);

export function forgetCode(): void {
  rmSync(codeCache, { recursive: true, force: true });
}

export async function startKillable(dataDir: string, mutant: Mutant): Promise<Killable> {
  const env = { ...process.env, NODE_COMPILE_CACHE: codeCache };
  const child = spawn(process.execPath, ['--no-warnings', join(import.meta.dirname, 'server.ts'), dataDir, mutant], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await portOf(child);
  return {
    url: `http://127.0.0.1:${port}`,
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
    running: () => child.exitCode === null && child.signalCode === null,
  };
}

async function portOf(child: ChildProcess): Promise<number> {
  let text = '';
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    text += chunk.toString();
    const match = /port (\d+)/.exec(text);
    if (match !== null) return Number(match[1]);
  }
  throw new Error(`the server ended before it listened: ${text}`);
}

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
export function draws(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One line per harness, for the table of figures. */
export function report(line: {
  readonly id: string;
  readonly seed: number;
  readonly points: number;
  readonly acknowledged: number;
  readonly failures: number;
  readonly milliseconds: number;
}): void {
  console.log(JSON.stringify(line));
}

/** JSON of a call, or undefined where the process went away under it. */
export async function tell<T>(
  url: string,
  init: RequestInit = {},
): Promise<{ readonly status: number; readonly json: T; readonly headers: Headers } | undefined> {
  try {
    const response = await fetch(url, init);
    const text = await response.text();
    return { status: response.status, json: (text === '' ? null : JSON.parse(text)) as T, headers: response.headers };
  } catch {
    return undefined;
  }
}
