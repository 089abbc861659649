// The columns of a definition, one after the other, as columns of the layers of a query.
import { boundOf, type Column, type Definition, type Input, readParameter, scopeOf, walk } from '@tierflow/definition';
import { SqlRefusal } from '../refusal.ts';
import { compileExpr, missing } from './compile-expr.ts';
import type { Compiled, Context } from './context.ts';
import { column as columnOf, type Fragment, joined, sql } from './fragment.ts';
import { type Layers, rowLayers } from './layers.ts';
import { clashIn, nameGiver } from './names.ts';
import { isPresent, wholeBound } from './present.ts';

/** What of a definition becomes SQL; `Definition` fits. */
export type SqlProgram = Pick<Definition, 'columns' | 'parameters' | 'input' | 'timeZone' | 'seasons'>;

/** A column of the definition in the query. */
export interface Made {
  readonly name: string;
  readonly value: Fragment;
  /** Name of the column with its row error. */
  readonly errorName?: string;
}

/** A column that the dialect cannot say with the same answer. */
export interface Refused {
  readonly column: string;
  readonly refusal: SqlRefusal;
}

export interface CompiledProgram {
  readonly made: ReadonlyMap<string, Made>;
  readonly layers: Layers;
  readonly refused: readonly Refused[];
}

/** Compiles the columns that `needed` holds. A refused one is a missing value, and told. */
export function compileProgram(program: SqlProgram, asOf: number, needed: ReadonlySet<string>): CompiledProgram {
  const give = namesOver(program.input);
  const layers = rowLayers(give);
  const made = new Map<string, Made>();
  const refused: Refused[] = [];
  const context = contextOf(program, asOf, layers, (id) => made.get(id)?.value);
  for (const column of program.columns) {
    if (!needed.has(column.id)) continue;
    made.set(column.id, makeColumn(column, compileColumn(column, context, refused), { context, layers, give }));
  }
  return { made, layers, refused };
}

/** Ids of the columns needed for some, those included. */
export function neededFor(columns: readonly Column[], ids: readonly string[]): ReadonlySet<string> {
  const byId = new Map(columns.map((column) => [column.id, column]));
  const needed = new Set<string>();
  const visit = (id: string): void => {
    const column = byId.get(id);
    if (column === undefined) throw new RangeError(`no column ${id} in the definition`);
    if (needed.has(id)) return;
    needed.add(id);
    if (column.where !== undefined) visit(column.where);
    walk(column.expr, (part) => {
      if (part.op === 'column') visit(part.id);
    });
  };
  for (const id of ids) visit(id);
  return needed;
}

function sourceNames({ key, fields, collections }: Input): readonly string[] {
  return [...new Set([key, ...fields.map(({ name }) => name)]), ...collections.map(({ name }) => name)];
}

/** Names for a query over the relation that a definition reads. Throws SqlRefusal where there can be no such relation. */
export function namesOver(input: Input): (wanted: string) => string {
  refuseNames(input);
  return nameGiver(sourceNames(input));
}

/** Names that the relation cannot have side by side, and those the query uses itself. */
function refuseNames(input: Input): void {
  for (const names of [sourceNames(input), ...input.collections.map(({ fields }) => fields.map(({ name }) => name))]) {
    const refused = clashIn(names) ?? names.find((name) => name.startsWith('~') || name.includes('\0'));
    if (refused !== undefined) throw new SqlRefusal('sql.name', refused);
  }
}

/** What a program's expressions are compiled against; `made` tells the columns that are there. */
export function contextOf(program: SqlProgram, asOf: number, layers: Layers, made: (id: string) => Fragment | undefined): Context {
  const columns = new Map(program.columns.map((column) => [column.id, column]));
  const parameters = new Map(program.parameters.map(({ id, value }) => [id, value]));
  const remembered = <T>(answer: (column: Column) => T): ((id: string) => T | undefined) => {
    const known = new Map<string, T>();
    return (id) => {
      const column = columns.get(id);
      if (column !== undefined && !known.has(id)) known.set(id, answer(column));
      return known.get(id);
    };
  };
  const bound = remembered((column) => boundOf(column.expr, context.bounds));
  const whole = remembered((column) => wholeBound(column.expr, context));
  const context: Context = {
    types: scopeOf(program),
    bounds: {
      column: (id) => bound(id) ?? 0,
      parameter: (part) => readParameter(part, parameters.get(part.id)) ?? 0,
    },
    parameter: (id) => parameters.get(id),
    timeZone: program.timeZone,
    asOf,
    field: (name) => columnOf(name, 0),
    column: (id) => made(id) ?? sql`NULL`,
    mask: (id) => columns.get(id)?.mask === true,
    whole,
    bind: layers.bind,
    bindRow: layers.bind,
  };
  return context;
}

function compileColumn(column: Column, context: Context, refused: Refused[]): Compiled {
  try {
    return compileExpr(column.expr, context);
  } catch (error) {
    if (!(error instanceof SqlRefusal)) throw error;
    refused.push({ column: column.id, refusal: error });
    return { value: missing(column.type) };
  }
}

export interface Making {
  readonly context: Context;
  readonly layers: Layers;
  readonly give: (wanted: string) => string;
}

/** The value where the column's mask holds and nothing was raised; a mask is false elsewhere. */
export function makeColumn(column: Column, { value, error }: Compiled, { context, layers, give }: Making): Made {
  const mask = column.where === undefined ? undefined : context.column(column.where);
  const where = mask === undefined || mask.text === 'TRUE' ? [] : [mask];
  // Ids are texts of any kind; a name has no NUL and no half characters.
  const id = column.id.replaceAll('\0', '\ufffd').toWellFormed();
  const errorName = error === undefined ? undefined : give(`!${id}`);
  const raised =
    error === undefined || errorName === undefined
      ? undefined
      : layers.define(errorName, where.length === 0 ? error : sql`CASE WHEN ${joined(where, '')} THEN ${error} END`);
  const guards = raised === undefined ? where : [...where, sql`${raised} IS NULL`];
  const name = give(`:${id}`);
  const certain = raised === undefined && isPresent(column.expr, context);
  const guarded =
    column.mask === true
      ? joined([...guards, certain ? value : sql`COALESCE(${value}, FALSE)`], ' AND ')
      : guards.length === 0
        ? value
        : sql`CASE WHEN ${joined(guards, ' AND ')} THEN ${value} END`;
  return { name, value: layers.define(name, guarded), ...(errorName === undefined ? {} : { errorName }) };
}
