// The queue of runs: one at a time in the analysis thread, resumed after a restart.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { AnalysisClient } from '../analysis/client.ts';
import type { DataRef } from '../analysis/protocol.ts';
import { type Folders, membersFile } from '../folders.ts';
import { Refusal } from '../http/refusal.ts';
import type { PublishedDefinitions } from '../publishing/published-definitions.ts';
import type { RunRow, RunTable } from '../store/run-table.ts';

export interface RunQueueOptions {
  readonly runs: RunTable;
  readonly published: PublishedDefinitions;
  readonly analysis: AnalysisClient;
  readonly folders: Folders;
  /** The data of a run's version in its generation, on its day. */
  readonly dataOf: (run: RunRow) => DataRef;
  readonly now: () => string;
  readonly onBug: (error: unknown) => void;
}

export class RunQueue {
  readonly #options: RunQueueOptions;
  #worker: Promise<void> | undefined;
  #closed = false;

  constructor(options: RunQueueOptions) {
    this.#options = options;
  }

  /** After a start: starts over what was interrupted, throws away members' files of no run. */
  resume(): void {
    const { runs, folders } = this.#options;
    runs.requeue();
    const kept = new Set(runs.ids().map((id) => `${id}.ndjson`));
    for (const name of readdirSync(folders.runs)) if (!kept.has(name)) rmSync(join(folders.runs, name), { force: true });
    this.wake();
  }

  /** Works while something waits. */
  wake(): void {
    if (this.#closed) return;
    this.#worker ??= this.#work()
      .catch(this.#options.onBug)
      .finally(() => {
        this.#worker = undefined;
        if (this.#options.runs.nextWaiting() !== undefined) this.wake();
      });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#worker;
  }

  async #work(): Promise<void> {
    const { runs, published, analysis, folders, dataOf, now } = this.#options;
    for (let row = runs.nextWaiting(); row !== undefined && !this.#closed; row = runs.nextWaiting()) {
      runs.start(row.id);
      try {
        const { definition } = published.ready(row.flow, row.version);
        const request = { definition, data: dataOf(row), members: membersFile(folders, row.id) };
        runs.finish(row.id, await analysis.ask('apply', request), now());
      } catch (error) {
        if (this.#closed) return;
        if (!(error instanceof Refusal)) this.#options.onBug(error);
        const { code, detail } = error instanceof Refusal ? error : new Refusal('run.failed');
        runs.fail(row.id, { code, params: detail.params ?? {} }, now());
      }
    }
  }
}
