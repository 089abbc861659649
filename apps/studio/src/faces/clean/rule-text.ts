// A rule as a sentence, from the words of the kind.
import type { NodeKind } from '@tierflow/compiler';
import type { CleanRule } from '@tierflow/nodes';
import type { Language } from '../../design/number-format.ts';
import { numberText } from '../../inspector/form/decimal-text.ts';
import { kindWord } from '../../words/use-words.ts';

export function ruleText(kind: NodeKind, rule: CleanRule, language: Language): string {
  const { field, pairs = [], values = [], value = '', pattern = '' } = rule;
  const n = (rule.do === 'map' ? pairs : values).length;
  return kindWord(kind, `rule.${rule.do}`, language, {
    field: field === '' ? '…' : field,
    n,
    value: value === '' ? '…' : `“${value}”`,
    range: rangeText(rule),
    pattern: pattern === '' ? '…' : pattern,
  });
}

function rangeText({ min, max }: CleanRule): string {
  if (min === undefined) return max === undefined ? '…' : `≤ ${numberText(max)}`;
  return max === undefined ? `≥ ${numberText(min)}` : `${numberText(min)} – ${numberText(max)}`;
}
