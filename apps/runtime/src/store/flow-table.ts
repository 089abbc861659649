// Flows and their drafts. A draft's ETag changes with every save and every publish, so a stale writer is always seen.

import { digestOf } from '@tierflow/definition';
import type { Flow } from '@tierflow/flow';
import type { Connection } from './connection.ts';

const AUTOSAVES = 50;

export interface DraftRow {
  readonly flow: string;
  readonly etag: string;
  readonly content: string;
  readonly savedAt: string;
}

export interface AutosaveRow {
  readonly id: number;
  readonly etag: string;
  readonly nodes: number;
  readonly savedAt: string;
}

/** What has to be true of the stored draft: nothing is there yet, or one of these ETags (or `*`, any). */
export type DraftPrecondition = 'absent' | readonly string[];

/** When a draft may be saved; an empty canvas takes the place of nodes only where that is said. */
export interface SaveTerms {
  readonly precondition: DraftPrecondition;
  readonly emptied?: boolean;
}

export type SaveOutcome =
  | { readonly state: 'saved' | 'unchanged'; readonly etag: string; readonly created: boolean }
  | { readonly state: 'stale' }
  | { readonly state: 'emptied' };

interface Row {
  readonly flow: string;
  readonly serial: number;
  readonly digest: string;
  readonly content: string;
  readonly saved_at: string;
}

export class FlowTable {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  has(id: string): boolean {
    return this.#connection.prepare('SELECT 1 FROM flow WHERE id = ?').get(id) !== undefined;
  }

  list(): readonly { readonly id: string; readonly createdAt: string }[] {
    return this.#connection.prepare('SELECT id, created_at AS createdAt FROM flow ORDER BY created_at, id').all() as {
      id: string;
      createdAt: string;
    }[];
  }

  createdAt(id: string): string | undefined {
    const row = this.#connection.prepare('SELECT created_at FROM flow WHERE id = ?').get(id) as { created_at: string } | undefined;
    return row?.created_at;
  }

  draft(id: string): DraftRow | undefined {
    const row = this.#draft(id);
    return row === undefined ? undefined : { flow: row.flow, etag: etagOf(row), content: row.content, savedAt: row.saved_at };
  }

  /** Saves under a precondition; the first save makes the flow. The same content again changes nothing. */
  save(flow: Flow, content: string, { precondition, emptied = false }: SaveTerms, now: string): SaveOutcome {
    return this.#connection.transaction(() => {
      const before = this.#draft(flow.id);
      const digest = digestOf(content);
      if (!allows(precondition, before)) return { state: 'stale' };
      if (before?.digest === digest) return { state: 'unchanged', etag: etagOf(before), created: false };
      if (!emptied && before !== undefined && flow.nodes.length === 0 && nodesIn(before.content) > 0) return { state: 'emptied' };
      const row: Row = { flow: flow.id, serial: (before?.serial ?? 0) + 1, digest, content, saved_at: now };
      this.#write(row);
      this.#keep(row, flow.nodes.length);
      return { state: 'saved', etag: etagOf(row), created: before === undefined };
    });
  }

  /** Gives the draft a new ETag; call it inside the transaction of a publish. */
  touch(id: string): string {
    this.#connection.prepare('UPDATE draft SET serial = serial + 1 WHERE flow = ?').run(id);
    const row = this.#draft(id);
    return row === undefined ? '' : etagOf(row);
  }

  remove(id: string): boolean {
    return this.#connection.transaction(() => this.#connection.prepare('DELETE FROM flow WHERE id = ?').run(id).changes > 0);
  }

  autosaves(id: string): readonly AutosaveRow[] {
    return this.#connection
      .prepare('SELECT id, etag, nodes, saved_at AS savedAt FROM autosave WHERE flow = ? ORDER BY id DESC')
      .all(id) as AutosaveRow[];
  }

  autosave(id: string, point: number): string | undefined {
    const row = this.#connection.prepare('SELECT content FROM autosave WHERE flow = ? AND id = ?').get(id, point);
    return (row as { content: string } | undefined)?.content;
  }

  #draft(id: string): Row | undefined {
    return this.#connection.prepare('SELECT flow, serial, digest, content, saved_at FROM draft WHERE flow = ?').get(id) as Row | undefined;
  }

  #write(row: Row): void {
    this.#connection.prepare('INSERT INTO flow (id, created_at) VALUES (?, ?) ON CONFLICT DO NOTHING').run(row.flow, row.saved_at);
    this.#connection
      .prepare(
        `INSERT INTO draft (flow, serial, digest, content, saved_at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (flow) DO UPDATE SET serial = excluded.serial, digest = excluded.digest, content = excluded.content, saved_at = excluded.saved_at`,
      )
      .run(row.flow, row.serial, row.digest, row.content, row.saved_at);
  }

  #keep(row: Row, nodes: number): void {
    this.#connection
      .prepare('INSERT INTO autosave (flow, etag, nodes, content, saved_at) VALUES (?, ?, ?, ?, ?)')
      .run(row.flow, etagOf(row), nodes, row.content, row.saved_at);
    this.#connection
      .prepare('DELETE FROM autosave WHERE flow = ? AND id NOT IN (SELECT id FROM autosave WHERE flow = ? ORDER BY id DESC LIMIT ?)')
      .run(row.flow, row.flow, AUTOSAVES);
  }
}

function etagOf(row: Pick<Row, 'serial' | 'digest'>): string {
  return `"${row.serial}-${row.digest.slice(7, 23)}"`;
}

function allows(precondition: DraftPrecondition, before: Row | undefined): boolean {
  if (precondition === 'absent') return before === undefined;
  if (before === undefined) return false;
  return precondition.includes('*') || precondition.includes(etagOf(before));
}

function nodesIn(content: string): number {
  return (JSON.parse(content) as Flow).nodes.length;
}
