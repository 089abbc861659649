// How a column is spread over the people of a mask: equal bins, and exact values where there are few.
import type { Histogram } from '@tierflow/api';
import type { ColumnData, StringColumn } from '@tierflow/evaluator';
import { cellOfNumber, numberAt } from './cell.ts';

/** Up to this many different values each is counted by itself. */
const MAX_VALUES = 200;

/** @param mask 1 for the people who count. */
export function histogramOf(column: ColumnData, mask: Uint8Array, bins: number): Histogram {
  return column.type === 'string' ? texts(column, mask) : numbers(column, mask, bins);
}

function texts(column: StringColumn, mask: Uint8Array): Histogram {
  const counts = new Uint32Array(column.dictionary.length + 1);
  for (let row = 0; row < mask.length; row++) {
    if (mask[row] === 1) counts[column.codes[row] as number]! += 1;
  }
  const values = column.dictionary.flatMap((value, code) =>
    (counts[code] ?? 0) > 0 && code > 0 ? [{ value, n: counts[code] as number }] : [],
  );
  const few = values.length <= MAX_VALUES;
  values.sort((a, b) => b.n - a.n || (a.value < b.value ? -1 : 1));
  return { type: 'string', min: null, max: null, counts: [], missing: counts[0] ?? 0, values: few ? values : null };
}

function numbers(column: Exclude<ColumnData, StringColumn>, mask: Uint8Array, bins: number): Histogram {
  const seen = new Map<number, number>();
  let missing = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < mask.length; row++) {
    if (mask[row] !== 1) continue;
    const value = numberAt(column, row);
    if (Number.isNaN(value)) {
      missing++;
      continue;
    }
    if (value < min) min = value;
    if (value > max) max = value;
    if (seen.size <= MAX_VALUES) seen.set(value, (seen.get(value) ?? 0) + 1);
  }
  if (min > max) return { type: column.type, min: null, max: null, counts: [], missing, values: [] };
  const values = [...seen].sort(([a], [b]) => a - b).map(([value, n]) => ({ value: cellOfNumber(column.type, value), n }));
  return {
    type: column.type,
    min: cellOfNumber(column.type, min),
    max: cellOfNumber(column.type, max),
    counts: binCounts(column, mask, { min, max, bins }),
    missing,
    values: seen.size <= MAX_VALUES ? values : null,
  };
}

function binCounts(
  column: ColumnData,
  mask: Uint8Array,
  range: { readonly min: number; readonly max: number; readonly bins: number },
): number[] {
  const { min, max } = range;
  const bins = max > min ? range.bins : 1;
  const counts = new Array<number>(bins).fill(0);
  const scale = max > min ? bins / (max - min) : 0;
  for (let row = 0; row < mask.length; row++) {
    if (mask[row] !== 1) continue;
    const value = numberAt(column, row);
    if (Number.isNaN(value)) continue;
    counts[Math.min(bins - 1, Math.floor((value - min) * scale))]! += 1;
  }
  return counts;
}
