// How many customers are in some masks, as one query: only who can be counted is read, and who looks alike is grouped before the
// last steps are taken.
import { type Column, type Expr, parseDay, programOn, typeOf } from '@tierflow/definition';
import { quoteName } from '../quote.ts';
import { compileExpr } from './compile-expr.ts';
import { contextOf, makeColumn, namesOver, neededFor, type SqlProgram } from './compile-program.ts';
import type { Context } from './context.ts';
import { boolean, column as columnOf, type Fragment, joined, sql } from './fragment.ts';
import { type Layers, rowLayers } from './layers.ts';
import { conjunctsOf, groupingOf, impliedBy } from './shapes.ts';

export interface CountOptions {
  /** A relation as `applySql` reads it. */
  readonly from: string;
  /** Civil day `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Ids of masks. */
  readonly masks: readonly string[];
}

export interface CountSql {
  /** A SELECT of one row. */
  readonly sql: string;
  /** Name of a mask's count, not quoted. */
  readonly nameOf: (mask: string) => string;
}

/** What is shared by the stages of one query. */
interface Counting {
  readonly program: SqlProgram;
  readonly columns: ReadonlyMap<string, Column>;
  readonly asOf: number;
  readonly give: (wanted: string) => string;
  /** Masks that everybody counted is in. */
  readonly everybody: ReadonlySet<string>;
}

/** A part that customers are grouped by, under a name. */
interface Base {
  readonly name: string;
  readonly part: Fragment;
}

/**
 * Counts of masks as SQL for DuckDB. The same relation, settings and refusals as `applySql`.
 * @example
 * const { sql, nameOf } = countSql(definition, { from: 'customers', asOf: '2026-03-01', masks: ['tiers:gold'] });
 */
export function countSql(seasonal: SqlProgram, { from, asOf, masks }: CountOptions): CountSql {
  const day = parseDay(asOf);
  if (day === undefined) throw new RangeError(`as-of.unreadable: ${asOf}`);
  const program = programOn(seasonal, day);
  const needed = neededFor(program.columns, masks);
  const columns = new Map(program.columns.filter((column) => needed.has(column.id)).map((column) => [column.id, column]));
  const implied = masks.map((mask) => impliedBy(mask, columns));
  const everybody = new Set([...(implied[0] ?? [])].filter((id) => implied.every((set) => set.has(id))));
  const counting: Counting = { program, columns, asOf: day, give: namesOver(program.input), everybody };
  const rows = reading(counting, (expr) => ofEverybody(expr, counting));
  const groups = grouped(counting, rows, masks);
  const n = counting.give('~n');
  const names = new Map(masks.map((mask) => [mask, counting.give(`#${mask.replaceAll('\0', '\ufffd').toWellFormed()}`)]));
  const counts = groups.masks.map(
    ({ id, value }) =>
      `CAST(COALESCE(sum(${quoteName(n)}) FILTER (WHERE ${value.text}), 0) AS BIGINT) AS ${quoteName(names.get(id) ?? id)}`,
  );
  const cells = groups.bases.map(({ name, part }) => `${part.text} AS ${quoteName(name)}, `).join('');
  const cellQuery = `(SELECT ${cells}count(*) AS ${quoteName(n)}\nFROM ${rows.layers.over(filtered(counting, from))}\nGROUP BY ALL)`;
  return { sql: `SELECT ${counts.join(', ')}\nFROM ${groups.layers.over(cellQuery)}`, nameOf: (mask) => names.get(mask) ?? mask };
}

interface Stage {
  readonly context: Context;
  readonly layers: Layers;
}

type Given = (expr: Expr) => Fragment | undefined;

/** A stage that makes columns as they are asked for. `given`: parts that need not be made. */
function reading({ program, columns, asOf, give }: Counting, given: Given): Stage {
  const layers = rowLayers(give);
  const made = new Map<string, Fragment>();
  const value = (id: string): Fragment | undefined => {
    const known = given({ op: 'column', id }) ?? made.get(id);
    const column = columns.get(id);
    if (known !== undefined || column === undefined) return known;
    const { value: fresh } = makeColumn(column, compileExpr(column.expr, context), { context, layers, give });
    made.set(id, fresh);
    return fresh;
  };
  const context: Context = { ...contextOf(program, asOf, layers, value), given };
  return { context, layers };
}

/** The rows that can be counted at all. */
function filtered(counting: Counting, from: string): string {
  const { columns, everybody } = counting;
  const { context, layers } = reading(counting, () => undefined);
  const conditions = [...everybody].flatMap((id) => conjunctsOf({ op: 'column', id }, columns, context));
  const fragments = new Map(conditions.map((expr: Expr) => compileExpr(expr, context).value).map((part) => [part.text, part]));
  if (fragments.size === 0) return from;
  return `(SELECT * FROM ${layers.over(from)}\nWHERE ${joined([...fragments.values()], ' AND ').text})`;
}

function ofEverybody(expr: Expr, { everybody }: Counting): Fragment | undefined {
  return expr.op === 'column' && everybody.has(expr.id) ? boolean(true) : undefined;
}

interface Grouped {
  readonly bases: readonly Base[];
  readonly layers: Layers;
  readonly masks: readonly { readonly id: string; readonly value: Fragment }[];
}

/** The masks as they follow from values that few customers differ in. */
function grouped(counting: Counting, rows: Stage, masks: readonly string[]): Grouped {
  const { columns, everybody, give } = counting;
  const isBase = groupingOf(columns, everybody, rows.context);
  const bases = new Map<string, Base>();
  const baseOf = (expr: Expr): Fragment => {
    const { value } = compileExpr(expr, rows.context);
    // The engine groups by narrow columns faster, and bins are few.
    const narrow = typeOf(expr, rows.context.types) === 'number';
    const part = narrow ? sql`CAST(${value} AS USMALLINT)` : value;
    const base = bases.get(part.text) ?? { name: give(`~g${bases.size + 1}`), part };
    bases.set(part.text, base);
    const column = columnOf(base.name, 0);
    return narrow ? { ...sql`CAST(${column} AS DOUBLE)`, atom: true } : column;
  };
  const { context, layers } = reading(counting, (expr) => ofEverybody(expr, counting) ?? (isBase(expr) ? baseOf(expr) : undefined));
  const counted = masks.map((id) => ({ id, value: context.column(id) }));
  return { bases: [...bases.values()], layers, masks: counted };
}
