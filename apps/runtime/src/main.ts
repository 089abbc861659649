// The `tierflow` server: reads the environment, starts the runtime, prints its address, ends when told to.
import { mkdirSync } from 'node:fs';
import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { readSettings } from './settings.ts';

const WORDS = {
  locked: 'Another process uses the data folder {folder}.',
  newer: 'The data folder {folder} was written by a newer version of Tierflow; this version leaves it alone.',
  damaged: 'The record store in {folder} is damaged (tierflow.sqlite). Bring the folder back from a backup.',
} as const;

const root = join(import.meta.dirname, '..', '..', '..');
process.exitCode = await main();

async function main(): Promise<number | undefined> {
  const read = readSettings(process.env, join(root, '.data'));
  if (!read.ok) return refuse(read.message);
  const { settings } = read;
  // Kept in the folder that belongs to this user alone, and before anything large is loaded.
  const codeCache = join(settings.dataDir, 'code-cache');
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 });
  enableCompileCache(codeCache);
  const { createRuntime } = await import('./create-runtime.ts');
  const outcome = await createRuntime({
    ...settings,
    codeCache,
    studioDir: join(root, 'apps', 'studio', 'dist'),
    timeZone: process.env['TIERFLOW_TIME_ZONE'] || 'Asia/Shanghai',
    now: () => new Date().toISOString(),
    onBug: (error, requestId) => console.error(requestId === undefined ? 'error' : `error in request ${requestId}`, error),
  }).catch((error: unknown) => cannotListen(error, settings.port));
  if (typeof outcome === 'string') return refuse(outcome);
  if (!outcome.ok) return refuse(WORDS[outcome.reason].replace('{folder}', settings.dataDir));
  const { runtime } = outcome;
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  console.log(`Tierflow: http://${host}:${runtime.port}`);
  flushCompileCache();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      runtime.close().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
  return undefined;
}

function refuse(message: string): number {
  console.error(message);
  return 1;
}

function cannotListen(error: unknown, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `Port ${port} is in use. Choose another with PORT.`;
  if (code === 'EACCES') return `Port ${port} may not be used by this user. Choose another with PORT.`;
  throw error;
}
