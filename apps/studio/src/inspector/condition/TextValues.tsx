// Text values of a comparison, with the values that occur as suggestions.
import { Autocomplete, MultiSelect, NativeSelect, TagsInput } from '@mantine/core';
import { isComposing } from '../../keyboard/typing.ts';
import { useSpeech } from '../../words/use-words.ts';
import type { ColumnOption } from '../columns/column-options.ts';
import { numberText, parseNumber } from '../form/decimal-text.ts';
import { useDraft } from '../form/use-draft.ts';
import classes from './condition.module.css';
import { useCondition } from './condition-context.ts';
import type { Scalar } from './row-change.ts';
import { type Observed, useObserved } from './use-observed.ts';

interface ChoiceProps {
  readonly option: ColumnOption | undefined;
  readonly value: string;
  readonly label: string;
  readonly onChange: (value: string) => void;
}

/** One text: a choice where the column is a label, else typed with suggestions. */
export function TextChoice({ option, value, label, onChange }: ChoiceProps) {
  const { text } = useSpeech();
  const { columns } = useCondition();
  const observed = useObserved(columns, option);
  const commit = (next: string) => {
    onChange(next);
    return true;
  };
  const draft = useDraft({ value, commit });
  if (option?.values !== undefined) {
    const data = option.values.map((each) => ({ value: each.value, label: each.title === undefined ? each.value : text(each.title) }));
    const foreign = data.some((each) => each.value === value) ? [] : [{ value, label: value === '' ? '—' : value }];
    return (
      <NativeSelect
        className={classes.text ?? ''}
        size="xs"
        aria-label={label}
        data={[...foreign, ...data]}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  return (
    <Autocomplete
      className={classes.text ?? ''}
      size="xs"
      aria-label={label}
      data={suggestions(observed)}
      limit={20}
      value={draft.text}
      onChange={draft.type}
      onOptionSubmit={(chosen) => {
        draft.drop();
        onChange(chosen);
      }}
      onBlur={draft.keep}
      onKeyDown={draft.bind.onKeyDown}
      renderOption={({ option: item }) => <Suggestion value={item.value} observed={observed} />}
      comboboxProps={{ withinPortal: true, shadow: 'md' }}
    />
  );
}

interface ChipsProps {
  readonly option: ColumnOption | undefined;
  readonly values: readonly Scalar[];
  readonly label: string;
  readonly onChange: (values: Scalar[]) => void;
}

/** Several values as chips. */
export function TextChips({ option, values, label, onChange }: ChipsProps) {
  const { t, text } = useSpeech();
  const { columns } = useCondition();
  const observed = useObserved(columns, option);
  if (option?.values !== undefined) {
    const data = option.values.map((each) => ({ value: each.value, label: each.title === undefined ? each.value : text(each.title) }));
    const foreign = values.map(String).filter((value) => !data.some((each) => each.value === value));
    return (
      <MultiSelect
        className={classes.chips ?? ''}
        size="xs"
        aria-label={label}
        data={[...data, ...foreign.map((value) => ({ value, label: value }))]}
        value={values.map(String)}
        onChange={(next) => onChange([...next])}
        comboboxProps={{ withinPortal: true, shadow: 'md' }}
      />
    );
  }
  const numeric = option?.type === 'number';
  const read = (texts: readonly string[]): Scalar[] => (numeric ? texts.flatMap((each) => parseNumber(each) ?? []) : [...texts]);
  return (
    <TagsInput
      className={classes.chips ?? ''}
      size="xs"
      aria-label={label}
      placeholder={values.length === 0 ? t('conditions.addValue') : ''}
      data={suggestions(observed)}
      limit={20}
      splitChars={[',', '，', '、', ';', '；', '\n', '\t']}
      value={values.map((value) => (typeof value === 'number' ? numberText(value) : String(value)))}
      onChange={(next) => onChange(read(next))}
      onKeyDown={(event) => {
        if (isComposing(event.nativeEvent)) event.stopPropagation();
      }}
      renderOption={({ option: item }) => <Suggestion value={item.value} observed={observed} />}
      comboboxProps={{ withinPortal: true, shadow: 'md' }}
    />
  );
}

function suggestions(observed: readonly Observed[]): string[] {
  return observed.map(({ value }) => value);
}

function Suggestion({ value, observed }: { readonly value: string; readonly observed: readonly Observed[] }) {
  const { exact } = useSpeech();
  const n = observed.find((each) => each.value === value)?.n;
  return (
    <span className={classes.suggestion}>
      <span>{value}</span>
      {n !== undefined && <span className={classes.suggestionCount}>{exact(n)}</span>}
    </span>
  );
}
