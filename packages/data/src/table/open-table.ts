// Opens generations as one population: typed arrays read from column files, lines linked to their customers.
import { type Collection, civilDayIn, type Input } from '@tierflow/definition';
import { type CollectionData, type ColumnData, MISSING_DAY, type Table } from '@tierflow/evaluator';
import { Budget } from '../columns/budget.ts';
import type { Manifest, ManifestColumn } from '../generation/manifest.ts';
import { type Outcome, outcomeOf, Refusal } from '../outcome.ts';
import { linkLines, unionOf } from './link.ts';
import { readColumn, SectionReader, verifyFiles } from './read-column.ts';
import { manifestIn } from './read-manifest.ts';

export interface TableRequest {
  /** Directory of the customers' generation. Without one, the customers are those that the collections name. */
  readonly customers?: string;
  /** Directories of the collections' generations, by the name that the flow gives them. */
  readonly collections?: { readonly [name: string]: string };
  /** The fields to load; all of a data set that is left out. A collection's time always comes along. */
  readonly fields?: {
    readonly customers?: readonly string[];
    readonly collections?: { readonly [name: string]: readonly string[] };
  };
  /**
   * The zone whose civil days are wanted. Where the import counted in another, days of instants are counted anew; without it the
   * imports have to agree, or the answer is `table.zones`.
   */
  readonly timeZone?: string;
  /** Bytes that may be held; default 4 GiB. Above it the answer is `table.tooLarge`. */
  readonly memoryLimit?: number;
  /** Compare every file that is read with its digest. */
  readonly verify?: boolean;
}

/** Counts of one data set of a table. */
export interface DatasetCounts {
  readonly rows: number;
  readonly rejected: number;
  /** Collections: lines that name no customer. */
  readonly withoutCustomer: number;
  /** Collections: lines of customers that the customers' file does not know; left out. */
  readonly unknownCustomer: number;
}

export interface OpenedTable {
  readonly table: Table;
  /** The shape of the records, as a definition declares it. */
  readonly input: Input;
  /** Last civil day of the collections' times; without any, of the customers' days. */
  readonly asOf: string | null;
  readonly timeZone: string;
  readonly customers: DatasetCounts | null;
  readonly collections: { readonly [name: string]: DatasetCounts };
  readonly digests: { readonly [name: string]: string };
}

const DEFAULT_MEMORY = 4 * 2 ** 30;

interface Opened {
  readonly dir: string;
  readonly manifest: Manifest;
}

/** The columns to load of a generation: those asked for and the time, the key left out, unknown names refused. */
function chosen(manifest: Manifest, asked: readonly string[] | undefined): readonly ManifestColumn[] {
  const own = manifest.columns.filter((column) => column.name !== manifest.customers?.field);
  if (asked === undefined) return own;
  for (const name of asked) {
    if (!manifest.columns.some((column) => column.name === name))
      throw new Refusal('column.unknown', {
        column: name,
        columns: own
          .map((column) => column.name)
          .join(', ')
          .slice(0, 500),
      });
  }
  return own.filter((column) => asked.includes(column.name) || column.name === manifest.time);
}

function openGeneration(dir: string, kind: Manifest['kind']): Opened {
  const manifest = manifestIn(dir);
  if (manifest.kind !== kind) throw new Refusal('generation.kind', { expected: kind, found: manifest.kind });
  return { dir, manifest };
}

interface KeyList {
  readonly texts: string[];
  readonly offsets: Uint32Array;
}

function readKeys({ dir, manifest }: Opened, budget: Budget): KeyList {
  const { customers } = manifest;
  if (customers === null) throw new Refusal('generation.corrupt', { file: 'keys.col' });
  const reader = new SectionReader(dir, customers.file, budget);
  try {
    const offsets = customers.sections.offsets === undefined ? new Uint32Array(0) : reader.uint32(customers.sections.offsets);
    return { texts: reader.texts(customers.sections, customers.entries), offsets };
  } finally {
    reader.close();
  }
}

/** Columns by name; without a prototype, since names come from people's files. */
function readColumns(
  { dir, manifest }: Opened,
  columns: readonly ManifestColumn[],
  request: TableRequest,
  budget: Budget,
): { readonly [name: string]: ColumnData } {
  if (request.verify === true) verifyFiles(dir, manifest, new Set([...columns.map((column) => column.file), 'keys.col']));
  const fields: { [name: string]: ColumnData } = Object.create(null) as { [name: string]: ColumnData };
  const { timeZone = manifest.timeZone } = request;
  const dayOf = timeZone === manifest.timeZone ? undefined : civilDayIn(timeZone);
  for (const column of columns) {
    const data = readColumn(dir, column, budget);
    fields[column.name] = dayOf === undefined || data.type !== 'datetime' ? data : { ...data, days: daysOf(data.values, dayOf) };
  }
  return fields;
}

