import { expect, test } from 'vitest';
import { firstRow, operatorsFor, withColumn, withOperator } from './row-change.ts';

test('offers the operators of a type', () => {
  expect(operatorsFor('boolean')).toEqual(['eq', 'ne', 'isEmpty', 'isNotEmpty']);
  expect(operatorsFor('datetime')).toContain('withinDays');
  expect(operatorsFor('string')).not.toContain('lt');
});

test('a first row is complete', () => {
  expect(firstRow('a', 'number', [3])).toEqual({ field: 'a', op: 'ge', value: 3 });
  expect(firstRow('a', 'string', [])).toEqual({ field: 'a', op: 'isNotEmpty' });
  expect(firstRow('a', 'string', ['paid'])).toEqual({ field: 'a', op: 'eq', value: 'paid' });
  expect(firstRow('a', 'datetime', [])).toEqual({ field: 'a', op: 'withinDays', value: 90 });
});

test('values go along with the operator where they fit', () => {
  const row = { field: 'a', op: 'ge', value: 5 } as const;
  expect(withOperator(row, 'between', 'number')).toEqual({ field: 'a', op: 'between', value: [5, 5] });
  expect(withOperator(row, 'in', 'number')).toEqual({ field: 'a', op: 'in', value: [5] });
  expect(withOperator({ field: 'a', op: 'in', value: ['x', 'y'] }, 'eq', 'string')).toEqual({ field: 'a', op: 'eq', value: 'x' });
  expect(withOperator(row, 'isEmpty', 'number')).toEqual({ field: 'a', op: 'isEmpty' });
  expect(withOperator({ field: 'd', op: 'withinDays', value: 30 }, 'notWithinDays', 'date')).toEqual({
    field: 'd',
    op: 'notWithinDays',
    value: 30,
  });
  expect(withOperator({ field: 'd', op: 'withinDays', value: 30 }, 'ge', 'date')).toEqual({ field: 'd', op: 'ge' });
});

test('another column keeps what still makes sense', () => {
  const row = { field: 'a', op: 'ge', value: 5 } as const;
  expect(withColumn(row, 'b', { before: 'number', after: 'number' }, [])).toEqual({ field: 'b', op: 'ge', value: 5 });
  expect(withColumn(row, 's', { before: 'number', after: 'string' }, ['x'])).toEqual({ field: 's', op: 'eq', value: 'x' });
  expect(withColumn({ field: 's', op: 'eq', value: 'x' }, 'u', { before: 'string', after: 'string' }, ['y'])).toEqual({
    field: 'u',
    op: 'eq',
    value: 'y',
  });
  expect(withColumn({ field: 's', op: 'isEmpty' }, 'n', { before: 'string', after: 'number' }, [])).toEqual({ field: 'n', op: 'isEmpty' });
});
