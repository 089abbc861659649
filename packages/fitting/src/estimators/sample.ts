// The values an estimator sees: present values of one column on the rows of a mask, in ascending order,
// so that no estimate depends on the order of rows.
import type { ColumnData } from '@tierflow/evaluator';
import { MISSING_DAY } from '@tierflow/evaluator';

/** Rows of the fit: all, or those where the mask is 1. */
export type Rows = Uint8Array | undefined;

/** Present numeric values (days and instants as numbers), ascending. */
export function sortedSample(data: ColumnData, rows: Rows): Float64Array {
  const sample = new Float64Array(data.type === 'string' ? 0 : data.values.length);
  let n = 0;
  if (data.type === 'number' || data.type === 'datetime') {
    for (let i = 0; i < data.values.length; i++) {
      const value = data.values[i] as number;
      if ((rows === undefined || rows[i] === 1) && value === value) sample[n++] = value;
    }
  } else if (data.type === 'date') {
    for (let i = 0; i < data.values.length; i++) {
      const value = data.values[i] as number;
      if ((rows === undefined || rows[i] === 1) && value !== MISSING_DAY) sample[n++] = value;
    }
  }
  return sample.subarray(0, n).sort();
}

/** Sum by Neumaier's compensated addition (Neumaier 1974), in ascending order. */
export function compensatedSum(values: Float64Array): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}