function daysOf(instants: Float64Array, dayOf: (ms: number) => number): Int32Array {
  return Int32Array.from(instants, (ms) => (Number.isNaN(ms) ? MISSING_DAY : dayOf(ms)));
}

const countsOf = (manifest: Manifest, unknownCustomer: number): DatasetCounts => ({
  rows: manifest.rows,
  rejected: manifest.rejected,
  withoutCustomer: manifest.withoutCustomer,
  unknownCustomer,
});

const fieldsOf = (columns: readonly ManifestColumn[]) => columns.map(({ name, type }) => ({ name, type }));

const latest = (days: readonly (string | null)[]): string | null =>
  days.reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null);

function oneZone(all: readonly Opened[]): string {
  const zones = [...new Set(all.map(({ manifest }) => manifest.timeZone))];
  if (zones.length > 1) throw new Refusal('table.zones', { zones: zones.join(', ') });
  return zones[0] ?? 'UTC';
}

function open(request: TableRequest): OpenedTable {
  const budget = new Budget(request.memoryLimit ?? DEFAULT_MEMORY, 'table.tooLarge');
  const base = request.customers === undefined ? undefined : openGeneration(request.customers, 'customers');
  const parts = Object.entries(request.collections ?? {}).map(([name, dir]) => ({ name, ...openGeneration(dir, 'collection') }));
  if (base === undefined && parts.length === 0) throw new Refusal('table.empty', {});
  const timeZone = request.timeZone ?? oneZone([...(base === undefined ? [] : [base]), ...parts]);
  const owners = parts.map((part) => readKeys(part, budget));
  const keys = base === undefined ? unionOf(owners.map((list) => list.texts)) : readKeys(base, budget).texts;
  const rows = keys.length - 1;
  budget.take(rows * 4);
  const codes = Uint32Array.from({ length: rows }, (_, row) => row + 1);
  const collections: { [name: string]: CollectionData } = Object.create(null) as { [name: string]: CollectionData };
  const counts: { [name: string]: DatasetCounts } = Object.create(null) as { [name: string]: DatasetCounts };
  const shapes: Collection[] = [];
  parts.forEach((part, index) => {
    const { texts, offsets } = owners[index] as KeyList;
    const columns = chosen(part.manifest, request.fields?.collections?.[part.name]);
    const { start, end, unknownCustomer } = linkLines(keys, texts, offsets);
    collections[part.name] = { start, end, lines: part.manifest.rows, fields: readColumns(part, columns, request, budget) };
    counts[part.name] = countsOf(part.manifest, unknownCustomer);
    shapes.push({ name: part.name, ...(part.manifest.time === null ? {} : { time: part.manifest.time }), fields: fieldsOf(columns) });
  });
  const own = base === undefined ? [] : chosen(base.manifest, request.fields?.customers);
  const fields = base === undefined ? (Object.create(null) as { [name: string]: ColumnData }) : readColumns(base, own, request, budget);
  const conflict = parts.find((part) => own.some((column) => column.name === part.name));
  if (conflict !== undefined) throw new Refusal('name.conflict', { name: conflict.name });
  const key = base?.manifest.key ?? parts[0]?.manifest.customer ?? 'key';
  const days = parts.map((part) => part.manifest.asOf);
  return {
    table: { rows, key: { type: 'string', codes, dictionary: keys }, fields, collections },
    input: { key, fields: fieldsOf(own), collections: shapes },
    asOf: latest(days) ?? base?.manifest.asOf ?? null,
    timeZone,
    customers: base === undefined ? null : countsOf(base.manifest, 0),
    collections: counts,
    digests: Object.fromEntries([
      ...(base === undefined ? [] : [['customers', base.manifest.digest] as const]),
      ...parts.map((part) => [part.name, part.manifest.digest] as const),
    ]),
  };
}

/**
 * Reads generations into a table for the evaluator: only the asked fields, straight from their files into typed arrays. Customers
 * are in order of their keys, lines in order of customer, time and line of the file.
 */
export const openTable = (request: TableRequest): Outcome<OpenedTable> => outcomeOf(() => open(request));
