// The columns of a program as statements: one variable a column, columns of one node under one test of its mask.
import { boundOf, type Column, type Expr, walk } from '@tierflow/definition';
import type { Prepared } from '../program.ts';
import { emitAggregate, type WalkLines } from './emit-aggregate.ts';
import { emitState } from './emit-number.ts';
import { type Emitter, raises, type Target } from './emitter.ts';
import { recursion } from './recursion.ts';

/** Places where a kind of program differs: a record, or a row of typed arrays. */
export interface Place extends Omit<Target, 'column' | 'aggregate'> {
  readonly walk: WalkLines;
  readonly constant: (value: unknown) => string;
  /** Columns wanted as a state only: a bin as an integer, 0 for missing. */
  readonly states?: ReadonlySet<string>;
  /** Text for a column computed before; undefined where it has to be computed here. */
  readonly known?: (id: string) => string | undefined;
  /** Bounds of columns computed before, to which those computed here are added. */
  readonly bounds?: Map<string, number>;
}

export interface Emitted {
  /** Declarations that stand before the statements: aggregates, and columns they read. */
  readonly outer: readonly string[];
  readonly statements: readonly string[];
  readonly emitter: Emitter;
  /** Variable of a column. */
  readonly variable: (id: string) => string;
}

/** Emits the columns at `positions` (ascending, complete). `failed(position, error)` is called as `fail(position, e)` in the text; `after` is put behind each column. */
export function emitProgram(
  prepared: Prepared,
  positions: readonly number[],
  place: Place,
  after: (column: Column) => string = () => '',
): Emitted {
  const { constant } = place;
  const { columns } = prepared.program;
  const byId = new Map(columns.map((column) => [column.id, column]));
  const bounds = place.bounds ?? new Map<string, number>();
  const outer: string[] = [];
  const aggregates = new Map<string, string>();
  const temporaries: string[] = [];
  const variable = (id: string): string => place.known?.(id) ?? `c${prepared.position(id)}`;
  const emitter: Emitter = {
    types: prepared.types,
    bounds: { column: (id) => bounds.get(id) ?? 53, parameter: prepared.parameter },
    civilDay: prepared.civilDay,
    parameter: prepared.parameter,
    rules: prepared.rules,
    isMask: (id) => byId.get(id)?.mask === true,
    constant,
    recur: recursion,
    temporary: () => `t${temporaries.push('') - 1}`,
    target: {
      ...place,
      column: variable,
      aggregate: (expr) => {
        const same = JSON.stringify(expr);
        const known = aggregates.get(same);
        if (known !== undefined) return known;
        const name = `a${outer.length}`;
        outer.push(`const ${name} = ${emitAggregate(expr, emitter, place.walk)};`);
        aggregates.set(same, `${name}(i)`);
        return `${name}(i)`;
      },
    },
  };
  const toEmit = positions.map((at) => columns[at] as Column).filter((column) => place.known?.(column.id) === undefined);
  const captured = readByAggregates(toEmit);
  const writing: Writing = { prepared, emitter, captured, bounds, guards: guardsOf(toEmit), after, states: place.states ?? new Set() };
  const statements = emitRun(toEmit, { declared: false }, writing);
  const hoisted = toEmit.filter((column) => captured.has(column.id)).map((column) => `let ${variable(column.id)};`);
  const own = temporaries.length === 0 ? [] : [`let ${temporaries.map((_, at) => `t${at}`).join(', ')};`];
  return { outer: [...own, ...hoisted, ...outer], statements, emitter, variable };
}

interface Writing {
  readonly prepared: Prepared;
  readonly emitter: Emitter;
  readonly captured: ReadonlySet<string>;
  readonly bounds: Map<string, number>;
  readonly guards: ReadonlyMap<string, string>;
  readonly after: (column: Column) => string;
  readonly states: ReadonlySet<string>;
}

/** The mask outside which a column has no value: its `where`, or for a mask `and(other, …)` the other mask. */
function guardsOf(columns: readonly Column[]): ReadonlyMap<string, string> {
  const guards = new Map<string, string>();
  for (const column of columns) {
    const guard = column.where ?? (column.mask === true ? firstOfAnd(column.expr) : undefined);
    if (guard !== undefined) guards.set(column.id, guard);
  }
  return guards;
}

