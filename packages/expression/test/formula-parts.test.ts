// The parts of a formula that have a value of their own.
import { expect, test } from 'vitest';
import { formulaParts } from '../src/index.ts';
import { orders, scope, scopeFor } from './scope.ts';

const partsOf = (text: string) => formulaParts(text, scope).map(({ span }) => text.slice(span.from, span.to));

test('the whole, then its parts in order; constants are none', () => {
  expect(partsOf('spend > 100 and city = "Beijing"')).toEqual([
    'spend > 100 and city = "Beijing"',
    'spend > 100',
    'spend',
    'city = "Beijing"',
    'city',
  ]);
});

test('what reads a line or a parameter has many values and is no part', () => {
  expect(partsOf('$sum(orders[amount > spend_min := 1].amount)')).toEqual([]);
  expect(partsOf('$sum(orders[amount > 100].amount) / spend')).toEqual([
    '$sum(orders[amount > 100].amount) / spend',
    '$sum(orders[amount > 100].amount)',
    'spend',
  ]);
  expect(partsOf('$reduce([spend, visits, 1], function($a, $b) { $a + $b })')).not.toContain('$a + $b');
});

test('variables stand for what they were set to', () => {
  const text = '($x := spend * 2; $x + 1)';
  const parts = formulaParts(text, scope);
  expect(parts.find(({ span }) => text.slice(span.from, span.to) === '$x')?.expr).toMatchObject({ op: 'call', fn: 'mul' });
});

test('nothing for a formula that does not compile, or over a line', () => {
  expect(partsOf('spend +')).toEqual([]);
  expect(partsOf('spendd > 1')).toEqual([]);
  expect(formulaParts('amount > 1', scopeFor([], [orders], orders))).toEqual([]);
});
