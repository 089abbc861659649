// Chances of being a customer by expected purchases, cut into cells: many people in few marks, whatever their number.
import type { Grid } from '@tierflow/api';

/** Twenty steps from gone to surely there. */
export const aliveEdges: readonly number[] = Array.from({ length: 21 }, (_, at) => at / 20);

/** Fine where most people are, coarse above; the first cell begins at nothing. */
export const purchaseEdges: readonly number[] = [
  0,
  ...[0.01, 0.1, 1, 10, 100, 1000].flatMap((size) => [1, 1.5, 2, 3, 5, 7].map((step) => Number((size * step).toPrecision(2)))),
  10_000,
];

export interface ScatterCell {
  /** Lower and upper edge of the chance. */
  readonly alive: readonly [number, number];
  readonly n: number;
  /** Of all people in the picture. */
  readonly share: number;
  /** 0 to 1 by the logarithm of the number of people, so that single people can be seen beside a crowd. */
  readonly size: number;
}

export interface ScatterRow {
  /** Lower and upper edge of the expected purchases. */
  readonly purchases: readonly [number, number];
  readonly cells: readonly ScatterCell[];
}

/** Rows from most to least purchases; rows beyond all people are left out. */
export function scatterRows({ counts }: Grid): readonly ScatterRow[] {
  const all = counts.flat();
  const total = all.reduce((sum, n) => sum + n, 0);
  const most = Math.log1p(Math.max(1, ...all));
  const rows = counts.map(
    (row, at): ScatterRow => ({
      purchases: [purchaseEdges[at] ?? 0, purchaseEdges[at + 1] ?? Number.POSITIVE_INFINITY],
      cells: row.map((n, across) => ({
        alive: [aliveEdges[across] ?? 0, aliveEdges[across + 1] ?? 1],
        n,
        share: total === 0 ? 0 : n / total,
        size: Math.log1p(n) / most,
      })),
    }),
  );
  const filled = rows.map(({ cells }) => cells.some(({ n }) => n > 0));
  const first = filled.indexOf(true);
  return first < 0 ? [] : rows.slice(first, filled.lastIndexOf(true) + 1).toReversed();
}
