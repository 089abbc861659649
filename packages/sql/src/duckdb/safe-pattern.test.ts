import { expect, test } from 'vitest';
import { connect, rowsOf } from '../../test/duckdb.ts';
import { quoteText } from '../quote.ts';
import { readSafePattern } from './safe-pattern.ts';

const taken: readonly (readonly [pattern: string, groups: readonly boolean[], empty: boolean])[] = [
  ['', [], true],
  ['abc', [], false],
  ['^a.c$', [], false],
  ['a|b', [], false],
  ['a|', [], true],
  ['(a)(b)?', [true, false], false],
  ['(a)|(b)', [false, false], false],
  ['((a)b)+', [true, true], false],
  ['(?:(a)|b)c', [false], false],
  ['(a*)b', [true], false],
  ['(a*)', [true], true],
  ['[a-z0-9_-]+@\\w+', [], false],
  ['[^\\d\\s]', [], false],
  ['a{2}b{2,}c{2,3}d*?', [], false],
  ['\\$\\.\\/\\-', [], false],
  ['(?i)abc', [], false],
  ['\\bx\\b', [], false],
  ['(?:^|,)vip(?:,|$)', [], false],
  ['(^a$)b', [true], false],
  ['北京|上海', [], false],
];

test('what a safe pattern can match, and which groups take part in every match', () => {
  for (const [pattern, groups, empty] of taken) expect(readSafePattern(pattern), pattern).toEqual({ groups, empty });
});

test('every safe pattern is one for DuckDB', async () => {
  const connection = await connect();
  for (const [pattern] of taken) await rowsOf(connection, `SELECT regexp_matches('x', ${quoteText(pattern)}) AS x`);
});

test('what engines could read differently is left out', () => {
  const refused = [
    ...[
      '(',
      ')',
      'a)',
      '[',
      '[]',
      '[]a]',
      '[^]',
      '[b-a]',
      '[a',
      '[[:alpha:]]',
      '[a-\\d]',
      '*',
      'a**',
      'a+*',
      'a{2}{3}',
      'a{3,2}',
      'a{1001}',
    ],
    ...[
      '(a{100}){100}',
      'a{999}b{9}',
      '(a*)*',
      '(a?)+',
      '^*',
      '\\b+',
      '(?=a)',
      '(?<n>a)',
      '(?P<n>a)',
      '(?s)a',
      'a(?i)b',
      '(?i)é',
      '\\pL',
      '\\p{Greek}',
    ],
    ...[
      '\\1',
      '\\Qa\\E',
      '\\A',
      '\\z',
      '\\x41',
      '\\u0041',
      '\\0',
      '\\',
      'a\0',
      '{',
      'a{',
      '}',
      ']',
      'a{,2}',
      'a{0}',
      '('.repeat(60) + ')'.repeat(60),
    ],
  ];
  for (const pattern of refused) expect(readSafePattern(pattern), pattern).toBeUndefined();
});
