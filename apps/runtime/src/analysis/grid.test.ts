import { expect, test } from 'vitest';
import { gridOf } from './grid.ts';

const column = (values: readonly number[]) => ({ type: 'number' as const, values: Float64Array.from(values) });
const everybody = new Uint8Array(6).fill(1);

test('edges cut a side with many values: each cell from one edge up to the next, the last one included', () => {
  const chances = column([0, 0.049, 0.5, 0.99, 1, Number.NaN]);
  const amounts = column([3, 7, 10, 10.01, 0, 5]);
  const grid = gridOf({ column: amounts, edges: [0, 5, 10] }, { column: chances, edges: [0, 0.5, 1] }, everybody);
  expect(grid).toEqual({
    rows: [0, 5],
    columns: [0, 0.5],
    counts: [
      [1, 1],
      [1, 1],
    ],
  });
});

test('without edges few values are counted one by one, and too many are no grid', () => {
  const few = column([1, 2, 1, 2, 2, 3]);
  const grid = gridOf({ column: few, edges: undefined }, { column: few, edges: undefined }, Uint8Array.from([1, 1, 1, 1, 1, 0]));
  expect(grid).toEqual({
    rows: [1, 2],
    columns: [1, 2],
    counts: [
      [2, 0],
      [0, 3],
    ],
  });
  const many = column(Array.from({ length: 60 }, (_, at) => at));
  expect(gridOf({ column: many, edges: undefined }, { column: many, edges: undefined }, new Uint8Array(60).fill(1))).toBeUndefined();
});

test('people without a value are a row and a column of their own where it is asked for', () => {
  const side = {
    column: { type: 'string' as const, codes: Uint32Array.from([1, 0, 2, 0, 1, 1]), dictionary: ['', 'b', 'a'] },
    edges: undefined,
  };
  const held = {
    column: { type: 'string' as const, codes: Uint32Array.from([1, 1, 1, 0, 1, 0]), dictionary: ['', 'b'] },
    edges: undefined,
  };
  expect(gridOf(side, held, everybody, true)).toEqual({
    rows: ['a', 'b', null],
    columns: ['b', null],
    counts: [
      [1, 0],
      [2, 1],
      [1, 1],
    ],
  });
});
