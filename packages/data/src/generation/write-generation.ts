// Writes an arranged data set as an immutable directory: files first, each synced, then the manifest, then one rename.
import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '@tierflow/definition';
import { Refusal } from '../outcome.ts';
import { fileDigest } from '../source/file-digest.ts';
import type { Keys } from './arrange.ts';
import { columnParts, textParts, type WrittenFile, writeSections } from './column-file.ts';
import type { DatabaseColumn, DatabaseInWriting, DatabaseOptions } from './database.ts';
import { GENERATION_FORMAT, type Manifest, type ManifestColumn, type ManifestCustomers } from './manifest.ts';
import { statsOf } from './statistics.ts';
import type { StoredColumn } from './stored-column.ts';

export interface GenerationContent {
  readonly columns: readonly StoredColumn[];
  readonly keys: Keys;
  /** Name of the column that holds the keys; it is written as `keys.col` only. */
  readonly keyField: string;
  readonly about: Omit<Manifest, 'format' | 'columns' | 'customers' | 'digest' | 'files'>;
  /** How to write `data.duckdb`; null for not at all. */
  readonly database: DatabaseOptions | null;
}

function writeKeys(dir: string, content: GenerationContent): { readonly customers: ManifestCustomers; readonly file: WrittenFile } {
  const { keys } = content;
  const { parts, entries } = textParts(keys.dictionary, keys.sorted);
  const all = keys.offsets === undefined ? parts : ([['offsets', keys.offsets], ...parts] as const);
  const { sections, file } = writeSections(dir, 'keys.col', all);
  return { customers: { field: content.keyField, count: keys.sorted.length, file: 'keys.col', sections, entries }, file };
}

function writeColumn(
  dir: string,
  content: GenerationContent,
  index: number,
): { readonly entry: ManifestColumn; readonly file?: WrittenFile } {
  const column = content.columns[index] as StoredColumn;
  const base = {
    name: column.name,
    type: column.data.type,
    ...(column.header === undefined ? {} : { header: column.header }),
    rule: column.rule,
    inferred: column.inferred,
    unreadable: column.unreadable,
    stats: statsOf(column.data),
    column: `c_${index}`,
  } as const;
  if (column.name === content.keyField) return { entry: { ...base, file: 'keys.col', sections: {} } };
  const name = `c_${index}.col`;
  const { parts, entries } = columnParts(column.data);
  const { sections, file } = writeSections(dir, name, parts);
  return { entry: { ...base, file: name, sections, ...(entries === undefined ? {} : { entries }) }, file };
}

/** Equal content, equal digest: what is in the files and how it is to be read, not how it was packed for DuckDB. */
function contentDigest(
  content: GenerationContent,
  columns: readonly ManifestColumn[],
  customers: ManifestCustomers,
  files: Manifest['files'],
): string {
  const { about } = content;
  const essence = {
    format: GENERATION_FORMAT,
    kind: about.kind,
    key: about.key,
    customer: about.customer,
    time: about.time,
    timeZone: about.timeZone,
    rows: about.rows,
    rejected: about.rejected,
    columns: columns.map((column) => ({
      name: column.name,
      type: column.type,
      rule: column.rule,
      file: column.file,
      sha256: files[column.file]?.sha256 ?? '',
    })),
    customers: { field: customers.field, sha256: files[customers.file]?.sha256 ?? '' },
  };
  return `sha256:${createHash('sha256').update(canonicalJson(essence)).digest('hex')}`;
}

const DATABASE = 'data.duckdb';

async function startedDatabase(path: string, content: GenerationContent, options: DatabaseOptions): Promise<DatabaseInWriting> {
  const table = content.columns.map((column, index): DatabaseColumn => ({ id: `c_${index}`, data: column.data }));
  // Loaded only here: a profile, and an import that is refused, never start the engine.
  const { startDatabase } = await import('./database.ts');
  return await startDatabase(path, table, content.about.rows, options);
}

/** Writes everything but the rejects (already there) into `dir`, which is not visible yet. */
export async function writeFiles(dir: string, content: GenerationContent): Promise<Manifest> {
  const files: { [name: string]: WrittenFile } = {};
  const database = content.database === null ? undefined : await startedDatabase(join(dir, DATABASE), content, content.database);
  const columns = content.columns.map((_, index) => {
    const { entry, file } = writeColumn(dir, content, index);
    if (file !== undefined) files[entry.file] = file;
    return entry;
  });
  const keys = writeKeys(dir, content);
  files[keys.customers.file] = keys.file;
  if (database !== undefined) {
    await database.done;
    files[DATABASE] = fileDigest(join(dir, DATABASE));
  }
  files['rejects.ndjson'] = fileDigest(join(dir, 'rejects.ndjson'));
  const digest = contentDigest(content, columns, keys.customers, files);
  const manifest: Manifest = { format: GENERATION_FORMAT, ...content.about, columns, customers: keys.customers, digest, files };
  const file = openSync(join(dir, 'manifest.json'), 'wx', 0o600);
  writeSync(file, `${JSON.stringify(manifest, null, 1)}\n`);
  fsyncSync(file);
  closeSync(file);
  syncDirectory(dir);
  return manifest;
}

/** Makes entries of a directory durable; platforms that cannot open directories do it on their own. */
export function syncDirectory(dir: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(dir, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/**
 * Renames the finished directory to its name: from here on it is visible, and never changes. A generation of the same content
 * that is already there under the same name is kept instead.
 */
export function makeVisible(temporary: string, parent: string, name: string, digest: string): string {
  const target = join(parent, name);
  if (existsSync(target)) {
    const there = existsSync(join(target, 'manifest.json'))
      ? (JSON.parse(readFileSync(join(target, 'manifest.json'), 'utf8')) as Manifest)
      : undefined;
    if (there?.digest !== digest) throw new Refusal('generation.exists', { name });
    rmSync(temporary, { recursive: true, force: true });
    return target;
  }
  renameSync(temporary, target);
  syncDirectory(parent);
  return target;
}
