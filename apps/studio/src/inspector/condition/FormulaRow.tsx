// A condition written as a formula; it becomes a row again where it says what a row can say.
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { formulaCondition } from '@tierflow/compiler';
import { useMemo, useState } from 'react';
import { useDiagnosticText } from '../../words/use-diagnostic-text.ts';
import { useSpeech } from '../../words/use-words.ts';
import { Excerpt } from '../fields/Excerpt.tsx';
import { FormulaSwitch } from '../fields/FormulaSwitch.tsx';
import { FormulaText } from '../fields/FormulaText.tsx';
import { Remarks, remarksAt } from '../form/Field.tsx';
import { ConditionCountLine } from './ConditionCountLine.tsx';
import classes from './condition.module.css';
import { useCondition } from './condition-context.ts';
import { type Place, removed, replaced } from './condition-tree.ts';
import { PlaceMenu, usePlaceKeys } from './PlaceMenu.tsx';

interface Props {
  readonly place: Place;
  readonly formula: string;
  readonly path: string;
}

export function FormulaRow({ place, formula, path }: Props) {
  const { t } = useSpeech();
  const { root, columns, formulas, remarks, change } = useCondition();
  const say = useDiagnosticText();
  const [shown, setShown] = useState(false);
  const drawn = useMemo(() => formulaCondition(formula, formulas), [formula, formulas]);
  const refusal = 'refusal' in drawn ? drawn.refusal : undefined;
  const onKeyDown = usePlaceKeys(place);
  const own = remarksAt(remarks, path);
  const label = t('conditions.formula');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a line
    <div
      className={classes.row}
      data-field={path}
      data-invalid={own.some(({ severity }) => severity === 'error') || undefined}
      role="group"
      aria-label={label}
      onKeyDown={onKeyDown}
    >
      <div className={classes.rowHead}>
        <span className={classes.formulaName}>{label}</span>
        <span className={classes.rowTools}>
          <FormulaSwitch
            on
            label={label}
            onToggle={() => 'condition' in drawn && change(replaced(root, place, drawn.condition), place, 'switch')}
            refusal={refusal === undefined ? null : say(refusal)}
            onReason={setShown}
          />
          <PlaceMenu place={place} label={label} />
          <Tooltip label={t('conditions.remove')}>
            <ActionIcon size={22} aria-label={`${t('conditions.remove')}: ${label}`} onClick={() => change(removed(root, place))}>
              <IconX size={14} stroke={1.75} />
            </ActionIcon>
          </Tooltip>
        </span>
      </div>
      <FormulaText label={label} path={`${path}.expr`} value={formula} remarks={own} line={columns.collection} />
      {shown && refusal?.at.span !== undefined && <Excerpt text={formula} span={refusal.at.span} severity="info" />}
      <ConditionCountLine path={path} />
      <Remarks remarks={own} />
    </div>
  );
}
