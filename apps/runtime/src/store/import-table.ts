// Imports, and the generations they bring: the pointer row that says which data is served.
import type { ImportState } from '@tierflow/api';
import type { Json, ValueType } from '@tierflow/definition';
import type { Connection } from './connection.ts';

/** How the file was asked to be read, as given by the caller. */
export interface ImportOptions {
  readonly kind: 'customers' | 'collection';
  readonly key?: string;
  readonly customer?: string;
  readonly time?: string;
  readonly format?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly header?: boolean;
  readonly timeZone?: string;
  readonly types?: { readonly [column: string]: ValueType };
  readonly tolerance?: number;
}

export interface StoredProblem {
  readonly code: string;
  readonly params: { readonly [name: string]: Json };
}

export interface ImportRow<S = unknown> {
  readonly id: string;
  readonly dataset: string;
  readonly options: ImportOptions;
  readonly fingerprint: string;
  readonly bytes: number;
  readonly digest: string;
  readonly state: ImportState;
  /** What the import found; null until done. */
  readonly summary: S | null;
  readonly generation: number | null;
  readonly problem: StoredProblem | null;
  readonly createdAt: string;
  readonly finishedAt: string | null;
}

const COLUMNS =
  'id, dataset, options, fingerprint, bytes, digest, state, summary, generation, problem, created_at AS createdAt, finished_at AS finishedAt';

/** `S` is the summary an import leaves: what the data package says of a finished folder. */
export class ImportTable<S> {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  add(row: Pick<ImportRow, 'id' | 'dataset' | 'options' | 'fingerprint' | 'bytes' | 'digest' | 'createdAt'>): void {
    this.#connection
      .prepare(
        "INSERT INTO import (id, dataset, options, fingerprint, bytes, digest, state, created_at) VALUES (?, ?, ?, ?, ?, ?, 'waiting', ?)",
      )
      .run(row.id, row.dataset, JSON.stringify(row.options), row.fingerprint, row.bytes, row.digest, row.createdAt);
  }

  get(id: string): ImportRow<S> | undefined {
    const row = this.#connection.prepare(`SELECT ${COLUMNS} FROM import WHERE id = ?`).get(id);
    return row === undefined ? undefined : parse<S>(row);
  }

  /** The same file with the same options, if it is under way or is what the data set serves now. */
  same(dataset: string, fingerprint: string, generation: number): ImportRow<S> | undefined {
    const row = this.#connection
      .prepare(
        `SELECT ${COLUMNS} FROM import WHERE dataset = ? AND fingerprint = ? AND (state IN ('waiting', 'running')
           OR id = (SELECT import FROM generation_dataset WHERE generation = ? AND dataset = import.dataset))
         ORDER BY created_at DESC LIMIT 1`,
      )
      .get(dataset, fingerprint, generation);
    return row === undefined ? undefined : parse<S>(row);
  }

  /** The oldest that waits. */
  nextWaiting(): ImportRow<S> | undefined {
    const row = this.#connection.prepare(`SELECT ${COLUMNS} FROM import WHERE state = 'waiting' ORDER BY created_at, rowid LIMIT 1`).get();
    return row === undefined ? undefined : parse<S>(row);
  }

  unfinished(): readonly string[] {
    return this.#ids("SELECT id FROM import WHERE state IN ('waiting', 'running')");
  }

  /** Imports whose folders are part of a generation. */
  served(): readonly string[] {
    return this.#ids('SELECT DISTINCT import AS id FROM generation_dataset');
  }

  start(id: string): void {
    this.#connection.prepare("UPDATE import SET state = 'running' WHERE id = ? AND state = 'waiting'").run(id);
  }

  /** After a restart: what was running starts over. */
  requeue(): void {
    this.#connection.prepare("UPDATE import SET state = 'waiting' WHERE state = 'running'").run();
  }

  /** Ends without data; false if it had ended before. */
  end(id: string, state: 'failed' | 'cancelled', problem: StoredProblem | null, now: string): boolean {
    return (
      this.#connection
        .prepare("UPDATE import SET state = ?, problem = ?, finished_at = ? WHERE id = ? AND state IN ('waiting', 'running')")
        .run(state, problem === null ? null : JSON.stringify(problem), now, id).changes > 0
    );
  }

  /**
   * The pointer flip: the import's folder becomes part of a new generation and that generation becomes the one served,
   * in one transaction. The folder has to be durable before. Undefined if the import was ended in the meantime.
   */
  finish(id: string, summary: S, now: string): number | undefined {
    return this.#connection.transaction(() => {
      const row = this.#connection.prepare("SELECT dataset FROM import WHERE id = ? AND state = 'running'").get(id) as
        | { dataset: string }
        | undefined;
      if (row === undefined) return undefined;
      const last = this.#connection.prepare('SELECT coalesce(max(id), 0) AS id FROM generation').get() as { id: number };
      const generation = last.id + 1;
      this.#connection.prepare('INSERT INTO generation (id, created_at) VALUES (?, ?)').run(generation, now);
      this.#connection
        .prepare(
          `INSERT INTO generation_dataset (generation, dataset, import)
           SELECT ?, dataset, import FROM generation_dataset
           WHERE generation = (SELECT generation FROM workspace WHERE id = 1) AND dataset <> ?`,
        )
        .run(generation, row.dataset);
      this.#connection
        .prepare('INSERT INTO generation_dataset (generation, dataset, import) VALUES (?, ?, ?)')
        .run(generation, row.dataset, id);
      this.#connection
        .prepare("UPDATE import SET state = 'done', summary = ?, generation = ?, finished_at = ? WHERE id = ?")
        .run(JSON.stringify(summary), generation, now, id);
      this.#connection.prepare('UPDATE workspace SET generation = ? WHERE id = 1').run(generation);
      return generation;
    });
  }

  hasGeneration(generation: number): boolean {
    return this.#connection.prepare('SELECT 1 FROM generation WHERE id = ?').get(generation) !== undefined;
  }

  /** What a generation is made of, by data set. */
  datasets(generation: number): readonly ImportRow<S>[] {
    return this.#connection
      .prepare(
        `SELECT ${prefixed()} FROM generation_dataset JOIN import ON import.id = generation_dataset.import WHERE generation_dataset.generation = ? ORDER BY import.dataset`,
      )
      .all(generation)
      .map(parse<S>);
  }

  /** Finished imports of a data set, newest first. */
  finished(dataset: string): readonly ImportRow<S>[] {
    return this.#connection
      .prepare(`SELECT ${COLUMNS} FROM import WHERE dataset = ? AND state = 'done' ORDER BY generation DESC`)
      .all(dataset)
      .map(parse<S>);
  }

  #ids(query: string): readonly string[] {
    return (this.#connection.prepare(query).all() as { id: string }[]).map((row) => row.id);
  }
}

function prefixed(): string {
  return COLUMNS.split(', ')
    .map((column) => `import.${column}`)
    .join(', ');
}

function parse<S>(row: unknown): ImportRow<S> {
  const raw = row as Omit<ImportRow<S>, 'options' | 'summary' | 'problem'> & {
    options: string;
    summary: string | null;
    problem: string | null;
  };
  return {
    ...raw,
    options: JSON.parse(raw.options) as ImportOptions,
    summary: raw.summary === null ? null : (JSON.parse(raw.summary) as S),
    problem: raw.problem === null ? null : (JSON.parse(raw.problem) as StoredProblem),
  };
}
