// People and offers as the allocation reads them: who is eligible for what, at which value and cost.
import type { ColumnData } from '@tierflow/evaluator';
import type { Options } from '../estimator.ts';
import type { Rows } from '../sample.ts';

/** How much there is of an offer; without a number there is no limit. */
export interface Limit {
  readonly capacity?: number;
  readonly budget?: number;
}

export interface Limits {
  readonly offers: readonly Limit[];
  /** Money for all offers together. */
  readonly budget?: number;
}

export function limitsOf(options: Options): Limits {
  const offers = Array.isArray(options['offers']) ? (options['offers'] as readonly Limit[]) : [];
  const { budget } = options;
  return { offers, ...(typeof budget === 'number' ? { budget } : {}) };
}

/** Money is added in doubles: a budget counts as kept up to a milliardth of it. */
export const allowed = (budget: number): number => budget * (1 + 1e-9);

/** Numbers of a column; an empty list for another type. */
export function numbers(data: ColumnData | undefined): Float64Array {
  return data?.type === 'number' ? data.values : new Float64Array();
}

/** Row numbers of the people of the mask for whom some column has a value. */
export function rowsWith(columns: readonly Float64Array[], rows: Rows): Uint32Array {
  const found = new Uint32Array(columns[0]?.length ?? 0);
  let n = 0;
  for (let row = 0; row < found.length; row++) {
    if (rows !== undefined && rows[row] !== 1) continue;
    if (columns.some((column) => !Number.isNaN(column[row]))) found[n++] = row;
  }
  return found.subarray(0, n);
}
