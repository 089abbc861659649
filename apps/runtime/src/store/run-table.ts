// Runs of published definitions: what was applied to which data, the counts, and where the members' file stands.
import type { JobState, Run } from '@tierflow/api';
import type { Connection } from './connection.ts';
import type { StoredProblem } from './import-table.ts';

export type RunCounts = Pick<Run, 'tiers' | 'playbooks' | 'nodes'> & {
  readonly customers: number;
  readonly unassigned: number;
  /** The run that said which tiers the customers had. */
  readonly previous?: string | null;
};

/** The members' file: its hash, and per tier (and for all) where its lines begin and how many there are. */
export interface MembersIndex {
  readonly digest: string;
  readonly bytes: number;
  readonly sections: readonly { readonly tier: string; readonly offset: number; readonly bytes: number; readonly n: number }[];
}

export interface RunRow {
  readonly id: string;
  readonly flow: string;
  readonly version: number;
  readonly revision: number;
  readonly digest: string;
  readonly asOf: string;
  readonly generation: number;
  readonly state: JobState;
  readonly counts: RunCounts | null;
  readonly members: MembersIndex | null;
  readonly problem: StoredProblem | null;
  readonly milliseconds: number | null;
  readonly createdAt: string;
  readonly finishedAt: string | null;
}

const COLUMNS =
  'id, flow, version, revision, digest, as_of AS asOf, generation, state, counts, members, problem, milliseconds, created_at AS createdAt, finished_at AS finishedAt';

export class RunTable {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  add(row: Pick<RunRow, 'id' | 'flow' | 'version' | 'revision' | 'digest' | 'asOf' | 'generation' | 'createdAt'>): void {
    this.#connection
      .prepare(
        "INSERT INTO run (id, flow, version, revision, digest, as_of, generation, state, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting', ?)",
      )
      .run(row.id, row.flow, row.version, row.revision, row.digest, row.asOf, row.generation, row.createdAt);
  }

  get(id: string): RunRow | undefined {
    const row = this.#connection.prepare(`SELECT ${COLUMNS} FROM run WHERE id = ?`).get(id);
    return row === undefined ? undefined : parse(row);
  }

  list(flow: string | undefined, limit: number): readonly RunRow[] {
    return this.#connection
      .prepare(`SELECT ${COLUMNS} FROM run WHERE ? IS NULL OR flow = ? ORDER BY created_at DESC, rowid DESC LIMIT ?`)
      .all(flow ?? null, flow ?? null, limit)
      .map(parse);
  }

  /** The last finished run of a version. */
  lastOf(flow: string, version: number): RunRow | undefined {
    const row = this.#connection
      .prepare(`SELECT ${COLUMNS} FROM run WHERE flow = ? AND version = ? AND state = 'done' ORDER BY created_at DESC, rowid DESC LIMIT 1`)
      .get(flow, version);
    return row === undefined ? undefined : parse(row);
  }

  /** The last finished run up to a day. Among runs of one day the one that was asked for last. */
  lastUpTo(flow: string, asOf: string): RunRow | undefined {
    const row = this.#connection
      .prepare(
        `SELECT ${COLUMNS} FROM run WHERE flow = ? AND as_of <= ? AND state = 'done' ORDER BY as_of DESC, created_at DESC, rowid DESC LIMIT 1`,
      )
      .get(flow, asOf);
    return row === undefined ? undefined : parse(row);
  }

  nextWaiting(): RunRow | undefined {
    const row = this.#connection.prepare(`SELECT ${COLUMNS} FROM run WHERE state = 'waiting' ORDER BY created_at, rowid LIMIT 1`).get();
    return row === undefined ? undefined : parse(row);
  }

  ids(): readonly string[] {
    return (this.#connection.prepare("SELECT id FROM run WHERE state = 'done'").all() as { id: string }[]).map((row) => row.id);
  }

  start(id: string): void {
    this.#connection.prepare("UPDATE run SET state = 'running' WHERE id = ? AND state = 'waiting'").run(id);
  }

  requeue(): void {
    this.#connection.prepare("UPDATE run SET state = 'waiting' WHERE state = 'running'").run();
  }

  /** The members' file has to be durable before. */
  finish(
    id: string,
    result: { readonly counts: RunCounts; readonly members: MembersIndex; readonly milliseconds: number },
    now: string,
  ): void {
    this.#connection
      .prepare(
        "UPDATE run SET state = 'done', counts = ?, members = ?, milliseconds = ?, finished_at = ? WHERE id = ? AND state = 'running'",
      )
      .run(JSON.stringify(result.counts), JSON.stringify(result.members), result.milliseconds, now, id);
  }

  fail(id: string, problem: StoredProblem, now: string): void {
    this.#connection
      .prepare("UPDATE run SET state = 'failed', problem = ?, finished_at = ? WHERE id = ? AND state IN ('waiting', 'running')")
      .run(JSON.stringify(problem), now, id);
  }
}

function parse(row: unknown): RunRow {
  const raw = row as Omit<RunRow, 'counts' | 'members' | 'problem'> & {
    counts: string | null;
    members: string | null;
    problem: string | null;
  };
  const json = <T>(text: string | null): T | null => (text === null ? null : (JSON.parse(text) as T));
  return {
    ...raw,
    counts: json<RunCounts>(raw.counts),
    members: json<MembersIndex>(raw.members),
    problem: json<StoredProblem>(raw.problem),
  };
}
