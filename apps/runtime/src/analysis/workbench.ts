// What the analysis thread keeps between questions: open tables with their caches, and recent compilations.
import type { DataSchema } from '@tierflow/compiler';
import { canonicalJson, type Definition, type Diagnostic } from '@tierflow/definition';
import { type KnownField, type SweepCache, sweepCache, type Table, withPrevious } from '@tierflow/evaluator';
import { type Flow, flowOn } from '@tierflow/flow';
import { type CompiledFlow, compileFlow } from './compile-flow.ts';
import { FitMemory } from './fit-memory.ts';
import { loadTable } from './load-table.ts';
import { previousFor, previousTiers } from './previous-tiers.ts';
import type { DataRef, PreviousRef } from './protocol.ts';

/** A table of one generation, with what was computed on it. */
export interface Bench {
  readonly table: Table;
  readonly cache: SweepCache;
  readonly fits: FitMemory;
  /** What is known of columns, by path. */
  readonly known: Map<string, KnownField>;
}

/** A flow made ready to count: fitted where a definition could be made at all. */
/** How a table is read: as which data, and in which zone its civil days are counted (the imports' own if not said). */
interface Reading {
  readonly schema: DataSchema;
  readonly timeZone?: string | undefined;
}

export interface ReadyFlow {
  readonly compiled: CompiledFlow;
  readonly bench: Bench;
  readonly fitted?: Definition;
  readonly diagnostics: readonly Diagnostic[];
  readonly timing: { readonly compile: number; readonly fit: number };
}

export interface ReadyOptions {
  readonly asOf: string;
  readonly pause?: () => Promise<boolean>;
}

const MAX_TABLES = 4;
const MAX_COMPILED = 32;
const MAX_CODE = 400;

/** Caches are capped in bytes or entries; the least recently used go first. */
export class Workbench {
  readonly #memoryMb: number;
  readonly #benches = new Map<string, Bench>();
  readonly #compiled = new Map<string, CompiledFlow>();

  constructor(memoryMb: number) {
    this.#memoryMb = memoryMb;
  }

  /** Compiles and fits a flow on its data. */
  async ready(flow: Flow, data: DataRef, options: ReadyOptions): Promise<ReadyFlow> {
    const started = performance.now();
    const compiled = this.compile(flow, data);
    const compile = performance.now() - started;
    const bench = this.bench(compiled, data, previousFor(data, compiled.definition));
    if (compiled.definition === undefined) return { compiled, bench, diagnostics: compiled.diagnostics, timing: { compile, fit: 0 } };
    const from = performance.now();
    const { definition, warnings } = await bench.fits.fit({
      definition: compiled.definition,
      table: bench.table,
      generation: String(data.generation),
      cache: bench.cache,
      ...options,
    });
    return {
      compiled,
      bench,
      fitted: definition,
      diagnostics: [...compiled.diagnostics, ...warnings],
      timing: { compile, fit: performance.now() - from },
    };
  }

  /**
   * The same for a flow that is looked at on one day: as it is in that day's season, with the remarks on all of it. What is published
   * is made of the whole and answers the same on that day.
   */
  async readyOn(flow: Flow, data: DataRef, options: ReadyOptions): Promise<ReadyFlow> {
    if (flow.seasons === undefined) return this.ready(flow, data, options);
    const whole = this.compile(flow, data);
    const { seasons: _, ...today } = flowOn(flow, options.asOf);
    const { compiled, diagnostics, fitted, ...ready } = await this.ready(today, data, options);
    const seasons = whole.definition?.seasons;
    return {
      ...ready,
      compiled,
      diagnostics: [...whole.diagnostics, ...diagnostics.slice(compiled.diagnostics.length)],
      ...(fitted === undefined ? {} : { fitted: seasons === undefined ? fitted : { ...fitted, seasons } }),
    };
  }

  compile(flow: Flow, data: DataRef): CompiledFlow {
    const { layout: _, ...content } = flow;
    const key = canonicalJson([content, data.generation]);
    return recall(this.#compiled, key, MAX_COMPILED, () => compileFlow(flow, data));
  }

  /** The table a compiled flow reads, with the tiers of an earlier run if one is given. */
  bench({ schema, timeZone }: Reading, data: DataRef, previous?: PreviousRef): Bench {
    const names = [...(schema.customers === undefined ? [] : [schema.customers.name]), ...schema.collections.map(({ name }) => name)];
    const sets = data.sets.filter(({ name }) => names.includes(name));
    // In the imports' own zone the table is one for all who ask.
    const zone = sets.every((set) => set.timeZone === timeZone) ? undefined : timeZone;
    const key = canonicalJson([schema, zone ?? null, sets.map(({ name, folder, columns }) => [name, folder, columns])]);
    const options = { memoryMb: this.#memoryMb, timeZone: zone };
    const bench = recall(this.#benches, key, MAX_TABLES, () => this.#open(loadTable(schema, data, options)));
    const asked =
      previous === undefined
        ? bench
        : recall(this.#benches, `${key} ${previous.run}`, MAX_TABLES, () => this.#open(withPrevious(bench.table, previousTiers(previous))));
    if (asked.cache.code.size > MAX_CODE) asked.cache.code.clear();
    return asked;
  }

  /** Nothing computed on one table is known of another: an earlier run makes its own. */
  #open(table: Table): Bench {
    return { table, cache: sweepCache(Math.max(64, this.#memoryMb / 4) * 2 ** 20), fits: new FitMemory(), known: new Map() };
  }
}

/** The remembered value, or a new one that pushes out the least recently used. */
function recall<T>(memory: Map<string, T>, key: string, limit: number, make: () => T): T {
  const known = memory.get(key);
  const value = known ?? make();
  memory.delete(key);
  memory.set(key, value);
  for (const oldest of memory.keys()) {
    if (memory.size <= limit) break;
    memory.delete(oldest);
  }
  return value;
}
