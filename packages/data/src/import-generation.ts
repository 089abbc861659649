// The import itself, step by step, inside the child process: inspect, plan, read, arrange, measure, write, show.
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { civilDayIn } from '@tierflow/definition';
import { Budget } from './columns/budget.ts';
import type { BuilderContext } from './columns/cell.ts';
import { type ArrangeContext, type Arranged, arrangeCollection, arrangeCustomers } from './generation/arrange.ts';
import { repeatedRows } from './generation/duplicates.ts';
import type { Manifest, Notice } from './generation/manifest.ts';
import { lastDay } from './generation/statistics.ts';
import { arranged, type StoredColumn, storedColumn } from './generation/stored-column.ts';
import { makeVisible, writeFiles } from './generation/write-generation.ts';
import type { DatasetRole, ImportedGeneration, ImportProgress, ImportRequest, ReadOptions } from './import-request.ts';
import { load } from './load/loader.ts';
import { columnNotices } from './load/notices.ts';
import { openSource } from './load/open-source.ts';
import { planColumns, renamed } from './load/plan.ts';
import type { RecordSource, SourceColumn } from './load/record-source.ts';
import { RejectLog } from './load/rejects.ts';
import { type FoundRoles, findRoles, findTime } from './load/roles.ts';
import { withTime } from './load/time-column.ts';
import { Refusal } from './outcome.ts';
import { instantIn, isTimeZone } from './values/zone.ts';

export type OnProgress = (progress: ImportProgress) => Promise<void>;

const DEFAULT_MEMORY = 4 * 2 ** 30;
const DEFAULT_MAX_REJECTED = 0.05;
/** So many rejects are always allowed: a share of a handful of rows says nothing. */
const ALWAYS_ALLOWED = 100;

/** Everything that was read, typed, in the order of the file. */
export interface ReadData {
  readonly source: RecordSource;
  readonly columns: readonly SourceColumn[];
  readonly roles: FoundRoles | undefined;
  readonly stored: readonly StoredColumn[];
  /** Line of the file on which each row begins. */
  readonly lines: Uint32Array;
  readonly blankLines: number;
  readonly context: BuilderContext;
  readonly notices: readonly Notice[];
}

export interface ReadRequest extends ReadOptions {
  readonly source: string;
  /** None for a profile. */
  readonly dataset?: DatasetRole;
  readonly memoryLimit?: number;
}

function contextFor(timeZone: string, sha256: string, memoryLimit: number | undefined): BuilderContext {
  if (!isTimeZone(timeZone)) throw new Refusal('timeZone.unknown', { timeZone: timeZone.slice(0, 60) });
  return {
    budget: new Budget(memoryLimit ?? DEFAULT_MEMORY, 'import.tooLarge'),
    clock: { instant: instantIn(timeZone), civilDay: civilDayIn(timeZone) },
    seed: Number.parseInt(sha256.slice(0, 8), 16) | 0,
  };
}

/** Reads a file into typed columns. */
export async function readData(request: ReadRequest, rejects: RejectLog, onProgress: OnProgress): Promise<ReadData> {
  const { dataset } = request;
  const nested =
    dataset?.kind === 'collection' && dataset.nested !== undefined
      ? { field: dataset.nested, ...(dataset.customer === undefined ? {} : { customer: dataset.customer }) }
      : undefined;
  const source = await openSource({ ...request, ...(nested === undefined ? {} : { nested }) }, () => undefined);
  const total = source.bytes;
  await onProgress({ phase: 'inspect', bytes: total, totalBytes: total, rows: 0, rejected: 0 });
  const mappings = request.columns ?? {};
  const columns = renamed(source.columns, mappings);
  const roles = dataset === undefined ? undefined : findRoles(columns, dataset);
  const originals = source.columns.map((column) => column.name);
  const plans = planColumns(columns, originals, {
    mappings,
    roles: {
      identifiers: roles === undefined ? [] : [roles.person, ...(roles.key === null ? [] : [roles.key])],
      persons: roles === undefined ? [] : [roles.person],
      required: roles?.kind === 'customers' ? [roles.person] : [],
    },
  });
  const context = contextFor(request.timeZone ?? 'UTC', source.sha256, request.memoryLimit);
  const loaded = await load({
    source,
    plans,
    context,
    rejects,
    preferredMark: source.preferredMark,
    onProgress: (progress) => onProgress({ phase: 'read', totalBytes: total, ...progress }),
  });
  const read = loaded.columns.map((column) => storedColumn(column, loaded.rows, context.clock));
  const all = { columns: read, lines: loaded.lines.subarray(0, loaded.rows) };
  const time = dataset?.kind === 'collection' ? dataset.time : undefined;
  const { columns: stored, lines } = time === undefined ? all : withTime(all, time, rejects, context.clock);
  return {
    source,
    columns,
    roles,
    lines,
    stored,
    blankLines: loaded.blankLines,
    context,
    notices: [...source.notices, ...columnNotices(loaded, stored)],
  };
}

