// The queue of imports: one at a time, in a child process, resumed after a restart.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { collectOrphans, type ImportProgress, type ImportRequest, type importFile, type Manifest, readManifest } from '@tierflow/data';
import { type Folders, generationFolder } from '../folders.ts';
import type { ImportOptions, ImportRow } from '../store/import-table.ts';
import type { Store } from '../store/store.ts';

export interface ImportQueueOptions {
  readonly store: Store<Manifest>;
  readonly folders: Folders;
  readonly now: () => string;
  readonly memoryMb: number;
  /** Folder of compiled code. */
  readonly codeCache: string | undefined;
  /** The import of one file, in a process of its own. */
  readonly importFile: typeof importFile;
  readonly onBug: (error: unknown) => void;
}

interface Running {
  readonly id: string;
  readonly abort: AbortController;
  progress: ImportProgress | undefined;
}

export class ImportQueue {
  readonly #options: ImportQueueOptions;
  #running: Running | undefined;
  #worker: Promise<void> | undefined;
  #closed = false;

  constructor(options: ImportQueueOptions) {
    this.#options = options;
  }

  /** After a start: puts back what was interrupted, throws away what belongs to nothing, and goes on. */
  resume(): void {
    const { store, folders } = this.#options;
    store.imports.requeue();
    const unfinished = new Set(store.imports.unfinished());
    for (const name of readdirSync(folders.uploads)) {
      if (!unfinished.has(name)) rmSync(join(folders.uploads, name), { force: true });
    }
    // A folder of an unfinished import is complete, or it would not have its name: the import then only flips the pointer.
    collectOrphans(folders.generations, [...store.imports.served(), ...unfinished]);
    this.wake();
  }

  /** Works while something waits. */
  wake(): void {
    if (this.#closed) return;
    this.#worker ??= this.#work()
      .catch(this.#options.onBug)
      .finally(() => {
        this.#worker = undefined;
        if (this.#options.store.imports.nextWaiting() !== undefined) this.wake();
      });
  }

  /** Resolves when nothing waits or runs. */
  async idle(): Promise<void> {
    while (this.#worker !== undefined) await this.#worker;
  }

  /** What the running import is doing; undefined for every other. */
  progressOf(id: string): ImportProgress | undefined {
    return this.#running?.id === id ? this.#running.progress : undefined;
  }

  /** Ends an import; false if it was over. */
  cancel(id: string): boolean {
    const { store, now } = this.#options;
    if (!store.imports.end(id, 'cancelled', null, now())) return false;
    if (this.#running?.id === id) this.#running.abort.abort();
    else this.#forget(id);
    return true;
  }

  /** Throws away a received file that no import needs. */
  discard(id: string): void {
    this.#forget(id);
  }

  /** Ends the child; the import stays in the queue and starts over after the next start. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#running?.abort.abort();
    await this.#worker;
  }

  async #work(): Promise<void> {
    for (
      let row = this.#options.store.imports.nextWaiting();
      row !== undefined && !this.#closed;
      row = this.#options.store.imports.nextWaiting()
    ) {
      await this.#run(row);
    }
  }

  async #run(row: ImportRow<Manifest>): Promise<void> {
    const { store, folders, now } = this.#options;
    store.imports.start(row.id);
    const running: Running = { id: row.id, abort: new AbortController(), progress: undefined };
    this.#running = running;
    const outcome = existsSync(generationFolder(folders, row.id))
      ? readManifest(generationFolder(folders, row.id))
      : await this.#import(row, running);
    this.#running = undefined;
    if (this.#closed) return;
    if (outcome.ok) store.imports.finish(row.id, outcome.value, now());
    else store.imports.end(row.id, 'failed', outcome.problem, now());
    if (store.imports.get(row.id)?.state !== 'done') rmSync(generationFolder(folders, row.id), { recursive: true, force: true });
    this.#forget(row.id);
  }

  async #import(row: ImportRow<Manifest>, running: Running) {
    const { folders, memoryMb, codeCache, onBug } = this.#options;
    const request = requestOf(row, { source: join(folders.uploads, row.id), into: folders.generations, memoryMb });
    const onProgress = (progress: ImportProgress) => {
      running.progress = progress;
    };
    const outcome = await this.#options.importFile(request, {
      signal: running.abort.signal,
      onProgress,
      onCrash: (text) => onBug(new Error(text)),
      ...(codeCache === undefined ? {} : { codeCache }),
    });
    return outcome.ok ? ({ ok: true, value: outcome.value.manifest } as const) : outcome;
  }

  #forget(id: string): void {
    rmSync(join(this.#options.folders.uploads, id), { force: true });
  }
}

function requestOf(
  { id, options }: ImportRow,
  place: { readonly source: string; readonly into: string; readonly memoryMb: number },
): ImportRequest {
  return {
    ...readOptions(options),
    source: place.source,
    into: place.into,
    name: id,
    memoryLimit: place.memoryMb * 2 ** 20,
    ...(options.tolerance === undefined ? {} : { maxRejected: options.tolerance }),
    dataset: {
      kind: options.kind,
      ...(options.key === undefined ? {} : { key: options.key }),
      ...(options.customer === undefined || options.kind !== 'collection' ? {} : { customer: options.customer }),
      ...(options.time === undefined || options.kind !== 'collection' ? {} : { time: options.time }),
    },
  };
}

/** How the file is to be read, in the words of the data package. */
export function readOptions(options: Pick<ImportOptions, 'format' | 'encoding' | 'delimiter' | 'header' | 'timeZone' | 'types'>) {
  const { format, encoding, delimiter, header, timeZone, types } = options;
  return {
    ...(format === undefined ? {} : ({ format: format === 'ndjson' ? 'ndjson' : 'csv' } as const)),
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? (format === 'tsv' ? { delimiter: '\t' } : {}) : { delimiter }),
    ...(header === undefined ? {} : { header }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(types === undefined ? {} : { columns: Object.fromEntries(Object.entries(types).map(([column, type]) => [column, { type }])) }),
  };
}
