// The switch of a row or a group to the formula that means the same.
import { type Condition, conditionFormula } from '@tierflow/compiler';
import { useMemo } from 'react';
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
  const written = useMemo(() => conditionFormula(condition, formulas), [condition, formulas]);
  return (
    <FormulaSwitch
      on={false}
      label={label}
      onToggle={() => 'text' in written && change(replaced(root, place, { expr: written.text }), place, 'switch')}
      refusal={'refusal' in written ? say(written.refusal) : null}
    />
  );
}