function refuseTooMany(rejects: RejectLog, rows: number, share: number): void {
  const bad = rejects.rows - (rejects.counts.get('key.duplicate') ?? 0);
  if (bad <= ALWAYS_ALLOWED || bad <= share * (rows + bad)) return;
  throw new Refusal('import.tooManyRejects', {
    rejected: bad,
    rows: rows + bad,
    limit: share,
    reasons: Object.fromEntries(rejects.counts),
    first: rejects.shown.slice(0, 10).map((reject) => ({ ...reject, kept: false })),
  });
}

/** Drops lines that repeat an earlier one, each a reject. */
function withoutRepeats(columns: readonly StoredColumn[], repeated: Uint8Array, context: ArrangeContext): readonly StoredColumn[] {
  const order = Uint32Array.from([...repeated.keys()].filter((row) => repeated[row] === 0));
  repeated.forEach((again, row) => {
    if (again === 1) context.rejects.add({ line: context.lines[row] ?? 0, column: null, reason: 'row.duplicate', raw: '' });
  });
  return columns.map((column) => arranged(column, order));
}

function arrange(
  data: ReadData,
  dataset: DatasetRole,
  rejects: RejectLog,
): { readonly result: Arranged; readonly time: string | null; readonly duplicateRows: number } {
  const { lines, context, stored } = data;
  const roles = data.roles ?? findRoles(data.columns, dataset);
  const place: ArrangeContext = { lines, rejects, seed: context.seed, budget: context.budget };
  const { repeated, count } = repeatedRows(stored, lines.length, context.seed);
  if (dataset.kind === 'customers')
    return { result: arrangeCustomers(stored, roles.person, dataset.keep ?? 'last', place), time: null, duplicateRows: count };
  const time = findTime(
    stored.map((column) => ({ name: column.name, type: column.data.type })),
    dataset.time,
  );
  const kept = dataset.dropDuplicates === true && count > 0 ? withoutRepeats(stored, repeated, place) : stored;
  return { result: arrangeCollection(kept, roles.person, time, place), time, duplicateRows: count };
}

/** Half of what the import may hold, and never so little that the engine cannot work. */
const engineMegabytes = (request: ImportRequest): number => Math.max(1024, Math.round((request.memoryLimit ?? DEFAULT_MEMORY) / 2 ** 21));

/** A name that is one plain directory. */
function checkName(name: string | undefined): void {
  if (name !== undefined && !/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}$/.test(name))
    throw new Refusal('generation.name', { name: name.slice(0, 100) });
}

/** Builds a generation in `temporary` and makes it visible in `request.into`. */
export async function importGeneration(request: ImportRequest, temporary: string, onProgress: OnProgress): Promise<ImportedGeneration> {
  checkName(request.name);
  const rejects = new RejectLog(join(temporary, 'rejects.ndjson'));
  const data = await readData(request, rejects, onProgress);
  const { source, lines, roles } = data;
  refuseTooMany(rejects, lines.length, request.maxRejected ?? DEFAULT_MAX_REJECTED);
  const state = { bytes: source.bytes, totalBytes: source.bytes, rows: lines.length, rejected: rejects.rows };
  await onProgress({ phase: 'arrange', ...state });
  const { result, time, duplicateRows } = arrange(data, request.dataset, rejects);
  rejects.close();
  await onProgress({ phase: 'write', ...state, rejected: rejects.rows });
  const person = roles?.person ?? '';
  const timed = request.dataset.kind === 'customers' ? result.columns : result.columns.filter((column) => column.name === time);
  const manifest = await writeFiles(temporary, {
    columns: result.columns,
    keys: result.keys,
    keyField: person,
    about: {
      kind: request.dataset.kind,
      key: roles?.key ?? null,
      customer: request.dataset.kind === 'collection' ? person : null,
      time,
      timeZone: request.timeZone ?? 'UTC',
      rows: result.rows,
      rejected: rejects.rows,
      withoutCustomer: result.withoutCustomer,
      blankLines: data.blankLines,
      duplicateRows,
      asOf: lastDay(timed),
      source: { format: source.format, bytes: source.bytes, sha256: source.sha256, ...source.description },
      rejects: Object.fromEntries(rejects.counts),
      notices: data.notices,
    },
    database:
      request.database === false ? null : { threads: Math.min(2, availableParallelism()), memoryMegabytes: engineMegabytes(request) },
  });
  const name = request.name ?? nameOf(manifest, request.database !== false);
  return { name, dir: makeVisible(temporary, request.into, name, manifest.digest), manifest, rejects: rejects.shown };
}

/** A generation without its database is another directory than the same data with it. */
const nameOf = (manifest: Manifest, database: boolean): string =>
  `${manifest.digest.slice('sha256:'.length, 'sha256:'.length + 32)}${database ? '' : '-columns'}`;
