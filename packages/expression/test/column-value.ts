// One element of a column that a sweep wrote, as JSON.
import type { Json } from '@tierflow/definition';
import { type ColumnData, MISSING_DAY } from '@tierflow/evaluator';

/** The value of a row; null where it is missing. */
export function columnValue(data: ColumnData | undefined, row: number): Json {
  if (data === undefined) return null;
  if (data.type === 'string') return data.codes[row] === 0 ? null : (data.dictionary[data.codes[row] ?? 0] ?? null);
  const value = data.values[row] ?? Number.NaN;
  if (data.type === 'boolean') return value === 2 ? null : value === 1;
  if (data.type === 'date') return value === MISSING_DAY ? null : value;
  return Number.isNaN(value) ? null : value;
}
