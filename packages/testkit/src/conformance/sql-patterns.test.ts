// Random regular expressions in SQL against the evaluator's engine: the same matches, groups and replacements, or refused.
import { DuckDBInstance } from '@duckdb/node-api';
import type { Column, Definition, Expr } from '@tierflow/definition';
import { refusalsOf } from '@tierflow/sql';
import { RE2JS } from 're2js';
import { expect, test } from 'vitest';
import { type Random, seeded } from '../generate/random.ts';
import { compareWithSql } from './sql-agree.ts';

const PATTERNS = Number(process.env.TIERFLOW_PATTERNS ?? 1200);
const AT_ONCE = 40;

const parts = [
  ...[
    'a',
    'b',
    'k',
    's',
    '1',
    '中',
    '😀',
    ' ',
    '-',
    '.',
    '\\d',
    '\\D',
    '\\w',
    '\\W',
    '\\s',
    '\\S',
    '\\.',
    '\\-',
    '\\n',
    '\\b',
    '\\B',
    '^',
    '$',
  ],
  ...['[ab]', '[^a1]', '[a-c1-3]', '[\\d-]', '[^\\s]', '[\\]\\[]', '[中-龥]', '[_%]', '%', '_', '(?:', '(', ')', ')', '|'],
  ...['*', '+', '?', '{2}', '{1,3}', '{0,}', '*?', '+?', '??', '{1,2}?'],
];
const letters = [
  'a',
  'b',
  'c',
  'A',
  'K',
  '\u212a',
  's',
  'ſ',
  '1',
  '23',
  '中',
  '😀',
  'é',
  'e\u0301',
  '-',
  '.',
  ' ',
  '\n',
  '\r',
  '\u2028',
  '\u00a0',
  '\t',
  '_',
  '%',
  '\\',
  ']',
  '\u0000',
];

const textOf = (random: Random, of: readonly string[], most: number): string =>
  Array.from({ length: random.integer(most + 1) }, () => random.pick(of)).join('');

/** A pattern that is one. */
function patternOf(random: Random): string {
  for (;;) {
    const pattern = random.pick(['', '', '(?i)', '(?m)', '(?im)']) + textOf(random, parts, 7);
    try {
      RE2JS.compile(pattern);
      return pattern;
    } catch {
      // Brackets that do not meet, and the like.
    }
  }
}

function columnsOf(pattern: string, at: number, random: Random): readonly Column[] {
  const call = (fn: string, ...more: readonly (number | string)[]): Expr => ({
    op: 'call',
    fn,
    args: [{ op: 'field', name: 'text' }, ...[pattern, ...more].map((value): Expr => ({ op: 'literal', value }))],
  });
  const by = random.pick(['', 'x', '<$0>', '$1-$2', '\\1$$', '$3']);
  return [
    { id: `m${at}`, node: 'x', type: 'boolean', expr: call('matches') },
    ...[0, 1, 2].map((group) => ({ id: `g${group}-${at}`, node: 'x', type: 'string' as const, expr: call('matchPart', group) })),
    { id: `r${at}`, node: 'x', type: 'string', expr: call('replaceMatches', by, ...random.pick([[], [], [1], [1.5], [0]])) },
  ];
}

const program = (columns: readonly Column[]): Definition => ({
  format: 'tierflow/definition@1',
  name: 'patterns',
  title: { en: 'Patterns' },
  version: 0,
  revision: 0,
  timeZone: 'UTC',
  requires: ['matches', 'matchPart', 'replaceMatches'],
  input: {
    key: 'id',
    fields: [
      { name: 'id', type: 'string' },
      { name: 'text', type: 'string' },
    ],
    collections: [],
  },
  fittedOn: null,
  parameters: [],
  columns,
  nodes: [],
  outputs: { tiers: [], scores: [], labels: [], segments: [], playbooks: [] },
  vectors: [],
});

test(`${PATTERNS} random patterns find, cut and replace the same`, { timeout: 60_000 + PATTERNS * 20 }, async () => {
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  const random = seeded(77);
  const texts = ['', ...Array.from({ length: 79 }, () => textOf(random, letters, 9))];
  const records = [{ id: 'none' }, ...texts.map((text, id) => ({ id: String(id), text }))];
  let said = 0;
  for (let from = 0; from < PATTERNS; from += AT_ONCE) {
    const columns = Array.from({ length: AT_ONCE }, (_, at) => columnsOf(patternOf(random), at, random)).flat();
    const definition = program(columns);
    said += columns.length - refusalsOf(definition).length;
    const { differences } = await compareWithSql(connection, { definition, records, asOf: '2026-03-01' });
    const [first] = differences;
    const { expr } = columns.find(({ id }) => id === first?.column) ?? {};
    expect(first, `${JSON.stringify(expr)} on ${JSON.stringify(records[first?.row ?? 0])}, ${differences.length} in all`).toBeUndefined();
  }
  // Half of the calls are said.
  expect(said).toBeGreaterThan(PATTERNS * 2.5);
});
