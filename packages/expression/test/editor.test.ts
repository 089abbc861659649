// Completions, hover and the function help.
import { describe, expect, test } from 'vitest';
import { callAt, completions, functionDocs, hover } from '../src/index.ts';
import { scope } from './scope.ts';

/** Labels at the bar in a text. */
function at(marked: string): readonly string[] {
  const offset = marked.indexOf('|');
  return completions(marked.replace('|', ''), offset, scope).map(({ label }) => label);
}

describe('completions', () => {
  test('fields, collections and functions where a value can stand', () => {
    expect(at('|')).toEqual(expect.arrayContaining(['spend', 'orders', '$sum', 'and']));
    expect(at('spend > 1 and vi|')).toContain('vip');
  });

  test.each([
    'orders.|',
    'orders[|',
    'orders[status = "paid" and am|',
    'orders[qty > 1].|',
    'orders.(am|',
    '$map(orders, function($o) { $o.|',
    '($p := orders[gift]; $sum($p.|',
    '$count($filter(orders, function($o) { $o.gift }).|',
  ])('fields of the line: %s', (text) => {
    expect(at(text)).toContain('amount');
    expect(at(text)).not.toContain('spend');
  });

  test('the customer inside lines', () => {
    expect(at('orders[$$.|')).toContain('spend');
    expect(at('orders[|')).toContain('$$');
  });

  test.each(['"sp|', '"a" & \'|', '/* sp|', 'name.|', '$contains(name, /a|'])('nothing: %s', (text) => {
    expect(at(text)).toEqual([]);
  });

  test('variables set before and parameters', () => {
    expect(at('($total := 1; $t|')).toContain('$total');
    expect(at('$map(orders, function($o) { $|')).toContain('$o');
    expect(at('$later| + ($later := 1)')).not.toContain('$later');
  });

  test('the typed word is replaced, odd names are quoted', () => {
    const found = completions('1 + ann', 7, scope).find(({ label }) => label === 'annual income');
    expect(found).toMatchObject({ insert: '`annual income`', from: 4, to: 7 });
  });
});

describe('hover', () => {
  test('functions, fields, lines, collections, variables', () => {
    expect(hover('$sum(orders.amount)', 1, scope)).toMatchObject({ kind: 'function', function: { signature: '$sum(values)' } });
    expect(hover('$sum(orders.amount)', 7, scope)).toMatchObject({ kind: 'collection', span: { from: 5, to: 11 } });
    expect(hover('$sum(orders.amount)', 12, scope)).toMatchObject({ kind: 'field', type: 'number', collection: 'orders' });
    expect(hover('`annual income`', 3, scope)).toMatchObject({ kind: 'field', name: 'annual income' });
    expect(hover('($x := 1; $x)', 10, scope)).toMatchObject({ kind: 'variable', name: '$x' });
    expect(hover('spend + 1', 6, scope)).toBeUndefined();
    expect(hover('"spend"', 2, scope)).toBeUndefined();
  });
});

describe('function help', () => {
  test('every function has its signature, and its first example comes with the suggestion', () => {
    for (const { name, signature } of functionDocs()) expect(signature.startsWith(`${name}(`)).toBe(true);
    const found = completions('$len', 4, scope).find(({ label }) => label === '$length');
    expect(found?.example).toEqual({ formula: '$length(name) > 2', on: { name: 'Li Wei' }, answer: true });
  });
});

describe('the call around the cursor', () => {
  test.each([
    ['$round(|', '$round', 0],
    ['$round(spend / 3, |', '$round', 1],
    ['$round($sum(orders.amount), |2)', '$round', 1],
    ['$round($sum(|orders.amount), 2)', '$sum', 0],
    ['$contains(name, "a, (b"|', '$contains', 1],
    ['name ~> $contains(|', '$contains', 1],
    ['$sum(orders[amount > (1 + |', '$sum', 0],
    ['$count(orders) + (|', undefined, 0],
    ['$mine(|', undefined, 0],
  ])('%s', (marked, name, argument) => {
    const found = callAt(marked.replace('|', ''), marked.indexOf('|'));
    expect(found?.function.name).toBe(name);
    if (name !== undefined) expect(found?.argument).toBe(argument);
  });
});
