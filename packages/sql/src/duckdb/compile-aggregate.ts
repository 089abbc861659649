// Aggregates over a collection: a LIST of STRUCT in order of time, read by lambdas.
import { type Aggregate, boundOf, type Expr, UNBOUNDED } from '@tierflow/definition';
import { type Compiled, type Context, compiled, firstError } from './context.ts';
import { firstRule } from './first-rule.ts';
import { type Fragment, integer, joined, line, overLines, sql } from './fragment.ts';
import { lineLayers } from './layers.ts';
import { isPresent } from './present.ts';

type Compile = (expr: Expr, context: Context) => Compiled;

/** What is asked of every line, and the lines it is asked of. */
interface Lines {
  readonly list: Fragment;
  readonly where?: Compiled;
  readonly value?: Compiled;
  readonly by?: Compiled;
  /** The value is there on every line. */
  readonly valuePresent: boolean;
  readonly byPresent: boolean;
}

/** SQL of an aggregate; errors come in order of the lines. */
export function compileAggregate(expr: Aggregate, context: Context, compile: Compile): Compiled {
  const lines = compileLines(expr, context, compile);
  const error = errorOfLines(lines, expr.at === undefined);
  const kept = lines.where === undefined ? lines.list : context.bindRow(filtered(lines.list, lines.where.value));
  const folded = fold(expr, { ...lines, list: kept }, context);
  return compiled(folded.value, firstError([error, folded.error]));
}

function filtered(list: Fragment, condition: Fragment): Fragment {
  return overLines(sql`list_filter(${list}, lambda ${line}: ${condition})`);
}

function transformed(list: Fragment, answer: Fragment): Fragment {
  return overLines(sql`list_transform(${list}, lambda ${line}: ${answer})`);
}

function compileLines(expr: Aggregate, context: Context, compile: Compile): Lines {
  const { bindRow } = context;
  const layers = lineLayers();
  const bind = (part: Fragment): Fragment => (part.line < 0 ? bindRow(part) : layers.bind(part));
  const types = { ...context.types, line: context.types.collection(expr.from) ?? [] };
  const inside: Context = { ...context, types, bind };
  const ofLine = (part: Expr | undefined): Compiled | undefined => (part === undefined ? undefined : compile(part, inside));
  const careful = (part: Compiled | undefined, mayRaise: boolean): Compiled | undefined =>
    part !== undefined && mayRaise ? { ...part, value: bind(part.value) } : part;
  const [where, value, by] = [ofLine(expr.where), ofLine(expr.value), ofLine(expr.by)];
  const raises = [where, value, by].some((part) => part?.error !== undefined);
  const parts = { where: careful(where, raises), value: careful(value, raises), by };
  let list = context.field(expr.from);
  for (const members of layers.added()) list = bindRow(transformed(list, sql`struct_insert(${line}, ${members})`));
  return {
    list,
    ...(parts.where === undefined ? {} : { where: parts.where }),
    ...(parts.value === undefined ? {} : { value: parts.value }),
    ...(parts.by === undefined ? {} : { by: parts.by }),
    valuePresent: expr.value === undefined || isPresent(expr.value, inside),
    byPresent: expr.by === undefined || isPresent(expr.by, inside),
  };
}

/** The first line's error: of `where`, then of the value of a kept line, then of `by`, perhaps only where there is a value. */
function errorOfLines({ list, where, value, by }: Lines, skipping: boolean): Fragment | undefined {
  const ofBy =
    by?.error === undefined || value === undefined || !skipping
      ? by?.error
      : sql`CASE WHEN ${value.value} IS NOT NULL THEN ${by.error} END`;
  const ofValue = firstError([value?.error, ofBy]);
  const ofKept = ofValue === undefined || where === undefined ? ofValue : sql`CASE WHEN ${where.value} THEN ${ofValue} END`;
  const error = firstError([where?.error, ofKept]);
  if (error === undefined) return undefined;
  return sql`list_filter(${transformed(list, error)}, lambda "~e": "~e" IS NOT NULL)[1]`;
}

function fold(expr: Aggregate, lines: Lines, context: Context): Compiled {
  const { list } = lines;
  if (expr.value === undefined) return { value: sql`CAST(COALESCE(len(${list}), 0) AS DOUBLE)` };
  switch (expr.fn) {
    case 'count':
      return { value: sql`CAST(COALESCE(len(${present(lines)}), 0) AS DOUBLE)` };
    case 'distinct':
      return { value: sql`CAST(COALESCE(len(list_distinct(${values(lines)})), 0) AS DOUBLE)` };
    case 'sum':
      return total(expr, present(lines), context);
    case 'mean': {
      const there = context.bindRow(present(lines));
      const sum = total({ ...expr, fn: 'sum' }, there, context);
      return compiled(sql`(${sum.value} / len(${there}))`, sum.error);
    }
    case 'min':
      return { value: sql`list_min(${values(lines)})` };
    case 'max':
      return { value: sql`list_max(${values(lines)})` };
    case 'firstRule':
      return { value: firstRule(expr, values(lines), context) };
    case 'first':
    case 'last':
      return { value: furthest(expr, lines, context) };
  }
}

function values({ list, value }: Lines): Fragment {
  return value === undefined ? list : transformed(list, value.value);
}

/** Values of the lines that have one. */
function present(lines: Lines): Fragment {
  const all = values(lines);
  return lines.valuePresent ? all : sql`list_filter(${all}, lambda "~v": "~v" IS NOT NULL)`;
}

/** From left to right: a sum of doubles depends on the order. */
function total(expr: Aggregate, values: Fragment, { bindRow, bounds }: Context): Compiled {
  const there = bindRow(values);
  const sum = sql`CASE WHEN len(${there}) > 0 THEN list_reduce(${there}, lambda "~s", "~v": "~s" + "~v", 0e0) END`;
  if (boundOf(expr, bounds) < UNBOUNDED - 1) return { value: sum };
  const value = bindRow(sum);
  return { value, error: sql`CASE WHEN NOT isfinite(${value}) THEN 'number.not-finite' END` };
}

/** The first or the last line by `by`, equals in line order; with `at` so far from it, missing values counted. */
function furthest({ fn, at, descending }: Aggregate, lines: Lines, { bindRow }: Context): Fragment {
  const { list, value, by, valuePresent, byPresent } = lines;
  if (value === undefined || by === undefined) return sql`NULL`;
  const needed = [...(valuePresent || at !== undefined ? [] : [value.value]), ...(byPresent ? [] : [by.value])];
  const conditions = needed.map((part) => sql`${part} IS NOT NULL`);
  const there = conditions.length === 0 ? list : filtered(list, joined(conditions, ' AND '));
  const place = descending === true ? sql`-"~i"` : sql`"~i"`;
  const placed = overLines(
    sql`list_transform(${there}, lambda ${line}, "~i": {'by': ${by.value}, 'at': ${place}, 'value': ${value.value}})`,
  );
  const smallest = (fn === 'first') !== (descending === true);
  if (at === undefined || at === 0)
    return sql`struct_extract(${bindRow(smallest ? sql`list_min(${placed})` : sql`list_max(${placed})`)}, 'value')`;
  const sorted = smallest ? sql`list_sort(${placed})` : sql`list_reverse_sort(${placed})`;
  return sql`struct_extract(${bindRow(sql`list_extract(${sorted}, ${integer(at + 1)})`)}, 'value')`;
}
