// What a bar stands for, in words.
import type { Speech } from '../../words/use-words.ts';
import { cellText } from '../people/cell-text.ts';
import type { ShownColumn } from '../people/columns.ts';
import type { Narrowing } from '../people/use-people.ts';

/** "4.2", "70 – 75", "from 75", "missing". */
export function rangeText({ is, from, to }: Omit<Narrowing, 'column'>, column: ShownColumn, speech: Speech): string {
  if (is !== undefined) return is === null ? speech.t('drawer.missing') : cellText(is, column, speech);
  const start = cellText(from ?? null, column, speech);
  return to === undefined ? speech.t('drawer.from', { value: start }) : `${start} – ${cellText(to, column, speech)}`;
}
