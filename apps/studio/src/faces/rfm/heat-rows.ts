// A cross count as rows of a heat grid: best recency on top, frequency rising to the right.
import type { Cell, Grid } from '@tierflow/api';

export interface HeatCell {
  readonly column: Cell;
  readonly n: number;
  /** Of all people in the grid. */
  readonly share: number;
  /** 0 to 1, of the fullest cell. */
  readonly heat: number;
}

export interface HeatRow {
  readonly row: Cell;
  readonly cells: readonly HeatCell[];
}

/** Rows from the best to the worst score. */
export function heatRows({ rows, columns, counts }: Grid): readonly HeatRow[] {
  const all = counts.flat();
  const total = all.reduce((sum, n) => sum + n, 0);
  const most = Math.max(1, ...all);
  return rows
    .map(
      (row, down): HeatRow => ({
        row,
        cells: columns.map((column, across) => {
          const n = counts[down]?.[across] ?? 0;
          return { column, n, share: total === 0 ? 0 : n / total, heat: n / most };
        }),
      }),
    )
    .toReversed();
}
