// The type of a column as a small sign with a word for screen readers.
import { IconAbc, IconCalendar, IconClock, IconHash, IconToggleLeft } from '@tabler/icons-react';
import type { ValueType } from '@tierflow/definition';
import { useSpeech } from '../../words/use-words.ts';
import classes from './columns.module.css';

const signs = {
  number: IconHash,
  string: IconAbc,
  boolean: IconToggleLeft,
  date: IconCalendar,
  datetime: IconClock,
} as const satisfies Record<ValueType, unknown>;

export function TypeIcon({ type }: { readonly type: ValueType }) {
  const { t } = useSpeech();
  const Sign = signs[type];
  return <Sign className={classes.type} size={14} stroke={1.75} role="img" aria-label={t(`inspector.types.${type}`)} />;
}
