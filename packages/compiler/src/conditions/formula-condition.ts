// A formula as a form condition that means the same: true, false and missing for the same people; or why the form cannot
// say it, and where. What a row cannot say stays a formula among the rows.
import type { Diagnostic } from '@tierflow/definition';
import { type FormulaScope, locateFormula } from '@tierflow/expression';
import type { Condition } from './condition.ts';
import { conditionNames } from './condition-names.ts';
import { normalCondition } from './normal-condition.ts';
import { drawnReading, guardedReading, type Reading } from './read-formula.ts';
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
  const refused = (code: string, params: Diagnostic['params'] = {}): FormulaCondition => ({
    refusal: { code, severity: 'error', at: { span: whole }, params },
  });
  if (expr === undefined) {
    const [wrong] = diagnostics;
    return wrong === undefined ? refused('condition.no-form.missing-values') : { refusal: wrong };
  }
  if (type !== 'boolean') return refused('condition.not-boolean', { type: type ?? '' });
  const readings = [drawnReading, guardedReading].map((read): Reading & { readonly normal: Condition } => {
    const reading = read(expr, { text, names, spanOf, around: whole });
    return { ...reading, normal: normalCondition(reading.condition) };
  });
  let tooLarge = false;
  for (const { normal } of readings) {
    // The formula itself as the only row is no row.
    if ('expr' in normal) continue;
    const meant = names.lower(normal);
    const same = 'op' in meant && sameMeaning(expr, meant, names.isText);
    if (same === true) return { condition: normal };
    tooLarge ||= same === undefined;
  }
  if (tooLarge) return refused('condition.no-form.too-large');
  const unsaid = readings.toReversed().flatMap((reading) => reading.unsaid);
  return unsaid[0] === undefined ? refused('condition.no-form.missing-values') : { refusal: unsaid[0] };
}
