// Lists of numbers (cut points) and pairs of numbers.
import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { Json } from '@tierflow/definition';
import { useSpeech } from '../../words/use-words.ts';
import { type EditorProps, frameOf, useField } from '../form/editor-props.ts';
import { Field, remarksAt } from '../form/Field.tsx';
import classes from '../form/form.module.css';
import { useForm } from '../form/form-scope.ts';
import { NumberControl } from './NumberControl.tsx';

function numbersIn(value: Json | undefined): readonly number[] {
  return Array.isArray(value) ? value.filter((each): each is number => typeof each === 'number') : [];
}

/** `min` and `max` say how many numbers there are. */
export function NumbersEditor({ field, path }: EditorProps<'numbers' | 'ranges'>) {
  const state = useField(field, path);
  const { t } = useSpeech();
  const numbers = numbersIn(state.value);
  const fixed = field.min !== undefined && field.min === field.max ? field.min : undefined;
  const put = (at: number, value: number | null) => {
    const next = value === null ? numbers.filter((_, each) => each !== at) : numbers.map((old, each) => (each === at ? value : old));
    state.set(next.length === 0 && field.optional === true ? undefined : [...next]);
  };
  const add = () => {
    const start =
      fixed === undefined
        ? [...numbers, (numbers.at(-1) ?? 0) + (numbers.length === 0 ? 0 : 1)]
        : Array.from({ length: fixed }, (_, at) => at * 100);
    state.set(start);
  };
  const few = field.min !== undefined && numbers.length <= field.min;
  return (
    <Field {...frameOf(state, path)}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a second frame */}
      <div className={classes.numbers} role="group" aria-label={state.label}>
        {numbers.map((value, at) => (
          <span key={at} className={classes.numberItem}>
            <NumberControl
              label={t('inspector.item', { label: state.label, n: at + 1 })}
              value={value}
              canBeEmpty={!few}
              onCommit={(next) => put(at, next)}
            />
            {fixed === undefined && !few && (
              <ActionIcon size={18} aria-label={t('inspector.removeItem', { label: String(value) })} onClick={() => put(at, null)}>
                <IconX size={12} stroke={1.75} />
              </ActionIcon>
            )}
          </span>
        ))}
        {numbers.length < (field.max ?? 100) && (
          <Button size="compact-xs" variant="subtle" leftSection={<IconPlus size={13} />} onClick={add}>
            {t('inspector.add')}
          </Button>
        )}
      </div>
    </Field>
  );
}

/** A pair [low, high] of whole numbers; nothing set means that it does not matter. */
export function RangesEditor({ field, path }: EditorProps<'numbers' | 'ranges'>) {
  const state = useField(field, path);
  const { t } = useSpeech();
  const form = useForm();
  const [low, high] = numbersIn(state.value);
  const { min, max } = field;
  const put = (at: 0 | 1, value: number | null) => {
    if (value === null) return state.set(undefined);
    const other = (at === 0 ? high : low) ?? value;
    state.set(at === 0 ? [value, Math.max(value, other)] : [Math.min(value, other), value]);
  };
  return (
    <Field {...frameOf(state, path)} remarks={remarksAt(form.diagnostics, path)}>
      <div className={classes.range}>
        <NumberControl
          id={state.id}
          value={low ?? null}
          canBeEmpty
          min={min}
          max={max}
          placeholder={t('inspector.any')}
          onCommit={(value) => put(0, value)}
        />
        <span aria-hidden="true">–</span>
        <NumberControl
          label={t('inspector.upTo', { label: state.label })}
          value={high ?? null}
          canBeEmpty
          min={min}
          max={max}
          placeholder={t('inspector.any')}
          onCommit={(value) => put(1, value)}
        />
      </div>
    </Field>
  );
}
