// A program over a whole population: who is where, and columns written out. Runs in chunks so that it can be
// paused, and keeps computed columns by content so that an edit recomputes only what it changes.
import { type Aggregate, type Column, columnHashes, parseDay, walk } from '@tierflow/definition';
import type { CodeCache } from './generated/constants.ts';
import { bindSweep, type SweepRun } from './generated/sweep-code.ts';
import { DefinitionError, neededFor, prepare, type Prepared, type Program } from './program.ts';
import type { ColumnData, Table } from './table.ts';

/** Remembers computed columns of one table, and warm code. Bytes are capped; the least recently used go first. */
export interface SweepCache {
  readonly columns: Map<string, ColumnData>;
  readonly code: CodeCache;
  readonly maxBytes: number;
}

/** A cache for one table. */
export function sweepCache(maxBytes = 512 * 2 ** 20): SweepCache {
  return { columns: new Map(), code: new Map(), maxBytes };
}

export interface SweepOptions {
  /** Civil day, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Ids of masks to count; all masks if not given. */
  readonly counts?: readonly string[];
  /** Ids of columns to write out. */
  readonly columns?: readonly string[];
  readonly cache?: SweepCache;
  /** Awaited between chunks; answering false stops the sweep. */
  readonly pause?: () => Promise<boolean>;
  /** Rows between two pauses. */
  readonly chunk?: number;
}

export interface SweepResult {
  readonly rows: number;
  /** People per mask. */
  readonly counts: { readonly [mask: string]: number };
  /** Rows with an error, per column. */
  readonly errors: { readonly [column: string]: number };
  readonly columns: { readonly [id: string]: ColumnData };
}

/** Thrown by a sweep whose `pause` answered false. */
export class SweepStopped extends Error {}

const CHUNK = 262_144;

/** Sweeps a table. Throws DefinitionError on a program that does not fit, SweepStopped when told to stop. */
export async function sweep(program: Program, table: Table, options: SweepOptions): Promise<SweepResult> {
  const asOf = parseDay(options.asOf);
  if (asOf === undefined) throw new DefinitionError('as-of.unreadable', options.asOf);
  const prepared = prepare(program);
  const counts = options.counts ?? program.columns.filter((column) => column.mask === true).map((column) => column.id);
  const wanted = options.columns ?? [];
  const hashes = options.cache === undefined ? undefined : columnHashes(program);
  const keyOf = (id: string): string => `${asOf} ${hashes?.get(id)}`;
  const known = knownColumns(program, options.cache, keyOf);
  const positions = neededFor(prepared, [...counts, ...wanted], new Set(known.keys()));
  const keep = options.cache === undefined ? [] : worthKeeping(prepared, positions, known);
  const write = [...new Set([...wanted, ...keep])].filter((id) => !known.has(id));
  const run = bindSweep(prepared, table, asOf, { counts, write, positions, known }, options.cache?.code);
  await runChunks(run, table.rows, options);
  const written = run.written();
  for (const [id, data] of written) {
    // A column with errors is computed anew each time, so that its errors are counted each time.
    if (options.cache !== undefined && !run.errors.has(prepared.position(id))) remember(options.cache, keyOf(id), data);
  }
  const columns = Object.fromEntries(wanted.map((id) => [id, known.get(id) ?? (written.get(id) as ColumnData)]));
  return {
    rows: table.rows,
    counts: Object.fromEntries(counts.map((id, at) => [id, run.counts[at] ?? 0])),
    errors: Object.fromEntries([...run.errors].map(([at, n]) => [(program.columns[at] as Column).id, n])),
    columns,
  };
}

async function runChunks(run: SweepRun, rows: number, options: SweepOptions): Promise<void> {
  const chunk = options.chunk ?? CHUNK;
  for (let from = 0; from < rows; from += chunk) {
    if (from > 0 && options.pause !== undefined && !(await options.pause())) throw new SweepStopped();
    run.rows(from, Math.min(rows, from + chunk));
  }
}

/** Columns of the program that stand in the cache, by id; reading one makes it the most recently used. */
function knownColumns(program: Program, cache: SweepCache | undefined, keyOf: (id: string) => string): Map<string, ColumnData> {
  const known = new Map<string, ColumnData>();
  if (cache === undefined) return known;
  for (const column of program.columns) {
    const key = keyOf(column.id);
    const data = cache.columns.get(key);
    if (data === undefined) continue;
    cache.columns.delete(key);
    cache.columns.set(key, data);
    known.set(column.id, data);
  }
  return known;
}

/** Columns over collections are worth their memory; plain arithmetic is as fast as reading it back. */
function worthKeeping(prepared: Prepared, positions: readonly number[], known: ReadonlyMap<string, ColumnData>): string[] {
  return positions
    .map((at) => prepared.program.columns[at] as Column)
    .filter((column) => !known.has(column.id) && column.type !== 'datetime' && readsCollection(column))
    .map((column) => column.id);
}

function readsCollection(column: Column): boolean {
  let found: Aggregate | undefined;
  walk(column.expr, (part) => {
    if (part.op === 'aggregate') found = part;
  });
  return found !== undefined;
}

function remember(cache: SweepCache, key: string, data: ColumnData): void {
  cache.columns.set(key, data);
  let bytes = 0;
  for (const kept of cache.columns.values()) bytes += bytesOf(kept);
  for (const [oldest, kept] of cache.columns) {
    if (bytes <= cache.maxBytes) break;
    cache.columns.delete(oldest);
    bytes -= bytesOf(kept);
  }
}

function bytesOf(data: ColumnData): number {
  return data.type === 'string' ? data.codes.byteLength + data.dictionary.length * 16 : data.values.byteLength;
}
