// The whole way of a flow over files: import, compile, fit, apply.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { ImportProgress, OpenedTable } from '@tierflow/data';
import { canonicalJson, type Definition, type Diagnostic, digestOf, parseDay, readsPrevious } from '@tierflow/definition';
import {
  type NodeCounts,
  nodeCounts,
  type SweepCache,
  SweepStopped,
  sweep,
  sweepCache,
  testVectors,
  withPrevious,
} from '@tierflow/evaluator';
import { type FitOptions, type FitProgress, type Fitted, fit } from '@tierflow/fitting';
import type { Flow } from '@tierflow/flow';
import { InputFault, inputFault, problemOf } from '../fault.ts';
import type { DataFile } from '../input/data-files.ts';
import { compileFlow } from './compile-flow.ts';
import { type ImportedFile, importFiles } from './import-files.ts';
import { loadTable } from './load-table.ts';
import { type PreviousOptions, previousFile } from './previous-file.ts';

export interface FitRequest {
  readonly flow: Flow;
  /** One file per data set, by the name the flow gives it. */
  readonly files: readonly DataFile[];
  /** Civil day; the last day in the data if not given. */
  readonly asOf?: string;
  /** File of an earlier run: which tiers the customers had. Without it all are new. */
  readonly previous?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (file: DataFile, progress: ImportProgress) => void;
  /** Told by long fits how far they are. */
  readonly onFit?: (progress: FitProgress) => void;
}

/** A flow fitted on its files. */
export interface FittedFlow {
  readonly definition: Definition;
  /** Canonical JSON of the definition: these bytes are what the digest names. */
  readonly bytes: string;
  readonly digest: string;
  /** Warnings and remarks; no errors. */
  readonly diagnostics: readonly Diagnostic[];
  readonly asOf: string;
  readonly files: readonly ImportedFile[];
  readonly opened: OpenedTable;
  readonly cache: SweepCache;
}

/** A fitted flow applied to all customers. */
export interface FlowRun extends FittedFlow {
  readonly people: number;
  readonly nodes: { readonly [node: string]: NodeCounts };
  /** People per mask. */
  readonly counts: { readonly [mask: string]: number };
}

/**
 * Imports the files into a temporary directory, which is removed afterwards, compiles the flow and fits it. Throws InputFault
 * where a file or the flow is wrong.
 */
export async function fitFlow({ flow, files, asOf, previous, onFit, ...options }: FitRequest): Promise<FittedFlow> {
  if (asOf !== undefined && parseDay(asOf) === undefined) throw inputFault('as-of.unreadable', { value: asOf });
  const into = mkdtempSync(join(tmpdir(), 'tierflow-'));
  try {
    const imported = await importFiles(flow, files, { into, ...options });
    const compiled = compileFlow(flow, imported);
    const errors = compiled.diagnostics.filter(({ severity }) => severity === 'error');
    if (errors.length > 0 || compiled.definition === undefined) throw new InputFault(errors.map(problemOf));
    refuseMissingData(compiled.definition, flow, imported);
    const table = loadTable(compiled.definition.input, imported);
    const opened = previous === undefined ? table : await openedAfter(table, compiled.definition, { path: previous, into, ...options });
    const day = asOf ?? opened.asOf ?? lastDay(imported);
    if (day === null) throw inputFault('as-of.none', {});
    const cache = sweepCache();
    const fitting = { asOf: day, generation: generationOf(imported), cache, ...(onFit === undefined ? {} : { progress: onFit }) };
    const fitted = await fitUnlessStopped(compiled.definition, opened, { ...fitting, pause: turnsUntil(options.signal) });
    const definition: Definition = { ...fitted.definition, vectors: testVectors(fitted.definition) };
    const bytes = canonicalJson(definition);
    const diagnostics = [...compiled.diagnostics, ...fitted.warnings];
    return { definition, bytes, digest: digestOf(bytes), diagnostics, asOf: day, files: imported, opened, cache };
  } finally {
    rmSync(into, { recursive: true, force: true });
  }
}

interface Earlier extends PreviousOptions {
  readonly path: string;
}

/** The population with the tiers of an earlier run. */
async function openedAfter(opened: OpenedTable, definition: Definition, { path, ...options }: Earlier): Promise<OpenedTable> {
  if (!readsPrevious(definition)) throw inputFault('previous.unused', {}, path);
  return { ...opened, table: withPrevious(opened.table, await previousFile(path, options)) };
}

/** Lets others have their turn; false once the command is asked to end. */
function turnsUntil(signal: AbortSignal | undefined): () => Promise<boolean> {
  return async () => {
    await turn();
    return signal?.aborted !== true;
  };
}

async function fitUnlessStopped(definition: Definition, { table }: OpenedTable, options: FitOptions): Promise<Fitted> {
  try {
    return await fit(definition, table, options);
  } catch (error) {
    throw error instanceof SweepStopped ? inputFault('fit.stopped', {}) : error;
  }
}

/**
 * Fits a flow and counts who is where.
 * @example
 * const run = await runFlow({ flow, files: [{ name: 'orders', path: 'orders.csv' }] });
 * console.log(run.nodes, run.digest);
 */
export async function runFlow(request: FitRequest): Promise<FlowRun> {
  const fitted = await fitFlow(request);
  const { definition, opened, asOf, cache } = fitted;
  const swept = await sweep(definition, opened.table, { asOf, cache });
  return { ...fitted, people: swept.rows, nodes: nodeCounts(definition, swept), counts: swept.counts };
}

/** Every data set that the program reads needs a file. */
function refuseMissingData(definition: Definition, flow: Flow, files: readonly ImportedFile[]): void {
  const there = new Set(files.map(({ name }) => name));
  const declared = Object.entries(flow.data ?? {});
  const read = new Set(definition.input.collections.map(({ name }) => name));
  const customers = declared.filter(([, { customer }]) => customer === undefined).map(([name]) => name);
  const needed = [...customers, ...read].filter((name) => !there.has(name));
  if (needed.length > 0) throw new InputFault(needed.map((name) => ({ code: 'data.no-file', params: { name } })));
  if (files.length === 0) throw inputFault('data.none', {});
}

/** The data, named by its content. */
function generationOf(files: readonly ImportedFile[]): string {
  const [only] = files;
  if (files.length === 1 && only !== undefined) return only.manifest.digest;
  return digestOf(canonicalJson(Object.fromEntries(files.map(({ name, manifest }) => [name, manifest.digest]))));
}

function lastDay(files: readonly ImportedFile[]): string | null {
  return files.reduce<string | null>(
    (last, { manifest: { asOf } }) => (asOf !== null && (last === null || asOf > last) ? asOf : last),
    null,
  );
}
