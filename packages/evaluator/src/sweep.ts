// A program over a whole population: who is where, and columns written out. Runs in chunks so that it can be
// paused, and keeps computed columns by content so that an edit recomputes only what it changes.
import { type Aggregate, type Column, columnHashes, parseDay, programOn, walk } from '@tierflow/definition';
import { countCells, emitCell, statesOnly } from './cells/count-cells.ts';
import { type Frontier, frontierOf } from './cells/frontier.ts';
import type { CodeCache } from './codegen/constants.ts';
import { bindSweep, type SweepRun } from './codegen/sweep-code.ts';
import { DefinitionError, neededFor, type Prepared, type Program, prepare } from './program.ts';
import type { ColumnData, Table } from './table.ts';

/** Remembers computed columns of one table, and warm code. Bytes are capped; the least recently used go first. */
export interface SweepCache {
  readonly columns: Map<string, ColumnData>;
  /** People per cell, by the content of the columns that make the cells. */
  readonly cells: Map<string, Float64Array>;
  readonly code: CodeCache;
  readonly maxBytes: number;
}

/** A cache for one table. */
export function sweepCache(maxBytes = 512 * 2 ** 20): SweepCache {
  return { columns: new Map(), cells: new Map(), code: new Map(), maxBytes };
}

export interface SweepOptions {
  /** Civil day, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Ids of masks to count; all masks if not given. */
  readonly counts?: readonly string[];
  /** Ids of columns to write out. */
  readonly columns?: readonly string[];
  readonly cache?: SweepCache;
  /** False counts every mask row by row instead of by cells: the same numbers, for comparison. */
  readonly cells?: boolean;
  /** Awaited between chunks; answering false stops the sweep. */
  readonly pause?: () => Promise<boolean>;
  /** Parts of expressions in one generated function at most; the same answers, for comparison. */
  readonly weight?: number;
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
  const whole = prepare(programOn(program, asOf));
  const counts = options.counts ?? program.columns.filter((column) => column.mask === true).map((column) => column.id);
  const frontier = options.cells === false || counts.length === 0 ? undefined : frontierOf(whole, counts);
  const prepared = frontier?.prepared ?? whole;
  const job: Job = {
    prepared,
    asOf,
    counts,
    wanted: options.columns ?? [],
    table,
    options,
    ...(frontier === undefined ? {} : { frontier }),
  };
  const pass = (options.columns ?? []).length === 0 ? (rememberedPass(job) ?? (await passOverRows(job))) : await passOverRows(job);
  const total = frontier === undefined ? undefined : countCells(frontier, pass.people, { counts, asOf, cache: options.cache?.code });
  const errors = new Map([...pass.errors].filter(([id]) => !id.startsWith('~')));
  for (const [id, n] of total?.errors ?? []) errors.set(id, (errors.get(id) ?? 0) + n);
  return {
    rows: table.rows,
    counts: Object.fromEntries(counts.map((id, at) => [id, (total?.counts ?? pass.counts)[at] ?? 0])),
    errors: Object.fromEntries(errors),
    columns: pass.columns,
  };
}

interface Job {
  readonly prepared: Prepared;
  readonly frontier?: Frontier;
  readonly asOf: number;
  readonly counts: readonly string[];
  readonly wanted: readonly string[];
  readonly table: Table;
  readonly options: SweepOptions;
}

interface Pass {
  readonly counts: Float64Array;
  readonly people: Float64Array;
  readonly errors: ReadonlyMap<string, number>;
  readonly columns: { readonly [id: string]: ColumnData };
}

const NOTHING = new Float64Array(0);

/** People per cell of an earlier pass with the same cut, where nothing else is asked. */
function rememberedPass({ frontier, options, prepared, asOf }: Job): Pass | undefined {
  if (frontier === undefined || options.cache === undefined) return undefined;
  const people = options.cache.cells.get(cellKey(frontier, asOf, columnHashes(prepared.program)));
  return people === undefined ? undefined : { counts: NOTHING, people, errors: new Map(), columns: {} };
}

function cellKey(frontier: Frontier, asOf: number, hashes: ReadonlyMap<string, string>): string {
  return [asOf, ...frontier.bases.map((base) => hashes.get(base.id))].join(' ');
}

async function passOverRows(job: Job): Promise<Pass> {
  const { prepared, frontier, asOf, wanted, table, options } = job;
  const { cache } = options;
  const { columns } = prepared.program;
  const counts = frontier === undefined ? job.counts : [];
  const hashes = cache === undefined ? undefined : columnHashes(prepared.program);
  const keyOf = (id: string): string => `${asOf} ${hashes?.get(id)}`;
  const known = knownColumns(prepared.program, cache, keyOf);
  const bases = frontier?.bases.map((base) => base.id) ?? [];
  const positions = neededFor(prepared, [...counts, ...bases, ...wanted], new Set(known.keys()));
  const keep = cache === undefined ? [] : worthKeeping(prepared, positions, known);
  const write = [...new Set([...wanted, ...keep])].filter((id) => !known.has(id));
  // A bin that is read back is a number with gaps, not a state.
  const cells = frontier === undefined ? {} : { cells: cellsOf(frontier, statesOnly(frontier, positions, [...write, ...known.keys()])) };
  const run = bindSweep({ prepared, table, asOf }, { counts, write, positions, known, weight: options.weight, ...cells }, cache?.code);
  await runChunks(run, table.rows, options);
  const written = run.written();
  if (cache !== undefined) {
    for (const [id, data] of written) {
      // A column with errors is computed anew each time, so that its errors are counted each time.
      if (!run.errors.has(prepared.position(id))) remember(cache, keyOf(id), data);
    }
    if (frontier !== undefined && run.errors.size === 0) rememberCells(cache, cellKey(frontier, asOf, hashes ?? new Map()), run.people);
  }
  return {
    counts: run.counts,
    people: run.people,
    errors: new Map([...run.errors].map(([at, n]) => [(columns[at] as Column).id, n])),
    columns: Object.fromEntries(wanted.map((id) => [id, known.get(id) ?? (written.get(id) as ColumnData)])),
  };
}

function cellsOf(frontier: Frontier, states: ReadonlySet<string>) {
  return {
    size: frontier.cells,
    states,
    bases: frontier.bases.map(({ id }) => id),
    emit: (variable: (id: string) => string) => emitCell(frontier, states, variable),
  };
}

/** Cells of this many cuts are kept. */
const CELLS_KEPT = 32;

function rememberCells(cache: SweepCache, key: string, people: Float64Array): void {
  cache.cells.set(key, people);
  const [oldest] = cache.cells.keys();
  if (cache.cells.size > CELLS_KEPT && oldest !== undefined) cache.cells.delete(oldest);
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
