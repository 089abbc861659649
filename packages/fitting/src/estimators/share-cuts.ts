// Where a line from 0 to 1 is cut so that its pieces hold exact shares of the people on it.
import type { ColumnData } from '@tierflow/evaluator';
import type { Estimate, Options } from './estimator.ts';
import { inverseQuantile, parseShare } from './quantiles.ts';
import { type Rows, sortedSample } from './sample.ts';

/** Cuts at `shares`, rising texts of decimals. Where nobody stands on the line they are the shares themselves. */
export function shareCuts([points]: readonly ColumnData[], rows: Rows, options: Options): Estimate {
  const shares = (Array.isArray(options.shares) ? options.shares : []).map(String);
  const sorted = points === undefined ? new Float64Array() : sortedSample(points, rows);
  const cut = (text: string): number => {
    const share = parseShare(text);
    return share === undefined || sorted.length === 0 ? Number(text) : inverseQuantile(sorted, share);
  };
  return { value: shares.map(cut), warnings: [] };
}
