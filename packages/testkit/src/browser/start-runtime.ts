/** Starts the real runtime as its own process on a free port, with a data folder that is thrown away afterwards. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A runtime that answers. */
export interface RunningRuntime {
  /** Without a slash at the end. */
  readonly url: string;
  readonly dataFolder: string;
  /** What it has written so far, both streams. */
  readonly output: () => string;
  /** Asks it to end, waits, and removes the data folder. */
  readonly stop: () => Promise<void>;
}

/** What may be told to the runtime beyond the port and the data folder. */
export interface StartOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds until it must answer `/readyz`. */
  readonly within?: number;
}

const main = join(import.meta.dirname, '..', '..', '..', '..', 'apps', 'runtime', 'src', 'main.ts');

/** @throws Error with the output of the runtime when it ends or does not get ready in time. */
export async function startRuntime(options: StartOptions = {}): Promise<RunningRuntime> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'tierflow-data-'));
  const port = await freePort();
  const env = { ...process.env, ...options.env, HOST: '127.0.0.1', PORT: String(port), TIERFLOW_DATA: dataFolder };
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const written: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => written.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => written.push(chunk.toString()));
  const running: RunningRuntime = {
    url: `http://127.0.0.1:${port}`,
    dataFolder,
    output: () => written.join(''),
    stop: async () => {
      await end(child);
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
  if (await isReady(child, running.url, Date.now() + (options.within ?? 60_000))) return running;
  await running.stop();
  throw new Error(`The runtime did not get ready. It wrote:\n${running.output()}`);
}

async function isReady(child: ChildProcess, url: string, deadline: number): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok === true) return true;
    await wait(50);
  }
  return false;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const forced = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await gone;
  clearTimeout(forced);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('the system gave no port');
  return address.port;
}
