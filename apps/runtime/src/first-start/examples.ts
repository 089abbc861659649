// The example data and flows of a new data folder: generated, imported like any file, saved and published like any flow.
import { createHash } from 'node:crypto';
import { on } from 'node:events';
import { createReadStream } from 'node:fs';
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { b2bAccounts, b2bDeals, type FileInfo, retailCustomers, retailOrders } from '@tierflow/examples';
import { type Flow, flowSchema } from '@tierflow/flow';
import { Refusal } from '../http/refusal.ts';
import { newId } from '../ids.ts';
import { preparedVersion } from '../publishing/prepared-version.ts';
import { storeVersion } from '../publishing/store-version.ts';
import { fingerprintOf } from '../serving/fingerprint.ts';
import type { Services } from '../serving/services.ts';
import type { ImportOptions } from '../store/import-table.ts';

type ExamplePart = 'retail' | 'b2b';

const PARTS: readonly ExamplePart[] = ['retail', 'b2b'];

const FILES: Readonly<Record<ExamplePart, readonly { readonly path: string; readonly info: FileInfo }[]>> = {
  retail: [
    { path: 'retail/customers.csv', info: retailCustomers },
    { path: 'retail/orders.csv', info: retailOrders },
  ],
  b2b: [
    { path: 'b2b/accounts.csv', info: b2bAccounts },
    { path: 'b2b/deals.csv', info: b2bDeals },
  ],
};

type Needed = Pick<Services, 'store' | 'imports' | 'folders' | 'analysis' | 'now' | 'draining'>;

/** Can be broken off at any point and begun again: what is there is kept. */
export async function prepareExamples(services: Needed): Promise<void> {
  const { store, imports, folders, now } = services;
  const flows = await exampleFlows();
  for (const flow of flows) store.flows.save(flow, JSON.stringify(flow), { precondition: 'absent' }, now());
  const dir = join(folders.scratch, 'examples');
  for await (const part of generated(dir)) {
    for (const { path, info } of FILES[part]) await enqueue(services, join(dir, path), info);
  }
  await rm(dir, { recursive: true, force: true });
  await imports.idle();
  if (services.draining()) return;
  for (const flow of flows) await publish(services, flow);
  store.workspace.examplesReady();
}

/** Writes the files in a thread and names each part when it is there. */
async function* generated(dir: string): AsyncGenerator<ExamplePart> {
  const worker = new Worker(new URL('./example-files.ts', import.meta.url), { workerData: { dir }, env: {} });
  let open = PARTS.length;
  for await (const [part] of on(worker, 'message') as AsyncIterable<[ExamplePart]>) {
    yield part;
    open--;
    if (open === 0) return;
  }
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

/** Publishes a saved example, unless it has been; one that cannot be published stays a draft. */
async function publish(services: Needed, flow: Flow): Promise<void> {
  const { store, now } = services;
  if (store.versions.head(flow.id) !== undefined) return;
  try {
    const prepared = await preparedVersion(services, flow, {});
    store.transaction(() => {
      storeVersion(store, { ...prepared, note: null, now: now() });
      store.flows.touch(flow.id);
    });
  } catch (error) {
    if (!(error instanceof Refusal) || (error.code !== 'publish.gates' && error.code !== 'dataset.none')) throw error;
  }
}
