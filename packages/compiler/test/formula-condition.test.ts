// A formula becomes a condition only where both are true, false and missing for the same people; else it is said why, and where.
import type { Json } from '@tierflow/definition';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalCondition } from '../src/conditions/normal-condition.ts';
import { type Condition, conditionFormula, formulaCondition, messageOf } from '../src/index.ts';
import { fieldsOf, type Said, scope, shapesOf, table } from './condition-table.ts';

function conditionOf(text: string): Condition | undefined {
  const read = formulaCondition(text, scope);
  return 'condition' in read ? read.condition : undefined;
}

/** Every formula that becomes a condition means the same as it, and as the formula that the condition becomes. Answers how many do. */
function expectSame(
  texts: readonly string[],
  names: readonly string[],
  values?: Readonly<Record<string, readonly (Json | undefined)[]>>,
): number {
  const offered = texts.flatMap((text) => {
    const condition = conditionOf(text);
    if (condition === undefined) return [];
    const again = conditionFormula(condition, scope);
    if ('refusal' in again) throw new Error(`${text}: ${again.refusal.code}`);
    return [[text, condition, again.text] as const satisfies readonly Said[]];
  });
  const rows = table(offered.flat(), names, values);
  for (const [at, trio] of offered.entries()) {
    const different = rows.filter((row) => row[3 * at] !== row[3 * at + 1] || row[3 * at] !== row[3 * at + 2]);
    if (different.length > 0)
      expect(
        different.map((row) => row[3 * at]),
        JSON.stringify(trio),
      ).toEqual([]);
  }
  return offered.length;
}

/** Three leaves with, for every field, missing, a value for which its leaf is true, and one for which it is false. */
const triples: readonly (readonly [
  leaves: readonly string[],
  names: readonly string[],
  values: Readonly<Record<string, readonly (Json | undefined)[]>>,
  offered: number,
])[] = [
  [['n = 1', 'm > 1', 'b'], ['n', 'm', 'b'], { n: [undefined, 1, 2], m: [undefined, 2, 1], b: [undefined, true, false] }, 306],
  [
    ['$exists(n)', 'd <= "2024-06-01"', 'm in [1, 3]'],
    ['n', 'd', 'm'],
    { n: [undefined, 1], d: [undefined, '2024-06-01', '2024-06-02'], m: [undefined, 1, 2] },
    306,
  ],
  [['$contains(t, "a")', 't = "b"', 't != ""'], ['t'], { t: [undefined, '', 'a', 'b'] }, 252],
  [['n >= 1', '$exists(n) ? n != 2', 'n < 3'], ['n'], { n: [undefined, 0, 1, 2, 3] }, 306],
];

describe('the whole truth table', () => {
  const group = (word: 'and' | 'or', parts: readonly string[]): string => parts.map((part) => `(${part})`).join(` ${word} `);
  const not = (text: string): string => `$not(${text})`;

  test.each(triples)(
    'every shape of %j',
    (leaves, names, values, offered) => {
      const shapes = [1, 2, 3].flatMap((count) => shapesOf(leaves.slice(0, count), { group, not }));
      const choices = shapesOf(leaves, { group, not })
        .slice(0, 20)
        .map((test) => `${test} ? true : ${leaves[0]} ? false`);
      const count = expectSame(shapes, names, values);
      expectSame(choices, names, values);
      expect(count).toBe(offered);
    },
    120_000,
  );
});

test('any formula', () => {
  const { text } = fc.letrec<{ text: string }>((tie) => ({
    text: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom(
        'n > 1',
        '1 >= n',
        'n = m',
        'n != 2',
        'm in [1, 2]',
        '$exists(m)',
        'b',
        'b = false',
        '$startsWith(t, "a")',
        't != ""',
      ),
      fc.constantFrom(
        '$daysSince(d) < 30 and $daysSince(d) >= 0',
        'n * 2 = 2',
        '$substring(t, -1) = "a"',
        '$count([n]) > 0',
        'true',
        't = ""',
      ),
      fc.tuple(tie('text'), fc.constantFrom('and', 'or'), tie('text')).map(([left, word, right]) => `(${left}) ${word} (${right})`),
      tie('text').map((one) => `$not(${one})`),
      fc.tuple(tie('text'), tie('text')).map(([test, then]) => `(${test}) ? (${then})`),
      fc.tuple(tie('text'), tie('text'), tie('text')).map(([test, then, other]) => `(${test}) ? (${then}) : (${other})`),
    ),
  }));
  let offered = 0;
  fc.assert(
    fc.property(text, (one) => {
      const condition = conditionOf(one);
      const names = condition === undefined ? [] : [...fieldsOf(condition)];
      fc.pre(names.length <= 4);
      offered += expectSame(
        [one],
        [...new Set([...names, ...['n', 'm', 't', 'b', 'd'].filter((name) => new RegExp(`\\b${name}\\b`).test(one))])].slice(0, 4),
      );
    }),
    { numRuns: 200 },
  );
  expect(offered).toBeGreaterThan(50);
}, 120_000);

