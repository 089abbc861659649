// The program as one loop over typed arrays.
import { type Column, canRaise, type Expr, rewrite, type ValueType, walk } from '@tierflow/definition';
import { closureProgram } from '../closures/run.ts';
import { type Prepared, prepare } from '../program.ts';
import { codeOf } from '../row-error.ts';
import type { ColumnData, StringColumn, Table } from '../table.ts';
import type { Value } from '../value.ts';
import { type ColumnBuilder, columnBuilder } from './column-builder.ts';
import { type CodeCache, compileText, constantPool } from './constants.ts';
import { emitProgram } from './emit-program.ts';
import { carrierOf, type Stage, stagesOf } from './stages.ts';

export interface SweepPlan {
  /** Masks to count. */
  readonly counts: readonly string[];
  /** Columns to write out. */
  readonly write: readonly string[];
  /** Positions of the columns to compute. */
  readonly positions: readonly number[];
  /** Counts people per cell as well: the cell's text, given a column's variable, and how many there are. */
  readonly cells?: {
    readonly emit: (variable: (id: string) => string) => string;
    readonly size: number;
    readonly states: ReadonlySet<string>;
    /** Columns the text reads. */
    readonly bases: readonly string[];
  };
  /** Columns computed before. */
  readonly known: ReadonlyMap<string, ColumnData>;
  /** Parts of expressions in one function at most. */
  readonly weight?: number | undefined;
}

export interface SweepRun {
  /** Sweeps rows from ≤ row < to. */
  readonly rows: (from: number, to: number) => void;
  readonly counts: Float64Array;
  readonly people: Float64Array;
  /** Rows with an error, by column position. */
  readonly errors: ReadonlyMap<number, number>;
  readonly written: () => ReadonlyMap<string, ColumnData>;
}

/** A program, the population it runs on, and the as-of day's number. */
export interface Ground {
  readonly prepared: Prepared;
  readonly table: Table;
  readonly asOf: number;
}

/** Rows that go through all stages before the next ones do. */
const TILE = 4096;

/** Binds a program to a table. */
export function bindSweep(ground: Ground, plan: SweepPlan, cache?: CodeCache): SweepRun {
  const { prepared, table, asOf } = ground;
  const errors = new Map<number, number>();
  const fail = (at: number, error: unknown): void => {
    codeOf(error);
    errors.set(at, (errors.get(at) ?? 0) + 1);
  };
  const results: Results = {
    counts: new Float64Array(plan.counts.length),
    people: new Float64Array(plan.cells?.size ?? 0),
    builders: new Map(plan.write.map((id) => [id, builderOf(prepared, id, table.rows)])),
  };
  const last = plan.cells?.bases ?? [];
  const stages = stagesOf(prepared, plan.positions, { last, weight: plan.weight });
  const carried: Carried = { texts: new Map(), bounds: new Map() };
  const runs = (stages.length === 0 ? [{ positions: [], carried: [] }] : stages).map((stage, at, all) =>
    bindStage({ ground, plan, stage, isLast: at === all.length - 1, carried, results }, cache),
  );
  return {
    rows: (from, to) => {
      const step = runs.length > 1 ? TILE : to - from;
      for (let start = from; start < to; start += step) for (const run of runs) run(asOf, start, Math.min(to, start + step), fail);
    },
    counts: results.counts,
    people: results.people,
    errors,
    written: () => new Map(plan.write.map((id) => [id, (results.builders.get(id) as ColumnBuilder).finish()])),
  };
}

/** Where all stages leave what they find. */
interface Results {
  readonly counts: Float64Array;
  readonly people: Float64Array;
  readonly builders: ReadonlyMap<string, ColumnBuilder>;
}

/** Columns of earlier stages: the arrays that hold them for the rows at hand, and how large they can get. */
interface Carried {
  readonly texts: Map<string, Float64Array | Uint8Array | (string | undefined)[]>;
  readonly bounds: Map<string, number>;
}

interface StageRequest {
  readonly ground: Ground;
  readonly plan: SweepPlan;
  readonly stage: Stage;
  /** Counts what was known before, and the cells. */
  readonly isLast: boolean;
  readonly carried: Carried;
  readonly results: Results;
}

type RunStage = (asOf: number, from: number, to: number, fail: (at: number, error: unknown) => void) => void;

