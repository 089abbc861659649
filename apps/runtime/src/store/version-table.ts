// Published versions: immutable bytes under their hash, one live version per name.
import { createHash } from 'node:crypto';
import type { TierCount } from '@tierflow/api';
import type { LocalText } from '@tierflow/definition';
import type { Connection } from './connection.ts';

/** What the publishing sweep counted. */
export interface VersionCounts {
  readonly title: LocalText;
  readonly customers: number;
  readonly tiers: readonly TierCount[];
  readonly unassigned: number;
}

export interface VersionRow {
  readonly flow: string;
  readonly version: number;
  readonly revision: number;
  readonly digest: string;
  readonly asOf: string;
  readonly generation: number;
  readonly note: string | null;
  readonly restored: number | null;
  readonly counts: VersionCounts;
  readonly publishedAt: string;
}

export interface NewVersion extends VersionRow {
  readonly bytes: Uint8Array;
  /** The flow it was made from, as JSON text. */
  readonly content: string;
}

const COLUMNS = 'flow, version, revision, digest, as_of AS asOf, generation, note, restored, counts, published_at AS publishedAt';

export class VersionTable {
  readonly #connection: Connection;
  /** Live versions by name as last read; emptied with every new version. */
  readonly #heads = new Map<string, VersionRow>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** The number the next version of a flow gets; call it inside the transaction that uses it. */
  next(flow: string): number {
    const row = this.#connection.prepare('SELECT max(version) AS last FROM version WHERE flow = ?').get(flow) as { last: number | null };
    return (row.last ?? 0) + 1;
  }

  /** Stores a version and makes it the live one; call it inside a transaction. */
  add(row: NewVersion): void {
    this.#heads.clear();
    this.#connection
      .prepare(
        `INSERT INTO version (flow, version, revision, digest, bytes, content, as_of, generation, note, restored, counts, published_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        row.flow,
        row.version,
        row.revision,
        row.digest,
        row.bytes,
        row.content,
        row.asOf,
        row.generation,
        row.note,
        row.restored,
        JSON.stringify(row.counts),
        row.publishedAt,
      );
    this.#connection
      .prepare('INSERT INTO head (flow, version) VALUES (?, ?) ON CONFLICT (flow) DO UPDATE SET version = excluded.version')
      .run(row.flow, row.version);
  }

  /** Of one flow, newest first. */
  list(flow: string): readonly VersionRow[] {
    return this.#connection.prepare(`SELECT ${COLUMNS} FROM version WHERE flow = ? ORDER BY version DESC`).all(flow).map(parse);
  }

  /** The live version of every name. */
  heads(): readonly VersionRow[] {
    return this.#connection.prepare(`SELECT ${COLUMNS} FROM version NATURAL JOIN head ORDER BY flow`).all().map(parse);
  }

  head(flow: string): VersionRow | undefined {
    const known = this.#heads.get(flow);
    if (known !== undefined) return known;
    const found = this.#connection.prepare(`SELECT ${COLUMNS} FROM version NATURAL JOIN head WHERE flow = ?`).get(flow);
    if (found === undefined) return undefined;
    const row = parse(found);
    this.#heads.set(flow, row);
    return row;
  }

  get(flow: string, version: number): VersionRow | undefined {
    const row = this.#connection.prepare(`SELECT ${COLUMNS} FROM version WHERE flow = ? AND version = ?`).get(flow, version);
    return row === undefined ? undefined : parse(row);
  }

  /** The flow as it was published. */
  content(flow: string, version: number): string | undefined {
    const row = this.#connection.prepare('SELECT content FROM version WHERE flow = ? AND version = ?').get(flow, version);
    return (row as { content: string } | undefined)?.content;
  }

  /** The published bytes, after their hash was checked; `corrupt` where it does not match. */
  bytes(flow: string, version: number): Uint8Array | 'corrupt' | undefined {
    const row = this.#connection.prepare('SELECT digest, bytes FROM version WHERE flow = ? AND version = ?').get(flow, version);
    if (row === undefined) return undefined;
    const { digest, bytes } = row as { digest: string; bytes: Buffer };
    return `sha256:${createHash('sha256').update(bytes).digest('hex')}` === digest ? bytes : 'corrupt';
  }
}

function parse(row: unknown): VersionRow {
  const raw = row as Omit<VersionRow, 'counts'> & { counts: string };
  return { ...raw, counts: JSON.parse(raw.counts) as VersionCounts };
}