function firstOfAnd(expr: Expr): string | undefined {
  const first = expr.op === 'call' && expr.fn === 'and' ? expr.args[0] : undefined;
  return first?.op === 'column' ? first.id : undefined;
}

/** A block pays for its branch from this many columns on. */
const WORTH_A_BLOCK = 4;

/** Columns in order; a run of columns that are all nothing outside one mask stands in a block under that mask, if that pays. */
function emitRun(columns: readonly Column[], inside: Inside, writing: Writing): string[] {
  const { guards } = writing;
  const statements: string[] = [];
  for (let at = 0; at < columns.length; ) {
    const column = columns[at] as Column;
    const guard = outermostGuard(column.id, inside.mask, guards);
    let end = at + 1;
    while (guard !== undefined && end < columns.length && isUnder((columns[end] as Column).id, guard, guards)) end++;
    const run = columns.slice(at, end);
    if (guard === undefined) statements.push(...emitColumn(column, inside.declared, writing));
    else if (run.length >= WORTH_A_BLOCK || run.some((one) => one.where === guard)) {
      if (!inside.declared) statements.push(...run.map((one) => declare(one, writing)));
      statements.push(`if (${writing.emitter.target.column(guard)}) {`, ...emitRun(run, { mask: guard, declared: true }, writing), '}');
    } else statements.push(...emitRun(run, { ...inside, mask: guard }, writing));
    at = end;
  }
  return statements;
}

/** The mask that is known to hold, and whether the columns are declared already. */
interface Inside {
  readonly mask?: string;
  readonly declared: boolean;
}

/** The guard of a column that lies just inside `inside`. */
function outermostGuard(id: string, inside: string | undefined, guards: ReadonlyMap<string, string>): string | undefined {
  let guard = guards.get(id);
  if (guard === undefined || guard === inside) return undefined;
  for (let next = guards.get(guard); next !== undefined && next !== inside; next = guards.get(next)) guard = next;
  return guard;
}

function isUnder(id: string, mask: string, guards: ReadonlyMap<string, string>): boolean {
  for (let guard = guards.get(id); guard !== undefined; guard = guards.get(guard)) if (guard === mask) return true;
  return false;
}

function noneOf(column: Column, states: ReadonlySet<string>): string {
  if (column.mask === true || states.has(column.id)) return '0';
  return column.type === 'boolean' ? '2' : column.type === 'string' ? 'undefined' : 'NaN';
}

/** Declares a column before the block that computes it. */
function declare(column: Column, { emitter, captured, states }: Writing): string {
  return `${captured.has(column.id) ? '' : 'let '}${emitter.target.column(column.id)} = ${noneOf(column, states)};`;
}

function emitColumn(column: Column, declared: boolean, writing: Writing): string[] {
  const { emitter, bounds, captured, prepared, after, states } = writing;
  const name = emitter.target.column(column.id);
  const text =
    column.mask === true
      ? recursion.isTrue(column.expr, emitter)
      : states.has(column.id)
        ? emitState(column.expr, emitter)
        : recursion.value(column.expr, emitter);
  const canFail = raises(column.expr, emitter);
  bounds.set(column.id, boundOf(column.expr, emitter.bounds));
  const isNew = !declared && !captured.has(column.id);
  if (!canFail) return [`${isNew ? 'const ' : ''}${name} = ${text};`, after(column)];
  const failed = `catch (e) { ${name} = ${noneOf(column, states)}; fail(${prepared.position(column.id)}, e); }`;
  return [...(isNew ? [declare(column, writing)] : []), `try { ${name} = ${text}; } ${failed}`, after(column)];
}

/** Columns read inside aggregates live outside the loop, where the aggregate's function sees them. */
function readByAggregates(columns: readonly Column[]): ReadonlySet<string> {
  const ids = new Set<string>();
  const collect = (part: Expr): void => {
    if (part.op === 'column') ids.add(part.id);
  };
  for (const column of columns) {
    walk(column.expr, (part) => {
      if (part.op === 'aggregate') walk(part, collect);
    });
  }
  return ids;
}
