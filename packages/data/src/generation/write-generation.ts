// Writes an arranged data set as an immutable directory: files first, each synced, then the manifest, then one rename.
import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '@tierflow/definition';
import { Refusal } from '../outcome.ts';
import type { Keys } from './arrange.ts';
import { columnParts, textParts, writeSections, type WrittenFile } from './column-file.ts';
import type { DatabaseColumn, DatabaseOptions } from './database.ts';
import { type ColumnStats, GENERATION_FORMAT, type Manifest, type ManifestColumn, type ManifestCustomers } from './manifest.ts';
import type { StoredColumn } from './stored-column.ts';

export interface GenerationContent {
  readonly columns: readonly StoredColumn[];
  readonly stats: readonly ColumnStats[];
  readonly keys: Keys;
  /** Name of the column that holds the keys; it is written as `keys.col` only. */
  readonly keyField: string;
  readonly about: Omit<Manifest, 'format' | 'columns' | 'customers' | 'digest' | 'files'>;
  readonly database: DatabaseOptions;
}

const fileDigest = (path: string): WrittenFile => {
  const bytes = readFileSync(path);
  return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
};

function writeKeys(dir: string, content: GenerationContent): { readonly customers: ManifestCustomers; readonly file: WrittenFile } {
  const { keys } = content;
  const { parts, entries } = textParts(keys.dictionary, keys.sorted);
  const all = keys.offsets === undefined ? parts : ([['offsets', keys.offsets], ...parts] as const);
  const { sections, file } = writeSections(dir, 'keys.col', all);
  return { customers: { field: content.keyField, count: keys.sorted.length, file: 'keys.col', sections, entries }, file };
}

function writeColumn(dir: string, column: StoredColumn, index: number, stats: ColumnStats, isKey: boolean): { readonly entry: ManifestColumn; readonly file?: WrittenFile } {
  const base = {
    name: column.name,
    type: column.data.type,
    ...(column.header === undefined ? {} : { header: column.header }),
    rule: column.rule,
    inferred: column.inferred,
    unreadable: column.unreadable,
    stats,
    column: `c_${index}`,
  } as const;
  if (isKey) return { entry: { ...base, file: 'keys.col', sections: {} } };
  const name = `c_${index}.col`;
  const { parts, entries } = columnParts(column.data);
  const { sections, file } = writeSections(dir, name, parts);
  return { entry: { ...base, file: name, sections, ...(entries === undefined ? {} : { entries }) }, file };
}

/** Equal content, equal digest: what is in the files and how it is to be read, not how it was packed for DuckDB. */
function contentDigest(content: GenerationContent, columns: readonly ManifestColumn[], customers: ManifestCustomers, files: Manifest['files']): string {
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
    columns: columns.map((column) => ({ name: column.name, type: column.type, rule: column.rule, file: column.file, sha256: files[column.file]?.sha256 ?? '' })),
    customers: { field: customers.field, sha256: files[customers.file]?.sha256 ?? '' },
  };
  return `sha256:${createHash('sha256').update(canonicalJson(essence)).digest('hex')}`;
}

/** Writes everything but the rejects (already there) into `dir`, which is not visible yet. */
export async function writeFiles(dir: string, content: GenerationContent): Promise<Manifest> {
  const files: { [name: string]: WrittenFile } = {};
  const database = join(dir, 'data.duckdb');
  const table = content.columns.map((column, index): DatabaseColumn => ({ id: `c_${index}`, data: column.data }));
  // Loaded only here: a profile, and an import that is refused, never start the engine.
  const { writeDatabase } = await import('./database.ts');
  const building = writeDatabase(database, table, content.about.rows, content.database);
  building.catch(() => undefined);
  const columns = content.columns.map((column, index) => {
    const { entry, file } = writeColumn(dir, column, index, content.stats[index] as ColumnStats, column.name === content.keyField);
    if (file !== undefined) files[entry.file] = file;
    return entry;
  });
  const keys = writeKeys(dir, content);
  files[keys.customers.file] = keys.file;
  await building;
  files['data.duckdb'] = fileDigest(database);
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
    const there = existsSync(join(target, 'manifest.json')) ? (JSON.parse(readFileSync(join(target, 'manifest.json'), 'utf8')) as Manifest) : undefined;
    if (there?.digest !== digest) throw new Refusal('generation.exists', { name });
    rmSync(temporary, { recursive: true, force: true });
    return target;
  }
  renameSync(temporary, target);
  syncDirectory(parent);
  return target;
}
