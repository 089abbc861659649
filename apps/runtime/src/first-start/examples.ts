// The example data and flows of a new data folder: generated, imported like any file, saved and published like any flow.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { b2bAccounts, b2bDeals, type FileInfo, retailCustomers, retailOrders } from '@tierflow/examples';
import { type Flow, flowSchema } from '@tierflow/flow';
import { newId } from '../ids.ts';
import { preparedVersion } from '../publishing/prepared-version.ts';
import { storeVersion } from '../publishing/store-version.ts';
import { fingerprintOf } from '../serving/fingerprint.ts';
import type { Services } from '../serving/services.ts';
import type { ImportOptions } from '../store/import-table.ts';

const FILES: readonly { readonly path: string; readonly info: FileInfo }[] = [
  { path: 'retail/customers.csv', info: retailCustomers },
  { path: 'retail/orders.csv', info: retailOrders },
  { path: 'b2b/accounts.csv', info: b2bAccounts },
  { path: 'b2b/deals.csv', info: b2bDeals },
];

type Needed = Pick<Services, 'store' | 'imports' | 'folders' | 'analysis' | 'now'>;

/** Can be broken off at any point and begun again: what is there is kept. */
export async function prepareExamples(services: Needed): Promise<void> {
  const { store, imports, folders } = services;
  const dir = join(folders.scratch, 'examples');
  await generate(dir);
  for (const { path, info } of FILES) await enqueue(services, join(dir, path), info);
  imports.wake();
  await rm(dir, { recursive: true, force: true });
  await imports.idle();
  for (const flow of await exampleFlows()) await offer(services, flow);
  store.workspace.examplesReady();
}

function generate(dir: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./example-files.ts', import.meta.url), { workerData: { dir }, env: {} });
    worker.once('message', () => resolve());
    worker.once('error', reject);
  });
}

async function enqueue({ store, imports, folders, now }: Needed, path: string, info: FileInfo): Promise<void> {
  const options: ImportOptions = {
    kind: info.customer === undefined ? 'customers' : 'collection',
    key: info.key,
    ...(info.customer === undefined ? {} : { customer: info.customer }),
    ...(info.time === undefined ? {} : { time: info.time }),
    types: Object.fromEntries(info.columns.map(({ name, type }) => [name, type])),
    timeZone: store.workspace.read().timeZone,
  };
  const digest = await digestOfFile(path);
  const fingerprint = fingerprintOf([info.name, options, digest]);
  if (store.imports.same(info.name, fingerprint, store.workspace.read().generation) !== undefined) return;
  const id = newId('imp');
  const { size } = await stat(path);
  await rename(path, join(folders.uploads, id));
  store.imports.add({ id, dataset: info.name, options, fingerprint, bytes: size, digest, createdAt: now() });
  imports.wake();
}

async function digestOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return `sha256:${hash.digest('hex')}`;
}

/** The flows in the folders of the examples package, in order of their names. */
async function exampleFlows(): Promise<readonly Flow[]> {
  const root = fileURLToPath(new URL('..', import.meta.resolve('@tierflow/examples')));
  const flows: Flow[] = [];
  for (const name of (await readdir(root)).sort()) {
    const text = await readFile(join(root, name, 'flow.json'), 'utf8').catch(() => undefined);
    if (text !== undefined) flows.push(flowSchema.parse(JSON.parse(text)));
  }
  return flows;
}

/** Saves a flow as a draft and publishes it; one that a person already has is left alone. */
async function offer(services: Needed, flow: Flow): Promise<void> {
  const { store, now } = services;
  store.flows.save(flow, JSON.stringify(flow), 'absent', now());
  if (store.versions.head(flow.id) !== undefined) return;
  const prepared = await preparedVersion(services, flow, {});
  store.transaction(() => {
    storeVersion(store, { ...prepared, note: null, now: now() });
    store.flows.touch(flow.id);
  });
}
