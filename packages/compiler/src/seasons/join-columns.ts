// One program out of several: a column that differs chooses by the as-of day, and a fit reads the columns of its own variant,
// whatever that day.
import { type Column, canonicalJson, columnsOfFit, type Expr, type Parameter, walk } from '@tierflow/definition';
import { call, column as columnExpr, isTrue, literal, missing } from '../expressions.ts';
import { renamed, renamedFit, type Variant, type VariantNames } from './variant-names.ts';

export interface Joining {
  readonly variants: readonly Variant[];
  readonly names: VariantNames;
  /** Condition of each variant but the first, in the order in which they win. */
  readonly conditions: readonly Expr[];
}

/** A column that cannot be one, by its id. */
export interface Unjoinable {
  readonly column: string;
}

/** The columns of one id, one per variant, as one column. */
export function joinColumn(found: readonly (Column | undefined)[], { names, conditions }: Joining): Column | Unjoinable {
  const named = found.map((column, variant) => column && withParameters(column, variant, names));
  const shown = named.find((column) => column !== undefined) as Column;
  if (named.some((column) => column !== undefined && (column.type !== shown.type || column.mask !== shown.mask)))
    return { column: shown.id };
  const sameWhere = named.every((column) => column !== undefined && column.where === shown.where);
  const { where, ...free } = shown;
  const parts = named.map((column) => (column === undefined ? nothing(shown) : sameWhere ? column.expr : confined(column)));
  const [usual, ...others] = parts as [Expr, ...Expr[]];
  const expr = shown.mask === true ? chosenMask(usual, others, conditions) : chosen(usual, others, conditions);
  return { ...free, ...(sameWhere && where !== undefined ? { where } : {}), expr };
}

function withParameters(column: Column, variant: number, names: VariantNames): Column {
  return { ...column, expr: renamed(column.expr, { column: (id) => id, parameter: (id) => names.parameter(id, variant) }) };
}

function nothing({ mask, type }: Column): Expr {
  return mask === true ? literal(false) : missing(type);
}

function confined({ where, expr, type }: Column): Expr {
  return where === undefined ? expr : call('if', columnExpr(where), expr, missing(type));
}

/** The first whose condition holds, else the usual one. */
function chosen(usual: Expr, others: readonly Expr[], conditions: readonly Expr[]): Expr {
  return others.reduceRight((rest, part, at) => {
    const condition = conditions[at];
    return condition === undefined || isSame(part, rest) ? rest : call('if', condition, part, rest);
  }, usual);
}

/** The same of masks. Those of the same people keep them in front, where evaluators look for them. */
function chosenMask(usual: Expr, others: readonly Expr[], conditions: readonly Expr[]): Expr {
  const parts = [usual, ...others].map(guardedPart);
  const guard = parts[0]?.guard;
  const shared = guard !== undefined && parts.every((part) => part !== undefined && isSame(part.guard, guard));
  if (!shared) {
    const expr = chosen(usual, others, conditions);
    return isSame(expr, usual) ? usual : isTrue(expr);
  }
  const [first, ...rest] = parts.map((part) => part?.when ?? literal(false)) as [Expr, ...Expr[]];
  return call('and', guard, chosen(first, rest, conditions));
}

function guardedPart(expr: Expr): { readonly guard: Expr; readonly when: Expr } | undefined {
  if (expr.op !== 'call' || expr.fn !== 'and' || expr.args.length !== 2) return undefined;
  const [guard, when] = expr.args as [Expr, Expr];
  return guard.op === 'column' ? { guard, when } : undefined;
}

function isSame(a: Expr, b: Expr): boolean {
  return a === b || canonicalJson(a as never) === canonicalJson(b as never);
}

/** Parameters of all variants; each variant's estimates read that variant's columns. */
export function joinParameters({ variants, names }: Joining): readonly Parameter[] {
  const joined = new Map<string, Parameter>();
  for (const id of unionOf(variants.map(({ definition }) => definition.parameters.map((parameter) => parameter.id)))) {
    for (const [variant, { definition }] of variants.entries()) {
      const parameter = definition.parameters.find((one) => one.id === id);
      const name = names.parameter(id, variant);
      if (parameter === undefined || joined.has(name)) continue;
      const fit = parameter.fit === undefined ? {} : { fit: renamedFit(parameter.fit, (column) => names.pure(column, variant)) };
      joined.set(name, { ...parameter, id: name, ...fit });
    }
  }
  return [...joined.values()];
}

/** Columns of single variants that fits read, by their id. */
export function pureColumns({ variants, names }: Joining, parameters: readonly Parameter[]): ReadonlyMap<string, Column> {
  const all = new Map<string, { readonly column: Column; readonly variant: number }>();
  for (const [variant, { definition }] of variants.entries()) {
    for (const column of definition.columns) {
      const id = names.pure(column.id, variant);
      if (id !== column.id && !all.has(id)) all.set(id, { column, variant });
    }
  }
  const pure = new Map<string, Column>();
  const open = parameters.flatMap(({ fit }) => (fit === undefined ? [] : columnsOfFit(fit)));
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const found = all.get(id);
    if (found === undefined || pure.has(id)) continue;
    const { variant } = found;
    const { name: _name, title: _title, ...inner } = found.column;
    const column: Column = {
      ...inner,
      id,
      ...(inner.where === undefined ? {} : { where: names.pure(inner.where, variant) }),
      expr: renamed(inner.expr, { column: (read) => names.pure(read, variant), parameter: (read) => names.parameter(read, variant) }),
    };
    pure.set(id, column);
    open.push(...readByColumn(column));
  }
  return pure;
}

/** Ids of the columns that a column reads, its `where` among them. */
export function readByColumn({ where, expr }: Column): readonly string[] {
  return [...(where === undefined ? [] : [where]), ...columnsIn(expr)];
}

function columnsIn(expr: Expr): readonly string[] {
  const ids: string[] = [];
  walk(expr, (part) => {
    if (part.op === 'column') ids.push(part.id);
  });
  return ids;
}

/** Everything in the lists, each once: the first list's order, the rest behind. */
export function unionOf(lists: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(lists.flat())];
}

/** Columns so that each stands behind what it reads, otherwise in the order given; undefined where some read each other in a circle. */
export function inReadingOrder(columns: readonly Column[]): readonly Column[] | undefined {
  const byId = new Map(columns.map((column) => [column.id, column]));
  const done = new Set<string>();
  const ordered: Column[] = [];
  for (const start of columns) {
    const path: { readonly column: Column; readonly reads: string[] }[] = [];
    const on = new Set<string>();
    const enter = (column: Column): void => {
      path.push({ column, reads: [...readByColumn(column)].reverse() });
      on.add(column.id);
    };
    if (!done.has(start.id)) enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.reads.pop();
      const column = next === undefined || done.has(next) ? undefined : byId.get(next);
      if (column !== undefined && on.has(column.id)) return undefined;
      if (column !== undefined) enter(column);
      if (next !== undefined) continue;
      path.pop();
      on.delete(top.column.id);
      done.add(top.column.id);
      ordered.push(top.column);
    }
  }
  return ordered;
}