describe('reads what people write', () => {
  const is = (field: string): Condition => ({ field, op: 'isNotEmpty' });
  test.each<readonly [text: string, condition: Condition]>([
    ['1 < n', { field: 'n', op: 'gt', value: 1 }],
    ['n >= 1 and n <= 2', { all: [is('n'), { field: 'n', op: 'ge', value: 1 }, { field: 'n', op: 'le', value: 2 }] }],
    ['$exists(n) ? n >= 1 and n <= 2', { field: 'n', op: 'between', value: [1, 2] }],
    ["$exists(t)?t in ['a' , 'b']", { field: 't', op: 'in', value: ['a', 'b'] }],
    ['$exists(t) ? $substring(t, 0, 1) = "a"', { field: 't', op: 'startsWith', value: 'a' }],
    ['$exists(d) ? $daysSince(d) >= 0 and $daysSince(d) < 30', { field: 'd', op: 'withinDays', value: 30 }],
    ['$exists(`when seen`) ? `when seen` = "2024-06-01"', { field: 'when seen', op: 'eq', value: '2024-06-01' }],
    ['t = "a"', { all: [is('t'), { field: 't', op: 'eq', value: 'a' }] }],
    [
      'n > 1 or b',
      { any: [{ all: [is('n'), { field: 'n', op: 'gt', value: 1 }] }, { all: [is('b'), { field: 'b', op: 'eq', value: true }] }] },
    ],
    ['( $limit := 2; n > $limit )', { field: 'n', op: 'gt', value: 2 }],
    ['n = 1 and $round(m) = 2', { all: [is('n'), { field: 'n', op: 'eq', value: 1 }, { expr: '$round(m) = 2' }] }],
  ])('%s', (text, condition) => {
    expect(conditionOf(text)).toEqual(normalCondition(condition));
  });
});

test('a formula that somebody wrote into a row stays in its row', () => {
  const where: Condition = { all: [{ field: 'd', op: 'le', value: '2024-06-01' }, { expr: 'n > 1 and m > 1' }] };
  const written = conditionFormula(where, scope);
  expect('text' in written && formulaCondition(written.text, scope)).toEqual({ condition: where });
});

test('over the lines of a collection', () => {
  const line = { name: 'orders', fields: [{ name: 'paid', type: 'number' as const }] };
  const lines = { ...scope, line, collection: () => line };
  const paid: Condition = {
    all: [
      { field: 'paid', op: 'gt', value: 1 },
      { field: 'paid', op: 'ne', value: 5 },
    ],
  };
  const offered = conditionFormula(paid, lines);
  expect(offered).toEqual({ text: '$exists(paid) ? paid > 1 and paid != 5' });
  expect('text' in offered && formulaCondition(offered.text, lines)).toEqual({ condition: paid });
  expect(formulaCondition('$$.n > 1', lines)).toMatchObject({ refusal: { code: 'condition.no-form.customer' } });
});

test.each<readonly [text: string, code: string, marked: string]>([
  ['n * 2 > 3', 'condition.no-form.computed', 'n * 2 > 3'],
  ['b and n > m', 'condition.no-form.computed', 'n > m'],
  [' (t != "a")', 'condition.no-form.empty-text', 't != "a"'],
  ['$exists(t)', 'condition.no-form.empty-text', '$exists(t)'],
  ['$daysSince(d) <= 30', 'condition.no-form.as-of', '$daysSince(d) <= 30'],
  ['t < "b"', 'condition.wrong-operator', 't < "b"'],
  ['$exists(n) ? b', 'condition.no-form.missing-values', '$exists(n) ? b'],
  ['b ? n > 1', 'condition.no-form.computed', 'b ? n > 1'],
  ['n > 2 and b ? true : n <= 1 or b = false ? false', 'condition.no-form.other-half', 'n <= 1 or b = false'],
  ['n + 1', 'condition.not-boolean', 'n + 1'],
  ['nope > 1', 'formula.unknown-name', 'nope'],
  ['n > 1 and', 'formula.unfinished-end', ''],
])('%s is no condition: %s', (text, code, marked) => {
  const read = formulaCondition(text, scope);
  if (!('refusal' in read)) throw new Error(JSON.stringify(read.condition));
  const { span } = read.refusal.at;
  expect([read.refusal.code, text.slice(span?.from, span?.to)]).toEqual([code, marked]);
  for (const language of ['en', 'zh-CN'] as const) expect(messageOf(read.refusal, language, new Map())).not.toMatch(/^[a-z.-]+$|\{/);
});
