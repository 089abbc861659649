// Brings a database to the current schema: numbered SQL files, each in one transaction with its number.
import { readdirSync, readFileSync } from 'node:fs';
import type { Connection } from './connection.ts';

const folder = new URL('./migrations/', import.meta.url);

/** Answers `newer` for a database that a later version of the software has written; it is left untouched. */
export function migrate(connection: Connection): 'done' | 'newer' {
  const files = readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z-]+\.sql$/.test(name))
    .sort();
  const at = Number(connection.pragma('user_version'));
  if (at > files.length) return 'newer';
  files.forEach((name, index) => {
    if (index < at) return;
    connection.transaction(() => {
      connection.exec(readFileSync(new URL(name, folder), 'utf8'));
      connection.pragma(`user_version = ${index + 1}`);
    });
  });
  return 'done';
}
