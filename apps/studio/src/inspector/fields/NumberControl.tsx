// A number typed exactly: decimals stay as written, arrow keys step by exact decimals.
import { TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useSpeech } from '../../words/use-words.ts';
import { numberText, parseNumber, stepped } from '../form/decimal-text.ts';
import classes from '../form/form.module.css';
import { useDraft } from '../form/use-draft.ts';

interface Props {
  readonly id?: string;
  readonly label?: string;
  readonly value: number | null | undefined;
  /** Null where the field was emptied. Not called for texts that are no number. */
  readonly onCommit: (value: number | null) => void;
  /** The field may be empty. */
  readonly canBeEmpty?: boolean;
  readonly step?: number | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly unit?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly className?: string | undefined;
}

export function NumberControl({ id, label, value, onCommit, canBeEmpty = false, step = 1, min, max, unit, placeholder, className }: Props) {
  const { t } = useSpeech();
  const commit = (text: string) => {
    if (text.trim() === '') {
      if (canBeEmpty) onCommit(null);
      return canBeEmpty;
    }
    const number = parseNumber(text);
    if (number !== undefined) onCommit(number);
    return number !== undefined;
  };
  const draft = useDraft({ value: value === null || value === undefined ? '' : numberText(value), commit });
  const onKeyDown = (event: KeyboardEvent) => {
    const ways = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    const from = parseNumber(draft.text) ?? min ?? 0;
    if (ways !== 0) {
      event.preventDefault();
      const to = stepped(from, step, ways * (event.shiftKey ? 10 : 1));
      draft.type(numberText(Math.min(max ?? to, Math.max(min ?? to, to))));
    } else draft.bind.onKeyDown(event);
  };
  return (
    <TextInput
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      className={className}
      size="xs"
      inputMode="decimal"
      autoComplete="off"
      placeholder={placeholder}
      error={draft.refused ? t('inspector.notANumber') : undefined}
      rightSection={unit === undefined ? undefined : <span className={classes.unit}>{unit}</span>}
      rightSectionWidth={unit === undefined ? undefined : 'auto'}
      rightSectionPointerEvents="none"
      classNames={{ input: classes.number ?? '' }}
      {...draft.bind}
      onKeyDown={onKeyDown}
    />
  );
}
