// The record store: one file, one writing connection, one object per table.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Connection, lockFolder, openConnection } from './connection.ts';
import { FlowTable } from './flow-table.ts';
import { IdempotencyTable } from './idempotency-table.ts';
import { ImportTable } from './import-table.ts';
import { migrate } from './migrate.ts';
import { RunTable } from './run-table.ts';
import { VersionTable } from './version-table.ts';
import { WorkspaceTable } from './workspace-table.ts';

export interface Store<S = unknown> {
  readonly workspace: WorkspaceTable;
  readonly flows: FlowTable;
  readonly versions: VersionTable;
  readonly imports: ImportTable<S>;
  readonly runs: RunTable;
  readonly idempotency: IdempotencyTable;
  /** Runs `work` in one immediate transaction. */
  readonly transaction: <T>(work: () => T) => T;
  readonly close: () => void;
}

export type StoreOutcome<S> =
  | { readonly ok: true; readonly store: Store<S> }
  | { readonly ok: false; readonly reason: 'locked' | 'newer' | 'damaged' };

/** Opens the store of a data folder and takes the folder for this process. */
export function openStore<S>(folder: string): StoreOutcome<S> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = lockFolder(join(folder, 'lock.sqlite'));
  if (lock === undefined) return { ok: false, reason: 'locked' };
  const connection = openConnection(join(folder, 'tierflow.sqlite'));
  const reason = unusable(connection);
  if (reason === undefined) return { ok: true, store: storeOf<S>(connection, lock) };
  connection.close();
  lock.close();
  return { ok: false, reason };
}

function unusable(connection: Connection): 'newer' | 'damaged' | undefined {
  if (connection.pragma('quick_check') !== 'ok') return 'damaged';
  return migrate(connection) === 'newer' ? 'newer' : undefined;
}

function storeOf<S>(connection: Connection, lock: Connection): Store<S> {
  return {
    workspace: new WorkspaceTable(connection),
    flows: new FlowTable(connection),
    versions: new VersionTable(connection),
    imports: new ImportTable<S>(connection),
    runs: new RunTable(connection),
    idempotency: new IdempotencyTable(connection),
    transaction: (work) => connection.transaction(work),
    close: () => {
      connection.pragma('wal_checkpoint(TRUNCATE)');
      connection.close();
      lock.close();
    },
  };
}
