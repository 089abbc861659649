// One way to open a SQLite file: every connection carries the same settings, a re-opened one included.
import Database from 'better-sqlite3';

export type Connection = Database.Database;

/** Opens a database. A re-opened WAL file falls back to `synchronous=NORMAL` by itself, so FULL is said each time. */
export function openConnection(path: string): Connection {
  const connection = new Database(path);
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('secure_delete = ON');
  connection.pragma('busy_timeout = 5000');
  connection.pragma('trusted_schema = OFF');
  connection.pragma('cell_size_check = ON');
  return connection;
}

/** Runs `work` in one `BEGIN IMMEDIATE` transaction. */
export function inTransaction<T>(connection: Connection, work: () => T): T {
  return connection.transaction(work).immediate();
}

/** Takes a folder for this process alone until it ends, however it ends. False: another process has it. */
export function lockFolder(path: string): Connection | undefined {
  const connection = new Database(path, { timeout: 0 });
  try {
    connection.pragma('locking_mode = EXCLUSIVE');
    connection.exec('BEGIN EXCLUSIVE');
    return connection;
  } catch (error) {
    connection.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return undefined;
    throw error;
  }
}
