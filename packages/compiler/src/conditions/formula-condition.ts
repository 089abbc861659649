// A formula as a form condition that means the same: true, false and missing for the same people; or why the form cannot
// say it, and where. What a row cannot say stays a formula among the rows.
import type { Diagnostic, Expr } from '@tierflow/definition';
import { type FormulaScope, type LocatedFormula, locateFormula } from '@tierflow/expression';
import { argsOf } from './comparison.ts';
import type { Condition } from './condition.ts';
import { means, whereFalse } from './condition-formula.ts';
import { type ConditionNames, conditionNames } from './condition-names.ts';
import { normalCondition } from './normal-condition.ts';
import { drawnReading, guardedReading, outerReading, type Reading } from './read-formula.ts';
import { sameMeaning } from './same-meaning.ts';

/** The condition, or why there is none; `at.span` are the characters it is about. */
export type FormulaCondition = { readonly condition: Condition } | { readonly refusal: Diagnostic };

/**
 * The formula as a condition.
 *
 * @example
 * formulaCondition('$exists(spend) ? spend = 100', scope) // { condition: { field: 'spend', op: 'eq', value: 100 } }
 */
export function formulaCondition(text: string, scope: FormulaScope): FormulaCondition {
  const names = conditionNames(scope);
  const { expr, type, diagnostics, spanOf } = locateFormula(text, names.scope);
  const whole = { from: 0, to: text.length };
  if (type !== undefined && type !== 'boolean') return refused('condition.not-boolean', whole, { type });
  const [wrong] = diagnostics;
  if (expr === undefined) return wrong === undefined ? refused('formula.empty', whole) : { refusal: wrong };
  const readings = [drawnReading, outerReading, guardedReading].map((read) => read(expr, { text, names, spanOf, around: whole }));
  let tooLarge = false;
  for (const { condition } of readings) {
    const normal = normalCondition(condition);
    // The formula itself as the only row is no row.
    if ('expr' in normal) continue;
    const meant = names.lower(normal);
    const same = 'op' in meant && sameMeaning(expr, meant, names.isText);
    if (same === true) return { condition: normal };
    tooLarge ||= same === undefined;
  }
  if (tooLarge) return refused('condition.no-form.too-large', whole);
  const [drawn, , computed] = readings;
  const [unsaid] = [computed, drawn].flatMap((reading) => reading?.unsaid ?? []);
  if (unsaid !== undefined) return { refusal: unsaid };
  return otherHalf({ text, expr, spanOf }, drawn as Reading, names) ?? refused('condition.no-form.missing-values', whole);
}

function refused(code: string, span: Span, params: Diagnostic['params'] = {}): { readonly refusal: Diagnostic } {
  return { refusal: { code, severity: 'error', at: { span }, params } };
}

type Span = NonNullable<Diagnostic['at']['span']>;

interface Written {
  readonly text: string;
  readonly expr: Expr;
  readonly spanOf: LocatedFormula['spanOf'];
}

/** `… ? true : … ? false` whose second test is not where the condition in the first is false: what it would have to be. */
function otherHalf({ text, expr, spanOf }: Written, { condition }: Reading, names: ConditionNames): FormulaCondition | undefined {
  const [yes, , no, end] = argsOf(expr, 'case') ?? [];
  const [first, second] = [yes, no].map((test) => (test === undefined ? undefined : spanOf(test)));
  if (first === undefined || second === undefined || end?.op !== 'literal' || end.value !== false) return undefined;
  const normal = normalCondition(condition);
  const meant = names.lower(normal);
  const instead = whereFalse(normal, names);
  if (!('op' in meant) || means(`(${text.slice(first.from, first.to)}) ? true : ${instead} ? false`, meant, names) !== true)
    return undefined;
  return refused('condition.no-form.other-half', second, { instead });
}
