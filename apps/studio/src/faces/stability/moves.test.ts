import { expect, test } from 'vitest';
import { movesOf } from './moves.ts';

test('tiers nobody has are rows of nobody; people without a tier stand last', () => {
  const grid = {
    rows: ['silver', null],
    columns: ['gold', 'silver', null],
    counts: [
      [3, 10, 0],
      [0, 2, 5],
    ],
  };
  expect(movesOf(grid, ['gold', 'silver', 'bronze'])).toEqual({
    places: ['gold', 'silver', 'bronze', null],
    counts: [
      [0, 0, 0, 0],
      [3, 10, 0, 0],
      [0, 0, 0, 0],
      [0, 2, 0, 5],
    ],
    people: 20,
    held: 5,
  });
});
