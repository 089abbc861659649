// How a histogram is drawn: a few values as a list, everything else as bars.
import type { Cell, Histogram } from '@tierflow/api';
import type { Language } from '../../design/number-format.ts';
import { plainNumber } from './plain-number.ts';

export interface ValueCount {
  readonly value: Cell;
  readonly n: number;
}

export type Spread =
  | { readonly type: 'none' }
  | { readonly type: 'bars'; readonly counts: readonly number[]; readonly low: Cell; readonly high: Cell; readonly beyond: number }
  | { readonly type: 'steps'; readonly values: readonly ValueCount[] }
  | { readonly type: 'values'; readonly values: readonly ValueCount[]; readonly rest: number };

const mostValues = 12;
const mostSteps = 12;

/** Texts and booleans are lists, the most frequent first; numbers and days are bars, a few numbers one bar each. A long thin tail is cut off and counted. */
export function spreadOf({ type, counts, values, min, max }: Histogram): Spread {
  if (type === 'string' || type === 'boolean') {
    const there = (values ?? []).filter(({ n }) => n > 0).toSorted((a, b) => b.n - a.n);
    return there.length === 0
      ? { type: 'none' }
      : { type: 'values', values: there.slice(0, mostValues), rest: Math.max(0, there.length - mostValues) };
  }
  const steps = (values ?? []).filter(({ n }) => n > 0);
  if (type === 'number' && steps.length > 0 && steps.length <= mostSteps) {
    return { type: 'steps', values: steps.toSorted((a, b) => Number(a.value) - Number(b.value)) };
  }
  return counts.every((n) => n === 0) ? { type: 'none' } : bodyOf(counts, min, max);
}

/** The bars that hold all but the last percent of people, where the rest would take more than half of the room. */
function bodyOf(counts: readonly number[], low: Cell, high: Cell): Spread {
  const total = counts.reduce((sum, n) => sum + n, 0);
  let seen = 0;
  const end =
    1 +
    counts.findIndex((n) => {
      seen += n;
      return seen >= 0.99 * total;
    });
  if (typeof low !== 'number' || typeof high !== 'number' || end >= counts.length / 2)
    return { type: 'bars', counts, low, high, beyond: 0 };
  return { type: 'bars', counts: counts.slice(0, end), low, high: low + ((high - low) * end) / counts.length, beyond: total - seen };
}

/** A value of the data in words. */
export function cellText(value: Cell, language: Language): string {
  if (value === null) return '';
  return typeof value === 'number' ? plainNumber(value, language) : String(value);
}
