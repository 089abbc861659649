// What a formula would be as rows and groups. Two ways to read it; whether a reading means the same is decided elsewhere.
import type { Diagnostic, Expr } from '@tierflow/definition';
import type { LocatedFormula } from '@tierflow/expression';
import { argsOf, type Comparison, comparisonIn } from './comparison.ts';
import type { Condition, FieldTest } from './condition.ts';
import type { ConditionNames } from './condition-names.ts';
import { holdsForEmptyText, isNoRow, type NoRow, operandsOf, rowOfComparison } from './formula-pieces.ts';

export interface Reading {
  readonly condition: Condition;
  /** Pieces that no row can say, in the order they were met; they stand as formulas in the condition. */
  readonly unsaid: readonly Diagnostic[];
}

export interface Read {
  readonly text: string;
  readonly names: ConditionNames;
  readonly spanOf: LocatedFormula['spanOf'];
  /** Where the formula stands, for pieces that have no place of their own. */
  readonly around: { readonly from: number; readonly to: number };
}

interface Reader extends Read {
  readonly unsaid: Diagnostic[];
}

/** As it is drawn: `and` and `or` are groups, comparisons rows, and what is said only about missing values falls away. */
export function drawnReading(expr: Expr, read: Read): Reading {
  const reader = { ...read, unsaid: [] };
  return { condition: drawn(expr, reader), unsaid: reader.unsaid };
}

/** As it is drawn, one group deep: what is joined further in stays a formula, as somebody wrote it who wrote a formula into a row. */
export function outerReading(expr: Expr, read: Read): Reading {
  const reader = { ...read, unsaid: [] };
  return { condition: outer(expr, reader), unsaid: reader.unsaid };
}

/** As it is computed: missing is a no, and every comparison has a row beside it that asks for the value. */
export function guardedReading(expr: Expr, read: Read): Reading {
  const reader = { ...read, unsaid: [] };
  return { condition: guarded(expr, true, reader), unsaid: reader.unsaid };
}

const EVERYBODY: Condition = { all: [] };
const NOBODY: Condition = { any: [] };

function drawn(expr: Expr, reader: Reader): Condition {
  if (expr.op === 'literal') return expr.value === true ? EVERYBODY : NOBODY;
  if (expr.op !== 'call') return yesNoField(expr, true, reader) ?? formulaRow(expr, reader);
  const { fn, args } = expr;
  const [first] = args;
  switch (fn) {
    case 'and':
    case 'or': {
      const parts = operandsOf(fn, args, reader.names).map((part) => ('row' in part ? part.row : drawn(part.expr, reader)));
      return fn === 'and' ? { all: parts } : { any: parts };
    }
    case 'not':
      return { not: drawn(first as Expr, reader) };
    case 'isTrue':
      return drawn(first as Expr, reader);
    case 'exists':
      return valueIsThere(first as Expr, reader) ?? formulaRow(expr, reader, emptyText(first as Expr, reader));
    case 'if':
    case 'case': {
      const test = drawnTest(expr);
      return test === undefined ? formulaRow(expr, reader) : drawn(test, reader);
    }
    default:
      return drawnComparison(expr, reader);
  }
}

/** What is drawn of `$exists(…) ? …` and of `… ? true : … ? false`. */
function drawnTest(expr: Expr): Expr | undefined {
  const [asks, then, ...more] = argsOf(expr, 'if') ?? [];
  if (asks !== undefined && more.length === 0 && (argsOf(asks, 'and') ?? [asks]).every((one) => argsOf(one, 'exists') !== undefined))
    return then;
  const [yes, isYes, no, isNo] = argsOf(expr, 'case') ?? [];
  return isLiteral(isYes, true) && isLiteral(isNo, false) && no !== undefined ? yes : undefined;
}

function outer(expr: Expr, reader: Reader): Condition {
  const test = drawnTest(expr);
  if (test !== undefined) return outer(test, reader);
  const fn = expr.op === 'call' && (expr.fn === 'and' || expr.fn === 'or') ? expr.fn : undefined;
  if (expr.op !== 'call' || fn === undefined) return drawn(expr, reader);
  const parts = operandsOf(fn, expr.args, reader.names).map((part) => {
    if ('row' in part) return part.row;
    const joins = ['and', 'or', 'if', 'case'].some((name) => argsOf(part.expr, name) !== undefined);
    return joins ? formulaRow(part.expr, reader) : drawn(part.expr, reader);
  });
  return fn === 'and' ? { all: parts } : { any: parts };
}

function drawnComparison(expr: Expr, reader: Reader): Condition {
  const comparison = comparisonIn(expr);
  if (comparison === undefined) return formulaRow(expr, reader);
  const answer = yesNoComparison(comparison, reader);
  if (answer !== undefined) return answer ? drawn(comparison.subject, reader) : { not: drawn(comparison.subject, reader) };
  const row = rowOfComparison(comparison, reader.names, sourceOf(expr, reader));
  return isNoRow(row) ? formulaRow(expr, reader, row) : row;
}

