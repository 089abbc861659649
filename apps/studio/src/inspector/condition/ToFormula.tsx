// The switch of a row or a group to the formula that means the same.
import { type Condition, conditionFormula } from '@tierflow/compiler';
import { useDeferredValue, useMemo } from 'react';
import { useDiagnosticText } from '../../words/use-diagnostic-text.ts';
import { FormulaSwitch } from '../fields/FormulaSwitch.tsx';
import { useCondition } from './condition-context.ts';
import { type Place, replaced } from './condition-tree.ts';

interface Props {
  readonly place: Place;
  readonly condition: Condition;
  readonly label: string;
}

export function ToFormula({ place, condition, label }: Props) {
  const { root, formulas, change } = useCondition();
  const say = useDiagnosticText();
  // Long conditions take a while: what is being edited comes first.
  const settled = useDeferredValue(condition);
  const written = useMemo(() => conditionFormula(settled, formulas), [settled, formulas]);
  const toggle = () => {
    const latest = settled === condition ? written : conditionFormula(condition, formulas);
    if ('text' in latest) change(replaced(root, place, { expr: latest.text }), place, 'switch');
  };
  return <FormulaSwitch on={false} label={label} onToggle={toggle} refusal={'refusal' in written ? say(written.refusal) : null} />;
}
