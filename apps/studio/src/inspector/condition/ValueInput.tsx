// What a column is compared with, by operator and type.

import { TextInput } from '@mantine/core';
import { type FieldTest, operators } from '@tierflow/compiler';
import { useSpeech } from '../../words/use-words.ts';
import type { ColumnOption } from '../columns/column-options.ts';
import { NumberControl } from '../fields/NumberControl.tsx';
import { useDraft } from '../form/use-draft.ts';
import classes from './condition.module.css';
import { comparedType, type Scalar, valuesOf } from './row-change.ts';
import { TextChips, TextChoice } from './TextValues.tsx';

interface Props {
  readonly test: FieldTest;
  readonly option: ColumnOption | undefined;
  readonly onChange: (next: FieldTest) => void;
}

export function ValueInput({ test, option, onChange }: Props) {
  const { t } = useSpeech();
  const values = valuesOf(test);
  const put = (value: FieldTest['value']) => onChange({ field: test.field, op: test.op, ...(value === undefined ? {} : { value }) });
  const one = (at: number, label: string, set: (value: Scalar | undefined) => void) => (
    <OneValue option={option} value={values[at]} label={label} onChange={set} />
  );
  switch (operators[test.op].value) {
    case 'none':
      return null;
    case 'days':
      return (
        <span className={classes.days}>
          <NumberControl
            className={classes.number}
            label={t('conditions.days')}
            value={numberIn(values[0])}
            min={1}
            onCommit={(value) => put(value ?? undefined)}
          />
          <span className={classes.unit}>{t('inspector.units.days')}</span>
        </span>
      );
    case 'one':
      return one(0, t('conditions.value'), (value) => put(value));
    case 'two':
      return (
        <span className={classes.pair}>
          {one(0, t('conditions.from'), (value) => put(pair(value, values[1])))}
          <span className={classes.unit}>{t('conditions.and')}</span>
          {one(1, t('conditions.to'), (value) => put(pair(values[0], value)))}
        </span>
      );
    case 'list':
      return <TextChips option={option} values={values} label={t('conditions.values')} onChange={put} />;
  }
}

function pair(first: Scalar | undefined, second: Scalar | undefined): FieldTest['value'] {
  const values = [first, second].filter((value): value is Scalar => value !== undefined);
  return values.length === 0 ? undefined : values;
}

function numberIn(value: Scalar | undefined): number | null {
  return typeof value === 'number' ? value : null;
}

interface OneProps {
  readonly option: ColumnOption | undefined;
  readonly value: Scalar | undefined;
  readonly label: string;
  readonly onChange: (value: Scalar | undefined) => void;
}

function OneValue({ option, value, label, onChange }: OneProps) {
  const type = comparedType(option?.type ?? (typeof value === 'number' ? 'number' : 'string'));
  if (type === 'number')
    return (
      <NumberControl
        className={classes.number}
        label={label}
        value={numberIn(value)}
        canBeEmpty
        onCommit={(next) => onChange(next ?? undefined)}
      />
    );
  if (type === 'boolean') return <YesNo value={value} label={label} onChange={onChange} />;
  if (type === 'date') return <Day value={value} label={label} onChange={onChange} />;
  return <TextChoice option={option} value={typeof value === 'string' ? value : ''} label={label} onChange={onChange} />;
}

function YesNo({ value, label, onChange }: Omit<OneProps, 'option'>) {
  const { t } = useSpeech();
  return (
    <select
      className={classes.operator}
      aria-label={label}
      value={String(value ?? '')}
      onChange={(event) => onChange(event.currentTarget.value === 'true')}
    >
      {typeof value !== 'boolean' && <option value={String(value ?? '')}>—</option>}
      <option value="true">{t('conditions.isTrue')}</option>
      <option value="false">{t('conditions.isFalse')}</option>
    </select>
  );
}

function Day({ value, label, onChange }: Omit<OneProps, 'option'>) {
  const commit = (text: string) => {
    onChange(text === '' ? undefined : text);
    return true;
  };
  const draft = useDraft({ value: typeof value === 'string' ? value : '', commit });
  return <TextInput className={classes.day ?? ''} size="xs" type="date" max="9999-12-31" aria-label={label} {...draft.bind} />;
}