/** One function over rows of the table. */
function bindStage({ ground, plan, stage, isLast, carried, results }: StageRequest, cache: CodeCache | undefined): RunStage {
  const { prepared } = ground;
  const pool = constantPool();
  const tables = tablePlace(ground, plan.known, pool.add);
  const place = {
    ...tables,
    bounds: carried.bounds,
    states: plan.cells?.states ?? new Set<string>(),
    known: (id: string) => {
      const values = carried.texts.get(id);
      return values === undefined ? tables.known(id) : `${pool.add(values)}[i - from]`;
    },
  };
  const counters = new Map(plan.counts.map((id, at) => [id, `n${at}`]));
  const used = new Set<string>();
  const add = (id: string, text: string): string => {
    const counter = counters.get(id);
    if (counter === undefined) return '';
    used.add(id);
    return `${counter} += ${text};`;
  };
  const { outer, statements, variable } = emitProgram(prepared, stage.positions, place, ({ id }) => add(id, `c${prepared.position(id)}`));
  const here = new Set(stage.positions.map((at) => (prepared.program.columns[at] as Column).id));
  const written = [...results.builders].flatMap(([id, builder]) => (here.has(id) ? [builder.emit(pool.add, variable(id))] : []));
  const ready = isLast ? plan.counts.flatMap((id) => (plan.known.has(id) ? [add(id, variable(id))] : [])) : [];
  const cell = isLast && plan.cells !== undefined ? `${pool.add(results.people)}[${plan.cells.emit(variable)}]++;` : '';
  const handed = isLast ? [] : stage.carried.map((column) => ({ column, values: carrierOf(column, TILE) }));
  const stored = handed.map(({ column, values }) => `${pool.add(values)}[i - from] = ${variable(column.id)};`);
  for (const { column, values } of handed) carried.texts.set(column.id, values);
  const own = [...counters].flatMap(([id, name], at) => (used.has(id) ? [{ name, at }] : []));
  const text = [
    pool.declare(),
    own.length === 0 ? '' : `let ${own.map(({ name }) => `${name} = 0`).join(', ')};`,
    ...outer,
    'for (let i = from; i < to; i++) {',
    ...statements,
    ...ready,
    cell,
    ...written,
    ...stored,
    '}',
    ...own.map(({ name, at }) => `counts[${at}] += ${name};`),
  ].join('\n');
  type Compiled = (k: readonly unknown[], counts: Float64Array, ...rest: Parameters<RunStage>) => void;
  const run = compileText<Compiled>(['K', 'counts', 'asOf', 'from', 'to', 'fail'], text, cache);
  return (...rest) => run(pool.values, results.counts, ...rest);
}

function builderOf(prepared: Prepared, id: string, rows: number): ColumnBuilder {
  const column = prepared.program.columns[prepared.position(id)];
  return columnBuilder(column?.type ?? 'number', rows);
}

function tablePlace(ground: Ground, known: ReadonlyMap<string, ColumnData>, add: (value: unknown) => string) {
  const { table } = ground;
  const element = elementReader(add);
  const lifted = new Map<string, string | undefined>();
  const day = (data: ColumnData | undefined, index: string): string | undefined =>
    data?.type === 'datetime' ? dayAt(add(data.days), index) : undefined;
  return {
    constant: add,
    field: (name: string, type: ValueType) => element(fieldOf(table, name), type, 'i'),
    known: (id: string) => {
      const data = known.get(id);
      return data === undefined ? undefined : element(data, data.type, 'i');
    },
    walk: (from: string) => {
      const lines = table.collections[from];
      const range = lines === undefined ? 'j = 0, e = 0' : `j = ${add(lines.start)}[i], e = ${add(lines.end)}[i]`;
      return {
        line: (name: string, type: ValueType) => element(lines?.fields[name], type, 'j'),
        dayOf: (name: string) => day(lines?.fields[name], 'j'),
        decided: (expr: Expr, answer: (value: Value) => number) => decided(expr, answer, { from, ground, add }),
        head: () => `for (let ${range}; j < e; j++) {`,
      };
    },
    dayOf: (name: string) => day(fieldOf(table, name), 'i'),
    lift: (expr: Expr, type: ValueType) => {
      const same = JSON.stringify(expr);
      if (!lifted.has(same)) lifted.set(same, lift(expr, type, ground, add));
      return lifted.get(same);
    },
  };
}

