// A value of a table as people read it.
import type { Cell } from '@tierflow/api';
import type { ColumnInfo } from '@tierflow/compiler';
import { instantText, type Language } from '../../design/number-format.ts';
import type { Speech } from '../../words/use-words.ts';

/** Digits that a measurement has; the rest is noise of binary arithmetic. */
const maximumFractionDigits = 6;
/** Made once: making one takes longer than writing a hundred numbers. */
const formats = {
  en: new Intl.NumberFormat('en', { maximumFractionDigits }),
  'zh-CN': new Intl.NumberFormat('zh-CN', { maximumFractionDigits }),
} as const satisfies Record<Language, Intl.NumberFormat>;

/** A number with separators and without the noise of its last digits. */
export function numberText(value: number, language: Language): string {
  return formats[language].format(value);
}

/** The words of a value; missing values have a dash. */
export function cellText(cell: Cell, column: Pick<ColumnInfo, 'type' | 'values'>, { language, text, t }: Speech): string {
  if (cell === null) return '—';
  if (typeof cell === 'boolean') return t(cell ? 'drawer.yes' : 'drawer.no');
  if (typeof cell === 'number') return numberText(cell, language);
  if (column.type === 'datetime') return instantText(cell);
  const title = column.values?.find(({ value }) => value === cell)?.title;
  return title === undefined ? cell : text(title);
}

/** The name of a column in a heading. */
export function columnTitle(column: Pick<ColumnInfo, 'name' | 'title'>, { text }: Speech): string {
  return column.title === undefined ? column.name : text(column.title);
}
