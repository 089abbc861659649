// The one workspace: its name, zone, counters, and the generation it serves.
import type { Language } from '@tierflow/api';
import type { Connection } from './connection.ts';

export interface WorkspaceRow {
  readonly name: string;
  readonly language: Language;
  readonly timeZone: string;
  readonly revision: number;
  readonly generation: number;
  readonly examples: 'wanted' | 'ready' | 'none';
}

export class WorkspaceTable {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Makes the row of a new folder; keeps the one that is there. */
  ensure(first: Pick<WorkspaceRow, 'name' | 'language' | 'timeZone' | 'examples'>): void {
    this.#connection
      .prepare('INSERT INTO workspace (id, name, language, time_zone, examples) VALUES (1, ?, ?, ?, ?) ON CONFLICT DO NOTHING')
      .run(first.name, first.language, first.timeZone, first.examples);
  }

  read(): WorkspaceRow {
    return this.#connection
      .prepare('SELECT name, language, time_zone AS timeZone, revision, generation, examples FROM workspace WHERE id = 1')
      .get() as WorkspaceRow;
  }

  /** The next number of the one rising revision; call it inside the transaction that uses it. */
  nextRevision(): number {
    const row = this.#connection.prepare('UPDATE workspace SET revision = revision + 1 WHERE id = 1 RETURNING revision').get();
    return (row as { revision: number }).revision;
  }

  examplesReady(): void {
    this.#connection.prepare("UPDATE workspace SET examples = 'ready' WHERE id = 1").run();
  }
}