/** A field of the table; the key is a field as well. */
function fieldOf(table: Table, name: string): ColumnData | undefined {
  return table.fields[name];
}

function dayAt(array: string, index: string): string {
  return `(${array}[${index}] === -2147483648 ? NaN : ${array}[${index}])`;
}

/** Text of one element, each array bound once; a field the table lacks is missing. */
function elementReader(add: (value: unknown) => string): (data: ColumnData | undefined, type: ValueType, index: string) => string {
  return (data, type, index) => {
    if (data === undefined || data.type !== type) return type === 'boolean' ? '2' : type === 'string' ? 'undefined' : 'NaN';
    if (data.type === 'string')
      return `(${add(data.codes)}[${index}] === 0 ? undefined : ${add(data.dictionary)}[${add(data.codes)}[${index}]])`;
    if (data.type === 'date') return dayAt(add(data.values), index);
    return `${add(data.values)}[${index}]`;
  };
}

type TextField = Extract<Expr, { op: 'field' | 'line' }>;

/** The one text field an expression depends on, if it depends on nothing else. */
function onlyTextField(expr: Expr, prepared: Prepared): TextField | undefined {
  let only: TextField | undefined;
  let fits = true;
  walk(expr, (part) => {
    if (part.op === 'aggregate' || part.op === 'column' || part.op === 'asOf') fits = false;
    if (part.op !== 'field' && part.op !== 'line') return;
    if (only !== undefined && (only.name !== part.name || only.op !== part.op)) fits = false;
    only = part;
  });
  if (only?.op === 'field' && prepared.types.field(only.name) !== 'string') return undefined;
  return fits ? only : undefined;
}

/** Evaluates the expression once per dictionary entry; the text then reads the answer by code. Only for fields of customers. */
function lift(expr: Expr, type: ValueType, { prepared, table, asOf }: Ground, add: (value: unknown) => string): string | undefined {
  const field = onlyTextField(expr, prepared);
  if (field?.op !== 'field' || canRaise(expr, { column: () => 53, parameter: prepared.parameter })) return undefined;
  const data = table.fields[field.name];
  if (data?.type !== 'string') return undefined;
  const answers = answersOver(data, { expr, type, field, prepared, asOf });
  if (type === 'string') return `${add(answers)}[${add(data.codes)}[i]]`;
  if (type === 'boolean')
    return `${add(Uint8Array.from(answers, (value) => (value === undefined ? 2 : value === true ? 1 : 0)))}[${add(data.codes)}[i]]`;
  return `${add(Float64Array.from(answers, (value) => (value as number | undefined) ?? Number.NaN))}[${add(data.codes)}[i]]`;
}

/** A number that the text field of a line decides alone, by its code. */
function decided(expr: Expr, answer: (value: Value) => number, { from, ground, add }: LinesOf): string | undefined {
  const { prepared, table, asOf } = ground;
  const field = onlyTextField(expr, prepared);
  const data = table.collections[from]?.fields[field?.name ?? ''];
  if (field?.op !== 'line' || data?.type !== 'string' || canRaise(expr, { column: () => 53, parameter: prepared.parameter }))
    return undefined;
  const answers = answersOver(data, { expr, type: 'string', field, prepared, asOf });
  return `${add(Float64Array.from(answers, answer))}[${add(data.codes)}[j]]`;
}

interface LinesOf {
  readonly from: string;
  readonly ground: Ground;
  readonly add: (value: unknown) => string;
}

interface Lifted {
  readonly expr: Expr;
  readonly type: ValueType;
  /** All that the expression reads. */
  readonly field: TextField;
  readonly prepared: Prepared;
  readonly asOf: number;
}

/** What an expression answers for every entry of the dictionary of its only field; for entry 0 with the field missing. */
function answersOver({ dictionary }: StringColumn, { expr, type, field, prepared, asOf }: Lifted): readonly Value[] {
  const read: Expr = { op: 'field', name: field.name };
  const column = { id: 'lifted', node: '', type, expr: rewrite(expr, (part) => (part.op === field.op ? read : part)) };
  const input = { ...prepared.program.input, fields: [{ name: field.name, type: 'string' as const }], collections: [] };
  const run = closureProgram(prepare({ ...prepared.program, input, columns: [column] }));
  return dictionary.map(
    (entry, code) => run({ key: null, fields: [code === 0 ? undefined : entry], lines: [], notes: [] }, asOf).values[0],
  );
}
