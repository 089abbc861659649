// One comparison: column, operator and value in a line that reads like a sentence.
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { compilerMessages, type FieldTest, type Operator } from '@tierflow/compiler';
import { useSpeech } from '../../words/use-words.ts';
import { ColumnPicker } from '../columns/ColumnPicker.tsx';
import { useProfiles } from '../columns/use-profiles.ts';
import { Remarks, remarksAt } from '../form/Field.tsx';
import { ConditionCountLine } from './ConditionCountLine.tsx';
import classes from './condition.module.css';
import { useCondition } from './condition-context.ts';
import { type Place, removed, replaced } from './condition-tree.ts';
import { PlaceMenu, usePlaceKeys } from './PlaceMenu.tsx';
import { operatorsFor, type Scalar, withColumn, withOperator } from './row-change.ts';
import { ToFormula } from './ToFormula.tsx';
import { ValueInput } from './ValueInput.tsx';

interface Props {
  readonly place: Place;
  readonly test: FieldTest;
  readonly path: string;
}

export function TestRow({ place, test, path }: Props) {
  const { t } = useSpeech();
  const { root, columns, remarks, change } = useCondition();
  const profiles = useProfiles(columns.dataset);
  const onKeyDown = usePlaceKeys(place);
  const option = columns.options.find(({ name }) => name === test.field);
  const own = remarksAt(remarks, path);
  const put = (next: FieldTest) => change(replaced(root, place, next));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a line
    <div
      className={classes.row}
      data-field={path}
      data-invalid={own.some(({ severity }) => severity === 'error') || undefined}
      role="group"
      aria-label={test.field}
      onKeyDown={onKeyDown}
    >
      <div className={classes.rowHead}>
        <ColumnPicker
          compact
          label={t('conditions.column')}
          value={test.field}
          scope={columns}
          onChoose={(next) => {
            const known = (
              next.node === undefined ? (profiles.get(next.name)?.samples ?? []) : (next.values ?? []).map(({ value }) => value)
            ).filter((value): value is Scalar => value !== null);
            put(withColumn(test, next.name, { before: option?.type, after: next.type }, next.type === 'number' ? [] : known));
          }}
        />
        <div className={classes.rowTools}>
          <ToFormula place={place} condition={test} label={test.field} />
          <PlaceMenu place={place} label={test.field} />
          <Tooltip label={t('conditions.remove')}>
            <ActionIcon size={22} aria-label={`${t('conditions.remove')}: ${test.field}`} onClick={() => change(removed(root, place))}>
              <IconX size={14} stroke={1.75} />
            </ActionIcon>
          </Tooltip>
        </div>
      </div>
      <div className={classes.sentence}>
        <OperatorSelect test={test} onChange={put} type={option?.type ?? 'string'} />
        <ValueInput test={test} option={option} onChange={put} />
      </div>
      <ConditionCountLine path={path} />
      <Remarks remarks={own} />
    </div>
  );
}

interface OperatorProps {
  readonly test: FieldTest;
  readonly type: Parameters<typeof operatorsFor>[0];
  readonly onChange: (next: FieldTest) => void;
}

function OperatorSelect({ test, type, onChange }: OperatorProps) {
  const { t, language } = useSpeech();
  const fitting = operatorsFor(type);
  const shown = fitting.includes(test.op) ? fitting : [test.op, ...fitting];
  return (
    <select
      className={classes.operator}
      aria-label={t('conditions.operator')}
      value={test.op}
      onChange={(event) => onChange(withOperator(test, event.currentTarget.value as Operator, type))}
    >
      {shown.map((op) => (
        <option key={op} value={op}>
          {compilerMessages[language][`operator.${op}`]}
        </option>
      ))}
    </select>
  );
}
