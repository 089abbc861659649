import { expect, test } from 'vitest';
import { heatRows } from './heat-rows.ts';

test('the best recency stands on top; shares are of all, heat of the fullest cell', () => {
  const rows = heatRows({
    rows: [1, 2],
    columns: [1, 2],
    counts: [
      [1, 2],
      [3, 4],
    ],
  });
  expect(rows.map((row) => row.row)).toEqual([2, 1]);
  expect(rows[0]?.cells[1]).toEqual({ column: 2, n: 4, share: 0.4, heat: 1 });
});

test('nobody at all', () => {
  expect(heatRows({ rows: [1], columns: [1], counts: [[0]] })[0]?.cells[0]).toEqual({ column: 1, n: 0, share: 0, heat: 0 });
});
