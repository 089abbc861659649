// Texts made to hang, overflow or escape: each is answered quickly, with a diagnostic or a bounded expression.

import type { Expr } from '@tierflow/definition';
import { partsOf } from '@tierflow/definition';
import { describe, expect, test } from 'vitest';
import { completions, formulaLimits, hover } from '../src/index.ts';
import { compile, scope } from './scope.ts';

const nested = (open: string, close: string, count: number, inner = '1'): string => open.repeat(count) + inner + close.repeat(count);

/** Lambdas that each call the one before twice: 2^n steps if followed. */
function doubling(levels: number): string {
  const parts = ['$f0 := function($x) { $x + 1 }'];
  for (let at = 1; at <= levels; at += 1) parts.push(`$f${at} := function($x) { $f${at - 1}($f${at - 1}($x)) }`);
  return `(${parts.join('; ')}; $f${levels}(spend))`;
}

function doublingVariables(levels: number): string {
  const parts = ['$x0 := spend'];
  for (let at = 1; at <= levels; at += 1) parts.push(`$x${at} := $x${at - 1} + $x${at - 1}`);
  return `(${parts.join('; ')}; $x${levels})`;
}

const hostile: readonly (readonly [name: string, text: string])[] = [
  ['100,000 parentheses', nested('(', ')', 100_000)],
  ['4,900 parentheses', nested('(', ')', 4_900)],
  ['33 parentheses', nested('(', ')', 33)],
  ['open brackets only', '['.repeat(9_999)],
  ['open braces only', '{'.repeat(9_999)],
  ['minus signs', `${'-'.repeat(9_000)}1`],
  ['a very long text', `"${'x'.repeat(1_000_000)}"`],
  ['a long sum', Array.from({ length: 3_000 }, () => '1').join('+')],
  ['a long choice', `${'1?'.repeat(3_000)}1`],
  ['nested defaults, which the parser copies', nested('(', ' ?: 1)', 30, 'spend')],
  ['nested coalescing, which the parser copies', nested('(', ' ?? 1)', 30, 'spend')],
  ['defaults in lists', nested('[', ' ?: 1]', 30, 'spend')],
  ['functions that double', doubling(40)],
  ['variables that double', doublingVariables(60)],
  ['a function of itself', '($f := function($x) { $x($x) }; $f($f))'],
  ['two functions of each other', '($a := function() { $b() }; $b := function() { $a() }; $a())'],
  ['a huge range', '[1..1e15]'],
  ['a range that never advances', '$count([1e21..1e21])'],
  ['a huge list', '$sum([1..10000])'],
  ['ranges in ranges', '$sum($map([1..9999], function($x) { $sum([1..9999]) }))'],
  ['a chain of maps', `[1..5000]${' ~> $map(function($x) { $x + 1 })'.repeat(20)} ~> $sum()`],
  ['parents', `spend${'.%'.repeat(3_000)}`],
  ['comments', '/**/'.repeat(2_500)],
  ['half a comment', '/*'.repeat(5_000)],
  ['a hostile regular expression', '$contains(name, /(a+)+$/)'],
  ['slashes', '/'.repeat(9_999)],
  ['back slashes', `"${'\\'.repeat(9_000)}`],
  ['joining many', `$join([${Array.from({ length: 300 }, () => 'name').join(',')}])`],
  ['averages of averages', nested('$average([', ', spend])', 30, 'spend')],
  ['a text bomb', '$pad("a", 1e9, "xy")'],
  ['evaluated text', '$eval("1")'],
  ['transform', '|$|{"constructor": 1}|'],
  ['a prototype', 'constructor.constructor("return process")()'],
  ['a prototype by quotes', '`__proto__`.`constructor`'],
  ['a prototype in a table', '$lookup({"__proto__": 1, "constructor": 2}, name)'],
  ['a variable of a prototype', '($__proto__ := 1; $constructor := 2; $__proto__ + $constructor)'],
  ['built-ins of a prototype', '$hasOwnProperty("a")'],
  ['lone surrogates', '"\ud800" & name & "\udc00"'],
  ['null characters', 'spend\u0000 + 1'],
  ['line separators', 'spend\u2028+\u20291'],
];

function size(expr: Expr): { readonly nodes: number; readonly depth: number } {
  const parts = partsOf(expr).map(size);
  return { nodes: parts.reduce((sum, part) => sum + part.nodes, 1), depth: Math.max(0, ...parts.map((part) => part.depth)) + 1 };
}

describe('hostile texts', () => {
  test.each(hostile)('%s', (_, text) => {
    const start = performance.now();
    const { expr, diagnostics } = compile(text);
    expect(performance.now() - start).toBeLessThan(1_000);
    expect(expr === undefined).toBe(diagnostics.length > 0);
    if (expr !== undefined) expect(size(expr).nodes).toBeLessThanOrEqual(formulaLimits.nodes);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test.each(hostile)('completions and hover: %s', (_, text) => {
    const start = performance.now();
    completions(text, text.length, scope);
    hover(text, Math.floor(text.length / 2), scope);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  test('the limits themselves are allowed', () => {
    expect(compile(nested('(', ')', formulaLimits.depth, 'spend')).diagnostics).toEqual([]);
    expect(compile(nested('(', ')', formulaLimits.depth + 1, 'spend')).diagnostics[0]?.code).toBe('formula.too-deep');
    expect(compile(`"${'x'.repeat(formulaLimits.text - 2)}"`).diagnostics).toEqual([]);
    expect(compile(`"${'x'.repeat(formulaLimits.text - 1)}"`).diagnostics[0]?.code).toBe('formula.too-long');
    const sum = (terms: number): string => Array.from({ length: terms }, () => '1').join('+');
    expect(compile(sum(1_000)).diagnostics).toEqual([]);
    expect(compile(sum(1_001)).diagnostics[0]?.code).toBe('formula.too-large');
    expect(compile(`spend in [${Array.from({ length: 3_000 }, (_, at) => at % 10).join(',')}]`).diagnostics).toEqual([]);
    expect(compile('spend in [1..10000]').diagnostics).toEqual([]);
    expect(compile('spend in [1..10001]').diagnostics[0]?.code).toBe('formula.list-too-long');
    expect(compile(`${nested('$abs(', ')', 31, 'spend')}`).diagnostics).toEqual([]);
  });
});
