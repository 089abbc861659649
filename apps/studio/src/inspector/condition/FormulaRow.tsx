// A condition written as a formula; it becomes a row again where it says what a row can say.
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconMathFunction, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useSpeech } from '../../words/use-words.ts';
import { FormulaSwitch } from '../fields/FormulaSwitch.tsx';
import { FormulaText } from '../fields/FormulaText.tsx';
import { Remarks, remarksAt } from '../form/Field.tsx';
import { ConditionCountLine } from './ConditionCountLine.tsx';
import classes from './condition.module.css';
import { useCondition } from './condition-context.ts';
import { type Place, removed, replaced } from './condition-tree.ts';
import { rowOf } from './formula-row.ts';
import { PlaceMenu, usePlaceKeys } from './PlaceMenu.tsx';

interface Props {
  readonly place: Place;
  readonly formula: string;
  readonly path: string;
}

export function FormulaRow({ place, formula, path }: Props) {
  const { t } = useSpeech();
  const { root, columns, remarks, change } = useCondition();
  const [refused, setRefused] = useState<{ readonly formula: string; readonly reason: string } | null>(null);
  const onKeyDown = usePlaceKeys(place);
  const own = remarksAt(remarks, path);
  const label = t('conditions.formula');
  const toRow = () => {
    const found = rowOf(formula, (name) => columns.options.find((option) => option.name === name)?.type);
    if ('row' in found) change(replaced(root, place, found.row), place);
    else setRefused({ formula, reason: t(`conditions.noRow.${found.no}`) });
  };
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
          <FormulaSwitch icon={IconMathFunction} on label={label} onToggle={toRow} refusal={null} />
          <PlaceMenu place={place} label={label} />
          <Tooltip label={t('conditions.remove')}>
            <ActionIcon size={22} aria-label={`${t('conditions.remove')}: ${label}`} onClick={() => change(removed(root, place))}>
              <IconX size={14} stroke={1.75} />
            </ActionIcon>
          </Tooltip>
        </span>
      </div>
      <FormulaText label={label} path={`${path}.expr`} value={formula} remarks={own} line={columns.collection} />
      {refused !== null && refused.formula === formula && (
        <p className={classes.refusal} role="status">
          {refused.reason}
        </p>
      )}
      <ConditionCountLine path={path} />
      <Remarks remarks={own} />
    </div>
  );
}
