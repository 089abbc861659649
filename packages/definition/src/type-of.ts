// Types of expressions, and their traversal. Used by the compiler to build programs and by readers to verify them.
import { functionSpec } from './functions.ts';
import type { Definition, Expr, Field, ValueType } from './types.ts';

/** What names stand for. `line` is set inside an aggregate. */
export interface TypeScope {
  readonly field: (name: string) => ValueType | undefined;
  readonly column: (id: string) => ValueType | undefined;
  readonly collection: (name: string) => readonly Field[] | undefined;
  readonly line?: readonly Field[];
}

/** Type of an expression's value; undefined where a name is unknown or a call does not fit its signature. */
export function typeOf(expr: Expr, scope: TypeScope): ValueType | undefined {
  switch (expr.op) {
    case 'literal':
      return typeof expr.value as 'boolean' | 'number' | 'string';
    case 'date':
    case 'asOf':
      return 'date';
    case 'missing':
      return expr.type;
    case 'field':
      return scope.field(expr.name);
    case 'line':
      return scope.line?.find((field) => field.name === expr.name)?.type;
    case 'column':
      return scope.column(expr.id);
    case 'parameter':
      return 'number';
    case 'list':
      return undefined;
    case 'aggregate':
      return typeOfAggregate(expr, scope);
    case 'call':
      return typeOfCall(expr, scope);
  }
}

function typeOfAggregate(expr: Extract<Expr, { op: 'aggregate' }>, scope: TypeScope): ValueType | undefined {
  if (expr.fn === 'count' || expr.fn === 'distinct' || expr.fn === 'sum' || expr.fn === 'mean' || expr.fn === 'firstRule') return 'number';
  const line = scope.collection(expr.from);
  return line === undefined || expr.value === undefined ? undefined : typeOf(expr.value, { ...scope, line });
}

function typeOfCall(expr: Extract<Expr, { op: 'call' }>, scope: TypeScope): ValueType | undefined {
  const spec = functionSpec(expr.fn);
  if (spec === undefined) return undefined;
  if (spec.result !== 'same') return spec.result;
  const at = spec.args.indexOf('any');
  const arg = expr.args[at];
  return arg === undefined ? undefined : typeOf(arg, scope);
}

/** Direct parts of an expression, in evaluation order. */
export function partsOf(expr: Expr): readonly Expr[] {
  if (expr.op === 'call') return expr.args;
  if (expr.op !== 'aggregate') return [];
  return [expr.where, expr.value, expr.by, expr.rules].filter((part): part is Expr => part !== undefined);
}

/** Calls `visit` for the expression and all its parts. */
export function walk(expr: Expr, visit: (part: Expr) => void): void {
  visit(expr);
  for (const part of partsOf(expr)) walk(part, visit);
}

/** The expression with every part replaced by `change(part)`, innermost first. */
export function rewrite(expr: Expr, change: (part: Expr) => Expr): Expr {
  if (expr.op === 'call') return change({ ...expr, args: expr.args.map((arg) => rewrite(arg, change)) });
  if (expr.op !== 'aggregate') return change(expr);
  return change({
    ...expr,
    ...(expr.where === undefined ? {} : { where: rewrite(expr.where, change) }),
    ...(expr.value === undefined ? {} : { value: rewrite(expr.value, change) }),
    ...(expr.by === undefined ? {} : { by: rewrite(expr.by, change) }),
    ...(expr.rules === undefined ? {} : { rules: rewrite(expr.rules, change) }),
  });
}

/** The scope of a whole definition's columns. */
export function scopeOf(definition: Pick<Definition, 'input' | 'columns'>): TypeScope {
  const fields = new Map(definition.input.fields.map((field) => [field.name, field.type]));
  const columns = new Map(definition.columns.map((column) => [column.id, column.type]));
  const collections = new Map(definition.input.collections.map((collection) => [collection.name, collection.fields]));
  return {
    field: (name) => fields.get(name),
    column: (id) => columns.get(id),
    collection: (name) => collections.get(name),
  };
}

/** Names of all functions and aggregates an expression calls. */
export function functionsIn(expr: Expr): Set<string> {
  const names = new Set<string>();
  walk(expr, (part) => {
    if (part.op === 'call' || part.op === 'aggregate') names.add(part.fn);
  });
  return names;
}
