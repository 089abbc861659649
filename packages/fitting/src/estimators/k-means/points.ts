// The people of a clustering as points: one row of numbers each, in the order of their keys.
import type { ColumnData } from '@tierflow/evaluator';
import type { Rows } from '../sample.ts';

/** Row-major: point i is values[i·d … i·d + d − 1]. */
export interface Points {
  readonly values: Float64Array;
  readonly n: number;
  readonly d: number;
}

/** Points, and for each the row of the table it came from. */
export interface GatheredPoints extends Points {
  readonly rows: Uint32Array;
}

/** Beyond this, squares are no numbers any more. */
const LARGEST = 1e150;

/** The rows of the mask on which every column has a number, not too large to be squared, in an order of rows (that of the table if not given). */
export function gatherPoints(columns: readonly ColumnData[], mask: Rows, order: Uint32Array | undefined): GatheredPoints {
  const data = columns.map((column) => (column.type === 'number' ? column.values : new Float64Array()));
  const d = data.length;
  const total = Math.min(...data.map((values) => values.length));
  const rows = new Uint32Array(total);
  const values = new Float64Array(total * d);
  let n = 0;
  for (let at = 0; at < total; at++) {
    const row = order === undefined ? at : (order[at] as number);
    if (mask !== undefined && mask[row] !== 1) continue;
    let complete = true;
    for (let j = 0; j < d; j++) {
      const value = (data[j] as Float64Array)[row] as number;
      values[n * d + j] = value;
      complete &&= Math.abs(value) < LARGEST;
    }
    if (complete) rows[n++] = row;
  }
  return { values: values.subarray(0, n * d), rows: rows.subarray(0, n), n, d };
}

/** `size` of the points in their order, each set of that size equally likely (Knuth, TAOCP 3.4.2, algorithm S); all if there are fewer. */
export function samplePoints<P extends Points>(
  points: P,
  size: number,
  random: () => number,
): { readonly points: Points; readonly at: Uint32Array } {
  const { values, n, d } = points;
  const m = Math.min(size, n);
  const at = new Uint32Array(m);
  for (let i = 0, chosen = 0; chosen < m; i++) if ((n - i) * random() < m - chosen) at[chosen++] = i;
  if (m === n) return { points, at };
  const sample = new Float64Array(m * d);
  at.forEach((from, to) => {
    for (let j = 0; j < d; j++) sample[to * d + j] = values[from * d + j] as number;
  });
  return { points: { values: sample, n: m, d }, at };
}

/** Mean variance of the fields. */
export function spreadOf({ values, n, d }: Points): number {
  let spread = 0;
  for (let f = 0; f < d; f++) {
    let sum = 0;
    for (let i = f; i < n * d; i += d) sum += values[i] as number;
    const mean = sum / n;
    let squares = 0;
    for (let i = f; i < n * d; i += d) squares += ((values[i] as number) - mean) ** 2;
    spread += squares / n / d;
  }
  return spread;
}
