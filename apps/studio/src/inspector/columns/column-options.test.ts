import { expect, test } from 'vitest';
import { byOrigin, type ColumnOption, searched } from './column-options.ts';

const options: readonly ColumnOption[] = [
  { name: 'city', type: 'string' },
  { name: 'R', type: 'number', node: 'rfm' },
  { name: 'orders_12m', type: 'number' },
  { name: 'score', type: 'number', node: 'card' },
];

test('groups by the node that made a column, the nearest first, data last', () => {
  expect(byOrigin(options).map(([node, group]) => [node, group.map((option) => option.name)])).toEqual([
    ['card', ['score']],
    ['rfm', ['R']],
    [undefined, ['city', 'orders_12m']],
  ]);
});

test('finds by words in any order', () => {
  const words = (option: ColumnOption) => option.name.replace('_', ' ');
  expect(searched(options, '12m ORD', words).map((option) => option.name)).toEqual(['orders_12m']);
  expect(searched(options, '  ', words)).toBe(options);
});
