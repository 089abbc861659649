// The pieces of a formula that rows of a form are made of: one comparison, or two that are one row together.
import type { Diagnostic, Expr } from '@tierflow/definition';
import { argsOf, type Comparison, comparisonIn } from './comparison.ts';
import { type FieldTest, type Operator, operators } from './condition.ts';
import type { ConditionNames } from './condition-names.ts';

/** Why a piece is no row, without its place. */
export interface NoRow {
  readonly code: string;
  readonly params: Diagnostic['params'];
}

/** A comparison as a row, or why it is none. A text compared with a boolean, and the like, never gets here: it has no type. */
export function rowOfComparison({ by, subject, fixed }: Comparison, names: ConditionNames, written: string): FieldTest | NoRow {
  const field = names.fieldOf(subject);
  const type = field === undefined ? undefined : names.typeOf(field);
  if (field === undefined || type === undefined) return otherValue(subject, written);
  if (fixed.kind === 'asOf') return { code: 'condition.no-form.as-of', params: { written } };
  const takes: readonly string[] = operators[by].types;
  if (!takes.includes(type === 'datetime' ? 'date' : type)) return { code: 'condition.wrong-operator', params: { field, type, op: by } };
  return { field, op: by, value: fixed.kind === 'list' ? fixed.values : fixed.value };
}

function otherValue(subject: Expr, written: string): NoRow {
  return { code: subject.op === 'field' ? 'condition.no-form.customer' : 'condition.no-form.computed', params: { written } };
}

/** True for a piece that is no row. */
export function isNoRow(found: object): found is NoRow {
  return 'code' in found;
}

/** An operand of `and` or `or`, or a row that two of them are together. */
export type Operand = { readonly expr: Expr } | { readonly row: FieldTest };

/** The operands in order; two that are one row stand where the first of them stood. */
export function operandsOf(fn: 'and' | 'or', args: readonly Expr[], names: ConditionNames): readonly Operand[] {
  const found: Operand[] = [];
  const used = new Set<Expr>();
  for (const [at, arg] of args.entries()) {
    if (used.has(arg)) continue;
    const rest = args.slice(at + 1).filter((other) => !used.has(other));
    const pair = rest.flatMap((other) => {
      const row = pairOf(fn, arg, other, names) ?? pairOf(fn, other, arg, names);
      return row === undefined ? [] : [{ other, row }];
    })[0];
    if (pair !== undefined) used.add(pair.other);
    found.push(pair === undefined ? { expr: arg } : { row: pair.row });
  }
  return found;
}

function pairOf(fn: 'and' | 'or', one: Expr, other: Expr, names: ConditionNames): FieldTest | undefined {
  if (fn === 'and') return windowOf(one, other, names) ?? blankOf(one, other, 'ne', names);
  const [exists] = argsOf(one, 'not') ?? [];
  return exists === undefined ? undefined : blankOf(exists, other, 'eq', names);
}

/** From a day before the as-of day up to it. */
function windowOf(one: Expr, other: Expr, names: ConditionNames): FieldTest | undefined {
  const [from, to] = [comparisonIn(one), comparisonIn(other)];
  if (from?.by !== 'ge' || to?.by !== 'le' || from.fixed.kind !== 'asOf' || to.fixed.kind !== 'asOf') return undefined;
  const field = names.fieldOf(from.subject);
  if (field === undefined || field !== names.fieldOf(to.subject) || to.fixed.moved !== 0 || from.fixed.moved > 0) return undefined;
  return { field, op: 'withinDays', value: 1 - from.fixed.moved };
}

/** `$exists(t) and t != ""`, `$not($exists(t)) or t = ""`. */
function blankOf(exists: Expr, compared: Expr, by: 'eq' | 'ne', names: ConditionNames): FieldTest | undefined {
  const [value] = argsOf(exists, 'exists') ?? [];
  const field = value === undefined ? undefined : names.fieldOf(value);
  const comparison = comparisonIn(compared);
  if (field === undefined || comparison?.by !== by || names.fieldOf(comparison.subject) !== field) return undefined;
  const empty = comparison.fixed.kind === 'value' && comparison.fixed.value === '';
  return empty ? { field, op: by === 'eq' ? 'isEmpty' : 'isNotEmpty' } : undefined;
}

/** True if the row is also true of a text that is empty: a row that asks for a value does not pass it, missing or not. */
export function holdsForEmptyText({ op, value }: FieldTest): boolean {
  const values: readonly unknown[] = [value ?? ''].flat();
  const opposite: { readonly [name in Operator]?: boolean } = { ne: values[0] !== '', notIn: !values.includes('') };
  return opposite[op] ?? (op !== 'isNotEmpty' && values.includes(''));
}
