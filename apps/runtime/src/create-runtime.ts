// The runtime as a value: everything put together, listening, and closed again. Used by main and by tests.
import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { importFile, type Manifest } from '@tierflow/data';
import type { Flow } from '@tierflow/flow';
import { AnalysisClient } from './analysis/client.ts';
import { dataOfFlow } from './data/flow-data.ts';
import { prepareExamples } from './first-start/examples.ts';
import { openFolders } from './folders.ts';
import { createApplication } from './http/application.ts';
import type { Handlers } from './http/call.ts';
import { hotRoute } from './http/hot-route.ts';
import { type ListeningServer, listen } from './http/server.ts';
import { staticFiles } from './http/static-files.ts';
import { ImportQueue } from './imports/import-queue.ts';
import { PublishedDefinitions } from './publishing/published-definitions.ts';
import { RunQueue } from './runs/run-queue.ts';
import { analysisHandlers } from './serving/analysis-handlers.ts';
import { dataHandlers } from './serving/data-handlers.ts';
import { definitionHandlers } from './serving/definition-handlers.ts';
import { flowHandlers } from './serving/flow-handlers.ts';
import { publishHandlers } from './serving/publish-handlers.ts';
import { runHandlers } from './serving/run-handlers.ts';
import type { Services } from './serving/services.ts';
import { systemHandlers } from './serving/system-handlers.ts';
import type { Settings } from './settings.ts';
import type { RunRow } from './store/run-table.ts';
import { openStore, type Store } from './store/store.ts';

export interface RuntimeOptions extends Settings {
  /** Where compiled code is kept. With it, the analysis thread is started at once and not with the first question. */
  readonly codeCache?: string;
  /** Folder of the built studio. */
  readonly studioDir: string;
  /** IANA zone of a new workspace. */
  readonly timeZone: string;
  readonly now: () => string;
  /** Told of every error that is not an expected refusal. */
  readonly onBug: (error: unknown, requestId?: string) => void;
}

/** Parts that are put together here; a test may hand in others to see that they matter. */
export interface RuntimeParts {
  readonly openStore: typeof openStore<Manifest>;
  readonly importFile: typeof importFile;
}

const ordinaryParts: RuntimeParts = { openStore, importFile };

export interface Runtime {
  readonly port: number;
  /** Resolves when the example data is ready, or was not wanted. */
  readonly prepared: Promise<void>;
  /** Finishes what is under way for at most `grace` milliseconds, then closes everything. */
  readonly close: (grace?: number) => Promise<void>;
}

export type RuntimeOutcome =
  | { readonly ok: true; readonly runtime: Runtime }
  | { readonly ok: false; readonly reason: 'locked' | 'newer' | 'damaged' };

const GRACE_MS = 8_000;
const LINGER_MS = 250;

interface State {
  draining: boolean;
  preparing: boolean;
}

/** Opens the data folder and listens. The folder belongs to this process until `close`. */
export async function createRuntime(options: RuntimeOptions, parts: RuntimeParts = ordinaryParts): Promise<RuntimeOutcome> {
  const opened = parts.openStore(options.dataDir);
  if (!opened.ok) return opened;
  const { store } = opened;
  store.workspace.ensure({ name: 'Tierflow', language: 'en', timeZone: options.timeZone, examples: options.examples ? 'wanted' : 'none' });
  const state: State = { draining: false, preparing: options.examples && store.workspace.read().examples === 'wanted' };
  const services = servicesOf(store, state, options, parts);
  const server = await serve(services, options).catch(async (error: unknown) => {
    await services.analysis.close();
    store.close();
    throw error;
  });
  services.imports.resume();
  services.runs.resume();
  if (options.codeCache !== undefined) services.analysis.start();
  const prepared = state.preparing ? prepare(services, state, options.onBug) : Promise.resolve();
  let closing: Promise<void> | undefined;
  const close = (grace = GRACE_MS): Promise<void> => {
    closing ??= end(services, state, { server, prepared, grace });
    return closing;
  };
  return { ok: true, runtime: { port: server.port, prepared, close } };
}

function servicesOf(store: Store<Manifest>, state: State, options: RuntimeOptions, { importFile: importOne }: RuntimeParts): Services {
  const { now, onBug, memoryMb, codeCache, dataDir } = options;
  rmSync(openFolders(dataDir).scratch, { recursive: true, force: true });
  const folders = openFolders(dataDir);
  const analysis = new AnalysisClient({ memoryMb, codeCache, onBug });
  const published = new PublishedDefinitions(store.versions);
  const imports = new ImportQueue({ store, folders, now, memoryMb, importFile: importOne, codeCache, onBug });
  const dataOf = ({ flow, version, ...place }: RunRow) =>
    dataOfFlow(store, folders, JSON.parse(store.versions.content(flow, version) ?? '') as Flow, place);
  const runs = new RunQueue({ runs: store.runs, published, analysis, folders, dataOf, now, onBug });
  return { store, analysis, imports, runs, published, folders, now, draining: () => state.draining, preparing: () => state.preparing };
}

function serve(services: Services, options: RuntimeOptions): Promise<ListeningServer> {
  const { draining } = services;
  const { onBug, host, port } = options;
  const handlers = handlersOf(services);
  const app = createApplication({ handlers, files: staticFiles(options.studioDir), draining, onBug });
  const hot = hotRoute({ decide: handlers.decide, draining, onBug });
  return listen(app, hot, { host, port, loopbackOnly: !options.insecure });
}

async function prepare(services: Services, state: State, onBug: RuntimeOptions['onBug']): Promise<void> {
  try {
    await prepareExamples(services);
  } catch (error) {
    // The end of the server breaks it off; the next start begins again.
    if (!state.draining) onBug(error);
  }
  state.preparing = false;
}

interface Ending {
  readonly server: ListeningServer;
  readonly prepared: Promise<void>;
  readonly grace: number;
}

async function end({ store, imports, analysis, runs }: Services, state: State, { server, prepared, grace }: Ending): Promise<void> {
  state.draining = true;
  // Requests that are on their way still find an open door; whoever looks at /readyz sends no more.
  await wait(Math.min(LINGER_MS, grace / 10));
  await server.close(grace);
  await imports.close();
  await analysis.close();
  await runs.close();
  await prepared;
  store.close();
}

function handlersOf(services: Services): Handlers {
  return {
    ...dataHandlers(services),
    ...flowHandlers(services),
    ...analysisHandlers(services),
    ...publishHandlers(services),
    ...definitionHandlers(services),
    ...runHandlers(services),
    ...systemHandlers(services),
  };
}
