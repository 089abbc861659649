// One way to open a SQLite file: every connection carries the same settings, a re-opened one included.
import Database from 'better-sqlite3';

/** One open database. Statements are prepared once per text. */
export class Connection {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();

  constructor(database: Database.Database) {
    this.#database = database;
  }

  prepare(sql: string): Database.Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  pragma(text: string): unknown {
    return this.#database.pragma(text, { simple: true });
  }

  /** Runs statements that change the schema. */
  exec(sql: string): void {
    this.#database.exec(sql);
  }

  /** Runs `work` in one `BEGIN IMMEDIATE` transaction. */
  transaction<T>(work: () => T): T {
    return this.#database.transaction(work).immediate();
  }

  close(): void {
    this.#database.close();
  }
}

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
  return new Connection(connection);
}

/** Takes a folder for this process alone until it ends, however it ends. False: another process has it. */
export function lockFolder(path: string): Connection | undefined {
  const connection = new Database(path, { timeout: 0 });
  try {
    connection.pragma('locking_mode = EXCLUSIVE');
    connection.exec('BEGIN EXCLUSIVE');
    return new Connection(connection);
  } catch (error) {
    connection.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return undefined;
    throw error;
  }
}
