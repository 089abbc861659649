import { expect, test } from 'vitest';
import { costOf, movesOf } from './moves.ts';

test('moves are what lies beside the diagonal, the largest first', () => {
  const moves = [
    [10, 3, 0],
    [5, 20, 0],
    [0, 3, 7],
  ];
  expect(movesOf({ moves })).toEqual([
    { from: 1, to: 0, n: 5 },
    { from: 0, to: 1, n: 3 },
    { from: 2, to: 1, n: 3 },
  ]);
});

test('cost is people times cost per person, of the playbooks that have one', () => {
  const title = { en: 'P' };
  expect(
    costOf({
      playbooks: [
        { id: 'a', title, before: 10, after: 12, cost: 5 },
        { id: 'b', title, before: 1, after: 1, cost: null },
      ],
    }),
  ).toEqual({ before: 50, after: 60 });
  expect(costOf({ playbooks: [{ id: 'b', title, before: 1, after: 1, cost: null }] })).toBeNull();
});
