// What the rules that mend make of a value.
import { allOf, anyOf, call, literal } from '@tierflow/compiler';
import type { Expr, ValueType } from '@tierflow/definition';
import { standIn } from './check.ts';
import type { CleanRule } from './config.ts';

/** The value after a rule that mends; undefined for a rule that asks. `type` is that of the column. */
export function mendedValue(rule: CleanRule, type: ValueType, value: Expr): Expr | undefined {
  switch (rule.do) {
    case 'trim':
    case 'uppercase':
    case 'lowercase':
      return call(rule.do, value);
    case 'map':
      return call('case', ...(rule.pairs ?? []).flatMap(({ from, to }) => [call('eq', value, literal(from)), literal(to)]), value);
    case 'default':
      return call('if', call('isBlank', value), literal(standIn(rule, type)), value);
    case 'clamp': {
      const raised = rule.min === undefined ? value : call('greatest', value, literal(rule.min));
      const lowered = rule.max === undefined ? raised : call('least', raised, literal(rule.max));
      // The smaller of a missing number and an end would be the end.
      return call('if', call('exists', value), lowered);
    }
    default:
      return undefined;
  }
}

/** Whether a value is another one afterwards; one that was missing and is there now counts as changed. */
export function isChanged(before: Expr, after: Expr): Expr {
  return anyOf([call('ne', before, after), allOf([call('isMissing', before), call('exists', after)])]);
}
