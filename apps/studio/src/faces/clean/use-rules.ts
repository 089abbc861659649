// The rules of the node as they stand, with what is known of each.
import type { Diagnostic, Json, ValueType } from '@tierflow/definition';
import type { CleanRule } from '@tierflow/nodes';
import { useEffect } from 'react';
import { useStudio } from '../../app/studio.ts';
import { remarksAt } from '../../inspector/form/Field.tsx';
import { useForm, valueAt } from '../../inspector/form/form-scope.ts';
import { useNodeNumbers } from '../../inspector/results/use-node-numbers.ts';

export interface RuleView {
  readonly at: number;
  readonly rule: CleanRule;
  readonly type: ValueType | undefined;
  /** It refuses people rather than changing values. */
  readonly asks: boolean;
  /** People whose value it changes or refuses; undefined until counted. */
  readonly n: number | undefined;
  readonly remarks: readonly Diagnostic[];
}

export interface Rules {
  readonly views: readonly RuleView[];
  readonly rules: readonly CleanRule[];
  readonly current: boolean;
  readonly set: (rules: readonly CleanRule[]) => void;
}

export function useRules(): Rules {
  const { facts } = useStudio();
  const form = useForm();
  const { id } = form.node;
  useEffect(() => facts.want({ probes: [id] }), [facts, id]);
  const { count, current } = useNodeNumbers(id);
  const value = valueAt(form, 'rules');
  const rules = (Array.isArray(value) ? value : []) as unknown as readonly CleanRule[];
  const views = rules.map((rule, at): RuleView => {
    const { field } = rule;
    return {
      at,
      rule,
      type: form.facts?.scope.get(field)?.type,
      asks: ['required', 'range', 'oneOf', 'pattern'].includes(rule.do),
      n: count?.probes?.[`rule:${at + 1}`],
      remarks: remarksAt(form.diagnostics, `rules.${at}`),
    };
  });
  return { views, rules, current, set: (next) => form.set('rules', next as unknown as Json) };
}
