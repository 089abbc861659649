// Form conditions as three-valued expressions: a comparison with missing is unknown; and, or, not follow Kleene;
// "is empty" and "is not empty" always know.
import { type Diagnostic, type Expr, parseDay, type ValueType } from '@tierflow/definition';
import { ceilScaled, floorScaled } from '../decimal.ts';
import type { ColumnInfo, Compiled } from '../define-node.ts';
import { asOf, call, dayLiteral, list, literal } from '../expressions.ts';
import { type Condition, type FieldTest, type Operator, operators } from './condition.ts';

/** What names and formulas inside a condition stand for. */
export interface ConditionScope {
  readonly column: (name: string, path: string) => Compiled;
  /** The formula under `path`.expr. */
  readonly formula: (text: string, path: string) => Compiled;
  readonly report: (code: string, path: string, params?: Diagnostic['params'], severity?: Diagnostic['severity']) => Diagnostic;
}

/** The condition as a boolean expression that is missing where it is unknown. */
export function lowerCondition(where: Condition, path: string, scope: ConditionScope): Compiled {
  if ('all' in where) return lowerGroup(where.all, `${path}.all`, 'and3', scope);
  if ('any' in where) return lowerGroup(where.any, `${path}.any`, 'or3', scope);
  if ('not' in where) return mapped(lowerCondition(where.not, `${path}.not`, scope), (part) => call('not3', part));
  if ('expr' in where) return lowerFormula(where.expr, path, scope);
  return lowerTest(where, path, scope);
}

function lowerGroup(parts: readonly Condition[], path: string, fn: 'and3' | 'or3', scope: ConditionScope): Compiled {
  const compiled = parts.map((part, at) => lowerCondition(part, `${path}.${at}`, scope));
  const exprs = compiled.flatMap((part) => part.expr ?? []);
  const joined = exprs.length === 1 ? exprs[0] : exprs.length === 0 ? literal(fn === 'and3') : call(fn, ...exprs);
  return {
    ...(joined !== undefined && exprs.length === parts.length ? { expr: joined, type: 'boolean' } : {}),
    reads: compiled.flatMap((part) => part.reads),
    diagnostics: compiled.flatMap((part) => part.diagnostics),
  };
}

function lowerFormula(text: string, path: string, scope: ConditionScope): Compiled {
  const formula = scope.formula(text, path);
  if (formula.expr === undefined || formula.type === 'boolean') return formula;
  const wrong = scope.report('condition.not-boolean', `${path}.expr`, { type: formula.type ?? '' });
  return { reads: formula.reads, diagnostics: [...formula.diagnostics, wrong] };
}

function mapped(part: Compiled, change: (expr: Expr) => Expr): Compiled {
  return part.expr === undefined ? part : { ...part, expr: change(part.expr) };
}

function lowerTest(test: FieldTest, path: string, scope: ConditionScope): Compiled {
  const found = scope.column(test.field, `${path}.field`);
  const { column } = found;
  if (column === undefined) return found;
  const operator = operators[test.op];
  const compared: ValueType = column.type === 'datetime' ? 'date' : column.type;
  const types: readonly ValueType[] = operator.types;
  if (!types.includes(compared)) {
    return {
      reads: found.reads,
      diagnostics: [scope.report('condition.wrong-operator', `${path}.op`, { op: test.op, field: test.field, type: column.type })],
    };
  }
  const values = valuesOf(test);
  const bad = wrongValue(test.op, values, compared);
  if (bad !== undefined) {
    return { reads: found.reads, diagnostics: [scope.report(bad, `${path}.value`, { op: test.op, field: test.field, type: compared })] };
  }
  const remarks =
    operator.value === 'list' && values.length === 0
      ? [scope.report('condition.empty-list', `${path}.value`, { field: test.field }, 'warning')]
      : [];
  return { expr: compare(column, test.op, values), type: 'boolean', reads: found.reads, diagnostics: remarks };
}

type Scalar = string | number | boolean;

function valuesOf(test: FieldTest): readonly Scalar[] {
  const { value } = test;
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly Scalar[]) : [value as Scalar];
}

/** Code of what is wrong with the values typed, if anything is. */
function wrongValue(op: Operator, values: readonly Scalar[], type: ValueType): string | undefined {
  const wanted = operators[op].value;
  if (wanted === 'none') return undefined;
  if (wanted === 'days') {
    const [days] = values;
    return values.length === 1 && typeof days === 'number' && Number.isInteger(days) && days >= 1 && days <= 100_000
      ? undefined
      : 'condition.wrong-days';
  }
  if (wanted === 'one' && values.length !== 1) return 'condition.value-missing';
  if (wanted === 'two' && values.length !== 2) return 'condition.two-values';
  return values.every((value) => fits(value, type)) ? undefined : 'condition.wrong-value';
}

function fits(value: Scalar, type: ValueType): boolean {
  if (type === 'date') return typeof value === 'string' && parseDay(value) !== undefined;
  return typeof value === type;
}

/** One comparison. Instants are compared by their civil day. */
function compare(info: ColumnInfo, op: Operator, values: readonly Scalar[]): Expr {
  const left = info.type === 'datetime' ? call('dateOf', info.expr) : info.expr;
  const dated = info.type === 'datetime' || info.type === 'date';
  const right = (value: Scalar | undefined): Expr => (dated ? dayLiteral(String(value)) : literal(value ?? ''));
  const sides = (value: Scalar | undefined): readonly [Expr, Expr] => [left, right(value)];
  const [first, second] = values;
  switch (op) {
    case 'eq':
    case 'ne':
      return call(op === 'eq' ? 'eq3' : 'ne3', left, right(first));
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
      return order(info, op, sides, first);
    case 'between':
      return call('and3', order(info, 'ge', sides, first), order(info, 'le', sides, second));
    case 'in':
      return call('in3', left, list(values));
    case 'notIn':
      return call('not3', call('in3', left, list(values)));
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      return call(op, left, right(first));
    case 'withinDays':
      return withinDays(left, Number(first));
    case 'notWithinDays':
      return call('not3', withinDays(left, Number(first)));
    case 'isEmpty':
      return call('isBlank', info.expr);
    case 'isNotEmpty':
      return call('not', call('isBlank', info.expr));
  }
}

/** The `days` civil days that end on the as-of day. */
export function withinDays(day: Expr, days: number): Expr {
  return call('and3', call('ge', day, call('addDays', asOf, literal(1 - days))), call('le', day, asOf));
}

type Order = 'lt' | 'le' | 'gt' | 'ge';

/** An order comparison; on the integer twin where there is one, so that a line typed as a decimal cuts exactly there. */
function order(
  info: ColumnInfo,
  op: Order,
  compared: (value: Scalar | undefined) => readonly [Expr, Expr],
  value: Scalar | undefined,
): Expr {
  if (info.exact === undefined || typeof value !== 'number') return call(op, ...compared(value));
  return compareExact(info.exact, op, value);
}

/** value `op` line for a value with an integer twin: the line is scaled exactly as typed. */
export function compareExact(exact: { readonly expr: Expr; readonly scale: number }, op: Order, value: number): Expr {
  const cut = op === 'ge' || op === 'lt' ? ceilScaled(value, exact.scale) : floorScaled(value, exact.scale);
  return call(op, exact.expr, literal(cut));
}
