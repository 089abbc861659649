// How a histogram is drawn: a few values as a list, everything else as bars.
import type { Cell, Histogram } from '@tierflow/api';
import type { Language } from '../../design/number-format.ts';
import { plainNumber } from './plain-number.ts';

export type Spread =
  | { readonly type: 'none' }
  | { readonly type: 'bars'; readonly counts: readonly number[] }
  | { readonly type: 'values'; readonly values: readonly { readonly value: Cell; readonly n: number }[]; readonly rest: number };

const mostValues = 12;

/** Texts and booleans are lists, the most frequent first; numbers and days are bars. */
export function spreadOf({ type, counts, values }: Histogram): Spread {
  if (type === 'string' || type === 'boolean') {
    const there = (values ?? []).filter(({ n }) => n > 0).toSorted((a, b) => b.n - a.n);
    return there.length === 0
      ? { type: 'none' }
      : { type: 'values', values: there.slice(0, mostValues), rest: Math.max(0, there.length - mostValues) };
  }
  return counts.every((n) => n === 0) ? { type: 'none' } : { type: 'bars', counts };
}

/** A value of the data in words. */
export function cellText(value: Cell, language: Language): string {
  if (value === null) return '';
  return typeof value === 'number' ? plainNumber(value, language) : String(value);
}
