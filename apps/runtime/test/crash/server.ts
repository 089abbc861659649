// The runtime as a process of its own that a test can kill; mutants show that the test would see a fault.
import { cpSync, mkdirSync, renameSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { importFile } from '@tierflow/data';
import { createRuntime, type RuntimeParts } from '../../src/create-runtime.ts';
import { openStore } from '../../src/store/store.ts';

export type Mutant = 'none' | 'no-transaction' | 'pointer-first';

const [dataDir = '', mutant = 'none'] = process.argv.slice(2);

/** Every statement of a publish is its own transaction, with a slow disk between two of them. */
const withoutTransaction: RuntimeParts['openStore'] = (folder) => {
  const opened = openStore(folder);
  if (!opened.ok) return opened;
  const { flows } = opened.store;
  const touch = flows.touch.bind(flows);
  flows.touch = (id) => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60);
    return touch(id);
  };
  return { ok: true, store: { ...opened.store, transaction: (work) => work() } } as ReturnType<RuntimeParts['openStore']>;
};

/** The pointer flips while the folder is still on its way to its place. */
const pointerFirst: RuntimeParts['importFile'] = async (request, options) => {
  const aside = join(request.into, '.aside');
  mkdirSync(aside, { recursive: true });
  const outcome = await importFile({ ...request, into: aside }, options);
  if (!outcome.ok) return outcome;
  const target = join(request.into, request.name ?? outcome.value.name);
  setTimeout(() => {
    cpSync(outcome.value.dir, `${target}.part`, { recursive: true });
    renameSync(`${target}.part`, target);
  }, 400);
  return outcome;
};

const outcome = await createRuntime(
  {
    dataDir,
    host: '127.0.0.1',
    port: 0,
    insecure: false,
    examples: false,
    memoryMb: 512,
    ...(process.env['NODE_COMPILE_CACHE'] === undefined ? {} : { codeCache: process.env['NODE_COMPILE_CACHE'] }),
    studioDir: join(dataDir, 'no-studio'),
    timeZone: 'Asia/Shanghai',
    now: () => new Date().toISOString(),
    onBug: (error) => console.error(error),
  },
  {
    openStore: mutant === 'no-transaction' ? withoutTransaction : openStore,
    importFile: mutant === 'pointer-first' ? pointerFirst : importFile,
  },
);
if (!outcome.ok) throw new Error(outcome.reason);
flushCompileCache();
console.log(`port ${outcome.runtime.port}`);
