// Text values of a comparison, with the values that occur as suggestions.
import { Autocomplete, MultiSelect, NativeSelect, TagsInput } from '@mantine/core';
import { type TreeEntry, valueTree } from '@tierflow/nodes';
import { useMemo } from 'react';
import { isComposing } from '../../keyboard/typing.ts';
import { useSpeech } from '../../words/use-words.ts';
import type { ColumnOption } from '../columns/column-options.ts';
import { numberText, parseNumber } from '../form/decimal-text.ts';
import { useDraft } from '../form/use-draft.ts';
import { ValueTreeField } from '../value-tree/ValueTreeField.tsx';
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
export function TextChoice(props: ChoiceProps) {
  const entries = useTree(props.option);
  return entries === undefined ? <PlainChoice {...props} /> : <TreeChoice {...props} entries={entries} />;
}

/** The tree that the values of a column stand in. */
function useTree(option: ColumnOption | undefined): readonly TreeEntry[] | undefined {
  const ref = option?.tree;
  return useMemo(() => (ref === undefined ? undefined : valueTree(ref)), [ref]);
}

function usePeople(option: ColumnOption | undefined): ReadonlyMap<string, number> | undefined {
  const { columns } = useCondition();
  const observed = useObserved(columns, option);
  return useMemo(() => {
    const counted = observed.flatMap(({ value, n }) => (n === undefined ? [] : [[value, n] as const]));
    return counted.length === 0 ? undefined : new Map(counted);
  }, [observed]);
}

function TreeChoice({ option, value, label, onChange, entries }: ChoiceProps & { readonly entries: readonly TreeEntry[] }) {
  const counts = usePeople(option);
  const chosen = value === '' ? [] : [value];
  const put = ([first]: readonly string[]) => first !== undefined && onChange(first);
  return <ValueTreeField single entries={entries} label={label} chosen={chosen} counts={counts} onChange={put} />;
}

function PlainChoice({ option, value, label, onChange }: ChoiceProps) {
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
export function TextChips(props: ChipsProps) {
  const entries = useTree(props.option);
  return entries === undefined ? <PlainChips {...props} /> : <TreeChips {...props} entries={entries} />;
}

function TreeChips({ option, values, label, onChange, entries }: ChipsProps & { readonly entries: readonly TreeEntry[] }) {
  const counts = usePeople(option);
  const chosen = useMemo(() => values.map(String), [values]);
  return <ValueTreeField entries={entries} label={label} chosen={chosen} counts={counts} onChange={(next) => onChange([...next])} />;
}

function PlainChips({ option, values, label, onChange }: ChipsProps) {
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
