// A form condition as a formula that means the same: true, false and missing for the same people. What reads best is tried
// first, and nothing is offered that was not proven.
import type { Diagnostic, Expr } from '@tierflow/definition';
import { compileFormula, type FormulaScope, formulaLimits, formulaName } from '@tierflow/expression';
import type { Condition, FieldTest } from './condition.ts';
import { type ConditionNames, conditionNames } from './condition-names.ts';
import { normalCondition } from './normal-condition.ts';
import { type Piece, type RowFormula, rowFormula, tight } from './row-formula.ts';
import { sameMeaning } from './same-meaning.ts';

/** The formula, or why there is none; `at.path` is the part of the condition, beginning with `where`. */
export type ConditionFormula = { readonly text: string } | { readonly refusal: Diagnostic };

/**
 * The condition as a formula. Where comparisons do not know, the formula is missing: on its own `$exists(field) ? …`, in a
 * group `… ? true : … ? false`, with when it applies and when it does not.
 *
 * @example
 * conditionFormula({ field: 'spend', op: 'ge', value: 100 }, scope) // { text: 'spend >= 100' }
 */
export function conditionFormula(where: Condition, scope: FormulaScope): ConditionFormula {
  const names = conditionNames(scope);
  const normal = normalCondition(where);
  const meant = names.lower(where);
  if (!('op' in meant)) return { refusal: meant };
  const unnamed = fieldsOf(normal).find((field) => formulaName(field) === undefined);
  if (unnamed !== undefined) return refused('condition.no-formula.name', { field: unnamed });
  for (const text of textsOf(normal, names.typeOf)) {
    const same = text.length <= formulaLimits.text ? means(text, meant, names) : false;
    if (same === true) return { text };
    if (same === undefined) break;
  }
  return refused('condition.no-formula.too-large', {});
}

function refused(code: string, params: Diagnostic['params']): ConditionFormula {
  return { refusal: { code, severity: 'error', at: { path: 'where' }, params } };
}

function fieldsOf(where: Condition): readonly string[] {
  if ('not' in where) return fieldsOf(where.not);
  if ('all' in where) return where.all.flatMap(fieldsOf);
  if ('any' in where) return where.any.flatMap(fieldsOf);
  return 'expr' in where ? [] : [where.field];
}

/** What is true exactly where a condition in its normal form is false, as a text. */
export function whereFalse(normal: Condition, { typeOf }: ConditionNames): string {
  return branch(noOf(normal, rowsOf(typeOf)));
}

/** The text is a formula that means this; undefined where they are too large to tell. */
export function means(text: string, meant: Expr, { scope, isText }: ConditionNames): boolean | undefined {
  const { expr, type } = compileFormula(text, scope);
  return expr !== undefined && type === 'boolean' ? sameMeaning(expr, meant, isText) : false;
}

type RowOf = (row: FieldTest | { readonly expr: string }) => RowFormula;

function rowsOf(typeOf: ConditionNames['typeOf']): RowOf {
  return (row) => {
    if ('field' in row) return rowFormula(row, formulaName(row.field) ?? '', typeOf(row.field) ?? 'string');
    const formula = tight(`(${row.expr})`);
    return { subject: formula.text, yes: formula, no: tight(`${formula.text} = false`), plain: formula, keepsMissing: true };
  };
}

/** What could be written, from what reads best to what is always right. */
function textsOf(where: Condition, typeOf: ConditionNames['typeOf']): ReadonlySet<string> {
  const rowOf = rowsOf(typeOf);
  const [plain, yes, no] = [plainOf(where, rowOf), yesOf(where, rowOf), noOf(where, rowOf)];
  const subjects = subjectsOf(where, rowOf);
  return new Set([
    plain.text,
    yes.text,
    ...(subjects.length === 0 ? [] : [`${existing(subjects)} ? ${branch(plain)}`]),
    ...[plain, yes].map((test) => `${branch(test)} ? true : ${branch(no)} ? false`),
  ]);
}

/** True where the condition is, if everything it reads is there. */
function plainOf(where: Condition, rowOf: RowOf): Piece {
  if ('all' in where)
    return joined(
      'and',
      where.all.map((part) => plainOf(part, rowOf)),
    );
  if ('any' in where)
    return joined(
      'or',
      where.any.map((part) => plainOf(part, rowOf)),
    );
  return 'not' in where ? tight(`$not(${plainOf(where.not, rowOf).text})`) : rowOf(where).plain;
}

/** True exactly where the condition is. */
function yesOf(where: Condition, rowOf: RowOf): Piece {
  if ('all' in where)
    return joined(
      'and',
      where.all.map((part) => yesOf(part, rowOf)),
    );
  if ('any' in where)
    return joined(
      'or',
      where.any.map((part) => yesOf(part, rowOf)),
    );
  if (!('not' in where)) return rowOf(where).yes;
  const { not } = where;
  const plain = plainOf(where, rowOf);
  const subjects = ('field' in not || 'expr' in not) && rowOf(not).keepsMissing ? [] : subjectsOf(not, rowOf);
  return subjects.length === 0 ? plain : { text: `${existing(subjects)} ? ${plain.text}`, binds: 'choice' };
}

/** True exactly where the condition is false. */
function noOf(where: Condition, rowOf: RowOf): Piece {
  if ('all' in where)
    return joined(
      'or',
      where.all.map((part) => noOf(part, rowOf)),
    );
  if ('any' in where)
    return joined(
      'and',
      where.any.map((part) => noOf(part, rowOf)),
    );
  return 'not' in where ? yesOf(where.not, rowOf) : rowOf(where).no;
}

/** What has to be there for every row to know. */
function subjectsOf(where: Condition, rowOf: RowOf): readonly string[] {
  if ('not' in where) return subjectsOf(where.not, rowOf);
  if ('all' in where || 'any' in where)
    return [...new Set(('all' in where ? where.all : where.any).flatMap((part) => subjectsOf(part, rowOf)))];
  const { subject } = rowOf(where);
  return subject === undefined ? [] : [subject];
}

function existing(subjects: readonly string[]): string {
  return subjects.map((subject) => `$exists(${subject})`).join(' and ');
}

function joined(word: 'and' | 'or', parts: readonly Piece[]): Piece {
  if (parts.length === 0) return tight(String(word === 'and'));
  return { text: parts.map(({ text, binds }) => (binds === 'tight' ? text : `(${text})`)).join(` ${word} `), binds: 'logic' };
}

/** As the test or a branch of `?`. */
function branch({ text, binds }: Piece): string {
  return binds === 'choice' ? `(${text})` : text;
}
