import { expect, test } from 'vitest';
import { likelyColumns } from './columns-choice.ts';

const table = { columns: ['no', 'area', 'city'], rows: [{ cells: ['1', 'East', '上海'] }, { cells: ['2', 'South', '广州'] }] };

test('the texts are the column that knows most values of people, the answers stand beside it', () => {
  expect(likelyColumns(table, [' 广州', '上海', 'east'])).toEqual({ text: 'city', answer: 'no' });
  expect(likelyColumns(table, ['EAST'])).toEqual({ text: 'area', answer: 'city' });
});

test('where no value is known the first two columns are proposed, and one column is no table', () => {
  expect(likelyColumns(table, [])).toEqual({ text: 'no', answer: 'area' });
  expect(likelyColumns({ columns: ['a'], rows: [] }, ['a'])).toBeUndefined();
});