/** Where `expr` is true, or with `wanted` false, where it is false; a no for everybody else. */
function guarded(expr: Expr, wanted: boolean, reader: Reader): Condition {
  if (expr.op === 'literal') return expr.value === wanted ? EVERYBODY : NOBODY;
  if (expr.op !== 'call') {
    const row = yesNoField(expr, wanted, reader);
    return row === undefined ? opposed(formulaRow(expr, reader), wanted) : asked(row);
  }
  const { fn, args } = expr;
  const [first] = args;
  switch (fn) {
    case 'and':
    case 'or': {
      const parts = operandsOf(fn, args, reader.names).map((part) => ('row' in part ? asked(part.row) : guarded(part.expr, true, reader)));
      return opposed(fn === 'and' ? allOf(parts) : anyOf(parts), wanted);
    }
    case 'not':
      return guarded(first as Expr, !wanted, reader);
    case 'isTrue':
      return opposed(guarded(first as Expr, true, reader), wanted);
    case 'exists':
      return opposed(valueIsThere(first as Expr, reader) ?? formulaRow(expr, reader, emptyText(first as Expr, reader)), wanted);
    case 'if':
    case 'case':
      return guardedChoice(args, wanted, reader);
    default:
      return guardedComparison(expr, wanted, reader);
  }
}

function guardedChoice(args: readonly Expr[], wanted: boolean, reader: Reader): Condition {
  const [test, then, ...rest] = args;
  if (test === undefined) return NOBODY;
  if (then === undefined) return guarded(test, wanted, reader);
  const taken = guarded(test, true, reader);
  return anyOf([allOf([taken, guarded(then, wanted, reader)]), allOf([opposed(taken, false), guardedChoice(rest, wanted, reader)])]);
}

function guardedComparison(expr: Expr, wanted: boolean, reader: Reader): Condition {
  const comparison = comparisonIn(expr);
  if (comparison === undefined) return opposed(formulaRow(expr, reader), wanted);
  const whole = comparison.whenMissing === 'false';
  const answer = yesNoComparison(comparison, reader);
  if (answer !== undefined) {
    const { subject } = comparison;
    return whole ? opposed(guarded(subject, answer, reader), wanted) : guarded(subject, answer === wanted, reader);
  }
  const row = rowOfComparison(comparison, reader.names, sourceOf(expr, reader));
  if (isNoRow(row)) return opposed(formulaRow(expr, reader, row), wanted);
  if (whole && row.op === 'ne' && row.value === '') return opposed({ field: row.field, op: 'isNotEmpty' }, wanted);
  const turned = !whole && !wanted;
  if (reader.names.typeOf(row.field) === 'string' && holdsForEmptyText(row) !== turned)
    return opposed(formulaRow(expr, reader, { code: 'condition.no-form.empty-text', params: { field: row.field } }), wanted);
  if (turned) return allOf([{ field: row.field, op: 'isNotEmpty' }, { not: row }]);
  return opposed(asked(row), wanted);
}

/** The row, and a row that asks for the value. */
function asked(row: FieldTest): Condition {
  if (row.op === 'isEmpty' || row.op === 'isNotEmpty') return row;
  return allOf([{ field: row.field, op: 'isNotEmpty' }, row]);
}

/** A field of yes and no that stands for itself. */
function yesNoField(expr: Expr, wanted: boolean, { names }: Reader): FieldTest | undefined {
  const field = names.fieldOf(expr);
  if (field === undefined || names.typeOf(field) !== 'boolean') return undefined;
  return { field, op: 'eq', value: wanted };
}

/** The answer that something computed, which is yes or no, is compared with. */
function yesNoComparison({ by, subject, fixed }: Comparison, { names }: Reader): boolean | undefined {
  if (fixed.kind !== 'value' || typeof fixed.value !== 'boolean' || names.fieldOf(subject) !== undefined) return undefined;
  return by === 'eq' ? fixed.value : by === 'ne' ? !fixed.value : undefined;
}

function valueIsThere(value: Expr, { names }: Reader): Condition | undefined {
  const field = names.fieldOf(value);
  return field === undefined || names.typeOf(field) === 'string' ? undefined : { field, op: 'isNotEmpty' };
}

function emptyText(value: Expr, { names }: Reader): NoRow | undefined {
  const field = names.fieldOf(value);
  return field === undefined ? undefined : { code: 'condition.no-form.empty-text', params: { field } };
}

/** A piece that stays a formula, with the reason. */
function formulaRow(expr: Expr, reader: Reader, reason?: NoRow): Condition {
  const written = sourceOf(expr, reader);
  const { code, params } = reason ?? { code: 'condition.no-form.computed', params: { written } };
  reader.unsaid.push({ code, severity: 'error', at: { span: reader.spanOf(expr) ?? reader.around }, params });
  return { expr: written };
}

function sourceOf(expr: Expr, { text, spanOf, around }: Reader): string {
  const { from, to } = spanOf(expr) ?? around;
  return text.slice(from, to).trim();
}

function isLiteral(expr: Expr | undefined, value: boolean): boolean {
  return expr?.op === 'literal' && expr.value === value;
}

function opposed(where: Condition, wanted: boolean): Condition {
  if (wanted) return where;
  if (isConstant(where, 'all')) return NOBODY;
  return isConstant(where, 'any') ? EVERYBODY : { not: where };
}

function isConstant(where: Condition, kind: 'all' | 'any'): boolean {
  return kind === 'all' ? 'all' in where && where.all.length === 0 : 'any' in where && where.any.length === 0;
}

/** Groups within a group of their kind are part of it; rows that stand twice stand once. */
function allOf(parts: readonly Condition[]): Condition {
  const flat = distinct(parts.flatMap((part) => ('all' in part ? part.all : [part])));
  return flat.some((part) => isConstant(part, 'any')) ? NOBODY : { all: flat };
}

function anyOf(parts: readonly Condition[]): Condition {
  const flat = distinct(parts.flatMap((part) => ('any' in part ? part.any : [part])));
  return flat.some((part) => isConstant(part, 'all')) ? EVERYBODY : { any: flat };
}

function distinct(parts: readonly Condition[]): readonly Condition[] {
  return [...new Map(parts.map((part) => [JSON.stringify(part), part])).values()];
}
