// The columns of a program as statements: one variable a column, columns of one node under one test of its mask.
import { type Column, type Expr, walk } from '@tierflow/definition';
import type { Prepared } from '../program.ts';
import { boundOf } from './bounds.ts';
import { emitAggregate, type LoopHead } from './emit-aggregate.ts';
import { type Emitter, emitValue, raises, type Target } from './emit.ts';
import { emitTrue } from './emit-boolean.ts';

/** Places where a kind of program differs: a record, or a row of typed arrays. */
export interface Place extends Omit<Target, 'column' | 'aggregate'> {
  readonly loop: LoopHead;
  /** Text for a column computed before; undefined where it has to be computed here. */
  readonly known?: (id: string) => string | undefined;
}

export interface Emitted {
  /** Declarations that stand before the statements: aggregates, and columns they read. */
  readonly outer: readonly string[];
  readonly statements: readonly string[];
  readonly emitter: Emitter;
  /** Variable of a column. */
  readonly variable: (id: string) => string;
}

/** Emits the columns at `positions` (ascending, complete). `failed(position, error)` is called as `fail(position, e)` in the text. */
export function emitProgram(prepared: Prepared, positions: readonly number[], place: Place, constant: (value: unknown) => string): Emitted {
  const { columns } = prepared.program;
  const byId = new Map(columns.map((column) => [column.id, column]));
  const bounds = new Map<string, number>();
  const outer: string[] = [];
  const variable = (id: string): string => place.known?.(id) ?? `c${prepared.position(id)}`;
  const emitter: Emitter = {
    types: prepared.types,
    bounds: { column: (id) => bounds.get(id) ?? 53, parameter: prepared.parameter },
    civilDay: prepared.civilDay,
    parameter: prepared.parameter,
    isMask: (id) => byId.get(id)?.mask === true,
    constant,
    target: {
      ...place,
      column: variable,
      aggregate: (expr) => {
        const name = `a${outer.length}`;
        outer.push(`const ${name} = ${emitAggregate(expr, emitter, place.loop)};`);
        return `${name}(i)`;
      },
    },
  };
  const toEmit = positions.map((at) => columns[at] as Column).filter((column) => place.known?.(column.id) === undefined);
  const captured = readByAggregates(toEmit);
  const statements: string[] = [];
  for (let at = 0; at < toEmit.length; ) {
    const group = sameMask(toEmit, at);
    statements.push(...emitGroup(group, emitter, captured, prepared));
    for (const column of group) bounds.set(column.id, boundOf(column.expr, emitter.bounds));
    at += group.length;
  }
  const hoisted = toEmit.filter((column) => captured.has(column.id)).map((column) => `let ${variable(column.id)};`);
  return { outer: [...hoisted, ...outer], statements, emitter, variable };
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

/** The run of columns from `at` that share a mask and do not need each other's bounds to be known first. */
function sameMask(columns: readonly Column[], at: number): readonly Column[] {
  const first = columns[at] as Column;
  if (first.where === undefined) return [first];
  let end = at + 1;
  while (end < columns.length && columns[end]?.where === first.where) end++;
  return columns.slice(at, end);
}

function emitGroup(group: readonly Column[], emitter: Emitter, captured: ReadonlySet<string>, prepared: Prepared): string[] {
  const where = group[0]?.where;
  const bounds = new Map<string, number>();
  const inner: Emitter = { ...emitter, bounds: { ...emitter.bounds, column: (id) => bounds.get(id) ?? emitter.bounds.column(id) } };
  const assignments: string[] = [];
  const declarations: string[] = [];
  for (const column of group) {
    const name = emitter.target.column(column.id);
    const none = column.mask === true ? '0' : column.type === 'boolean' ? '2' : column.type === 'string' ? 'undefined' : 'NaN';
    const at = prepared.position(column.id);
    const text = column.mask === true ? emitTrue(column.expr, inner) : emitValue(column.expr, inner);
    const isPlain = where === undefined && !raises(column.expr, inner);
    const keyword = captured.has(column.id) ? '' : isPlain ? 'const ' : 'let ';
    declarations.push(isPlain ? '' : `${keyword}${name} = ${none};`);
    if (isPlain) assignments.push(`${keyword}${name} = ${text};`);
    else if (raises(column.expr, inner)) assignments.push(`try { ${name} = ${text}; } catch (e) { ${name} = ${none}; fail(${at}, e); }`);
    else assignments.push(`${name} = ${text};`);
    bounds.set(column.id, boundOf(column.expr, inner.bounds));
  }
  if (where === undefined) return [...declarations, ...assignments].filter((text) => text !== '');
  return [...declarations, `if (${emitter.target.column(where)}) {`, ...assignments, '}'];
}
