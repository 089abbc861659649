// A condition and its formula are true, false and missing for the same people, over every class of values of their fields,
// and the formula becomes that condition again.
import type { Json } from '@tierflow/definition';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalCondition } from '../src/conditions/normal-condition.ts';
import { type Condition, conditionFormula, type FieldTest, formulaCondition, operators } from '../src/index.ts';
import { fieldsOf, scope, shapesOf, table, tests } from './condition-table.ts';

function formulaOf(where: Condition): string {
  const offered = conditionFormula(where, scope);
  if (!('text' in offered)) throw new Error(`${JSON.stringify(where)}: ${JSON.stringify(offered.refusal)}`);
  return offered.text;
}

/** Every condition as its formula and back; on these values where given, else on all classes of values. */
function expectSame(wheres: readonly Condition[], values?: Readonly<Record<string, readonly (Json | undefined)[]>>): void {
  const formulas = wheres.map(formulaOf);
  const back = formulas.map((text, at) => {
    const read = formulaCondition(text, scope);
    expect(read, `${JSON.stringify(wheres[at])} as ${text}`).toEqual({ condition: normalCondition(wheres[at] as Condition) });
    return normalCondition(wheres[at] as Condition);
  });
  const rows = table([...wheres, ...formulas, ...back], [...fieldsOf({ all: wheres })], values);
  for (const [at, where] of wheres.entries()) {
    const different = rows.filter((row) => row[at] !== row[at + wheres.length] || row[at] !== row[at + 2 * wheres.length]);
    if (different.length > 0)
      expect(
        different.map((row) => row[at]),
        `${JSON.stringify(where)} as ${formulas[at]}`,
      ).toEqual([]);
  }
}

const not = (where: Condition): Condition => ({ not: where });

describe('a condition as a formula and back', () => {
  test('there are tests of every operator', () => {
    expect(new Set(tests.map(({ op }) => op)).size).toBe(Object.keys(operators).length);
  });

  test.each(tests)('%j, and the opposite of it', (where) => {
    expectSame([where, not(where), not(not(where)), { all: [where] }, not({ any: [where] })]);
  });

  test('every pair, by all and any, and their opposites', () => {
    for (const [at, first] of tests.entries()) {
      for (const second of tests.slice(at + 1).filter((one) => one.field === first.field || (at + one.op.length) % 9 === 0))
        expectSame([{ all: [first, second] }, { any: [first, not(second)] }, not({ all: [first, second] }), not({ any: [first, second] })]);
    }
  }, 300_000);
});

const leaf = (field: string, op: FieldTest['op'], value?: FieldTest['value']): FieldTest => ({
  field,
  op,
  ...(value === undefined ? {} : { value }),
});

/** Three leaves with, for every field, missing, a value for which its leaf is true, and one for which it is false. */
const triples: readonly (readonly [leaves: readonly Condition[], values: Readonly<Record<string, readonly (Json | undefined)[]>>])[] = [
  [
    [leaf('n', 'eq', 1), leaf('t', 'contains', 'a'), leaf('d', 'withinDays', 30)],
    { n: [undefined, 1, 2], t: [undefined, 'ab', 'b'], d: [undefined, '2024-06-30', '2024-05-31'] },
  ],
  [
    [leaf('n', 'gt', 1), leaf('t', 'notIn', ['a', 'c']), leaf('b', 'eq', true)],
    { n: [undefined, 2, 1], t: [undefined, 'b', 'a'], b: [undefined, true, false] },
  ],
  [
    [leaf('n', 'between', [1, 2]), leaf('t', 'isEmpty'), { expr: 'm * 2 > 3' }],
    { n: [undefined, 1, 3], t: [undefined, '', 'a'], m: [undefined, 2, 1] },
  ],
  [[leaf('n', 'ge', 2), leaf('n', 'ne', 3), leaf('n', 'isNotEmpty')], { n: [undefined, 1, 2, 3] }],
];

describe('the whole truth table', () => {
  const group = (word: 'and' | 'or', parts: readonly Condition[]): Condition => (word === 'and' ? { all: parts } : { any: parts });

  test.each(triples)(
    'every shape of %j',
    (leaves, values) => {
      const shapes = [1, 2, 3].flatMap((count) => shapesOf(leaves.slice(0, count), { group, not }));
      expect(shapes.length).toBe(306);
      expectSame(shapes, values);
    },
    120_000,
  );
});

test('a formula that is never missing goes both ways in a group', () => {
  const rows = tests.filter(({ field }) => field !== 'when seen');
  for (const row of rows) expectSame([{ all: [row, { expr: 'n * 2 = 2' }] }, { any: [row, { expr: 'n * 2 = 2' }] }]);
});

test('a formula that is never missing, in a group within another, stays a formula and says so', () => {
  const where: Condition = { not: { any: [{ field: 'm', op: 'eq', value: 1 }, { expr: 'n * 2 = 2' }] } };
  const text = formulaOf(where);
  expect(formulaCondition(text, scope)).toMatchObject({ refusal: { code: 'condition.no-form.computed' } });
  const rows = table([where, text], [...fieldsOf(where)]);
  expect(rows.filter(([form, formula]) => form !== formula)).toEqual([]);
});

test('any condition', () => {
  const { where } = fc.letrec<{ where: Condition }>((tie) => ({
    where: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom<Condition>(...tests.filter(({ field }) => field !== 'when seen')),
      fc.constantFrom<Condition>({ expr: 'n * 2 > m' }, { expr: 'm > 0 ? n > 1' }),
      fc.array(tie('where'), { maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie('where'), { maxLength: 3 }).map((any) => ({ any })),
      tie('where').map(not),
    ),
  }));
  const sole = (one: Condition): boolean => 'expr' in normalCondition(one);
  fc.assert(
    fc.property(where, (one) => {
      fc.pre(fieldsOf(one).size <= 3 && !sole(one));
      expectSame([one]);
    }),
    { numRuns: 200 },
  );
}, 120_000);

test('how formulas are written', () => {
  const spent = leaf('n', 'ge', 2);
  const paid = leaf('t', 'eq', 'a');
  expect(formulaOf(spent)).toBe('n >= 2');
  expect(formulaOf(paid)).toBe('$exists(t) ? t = "a"');
  expect(formulaOf({ any: [leaf('n', 'isEmpty'), spent] })).toBe('$not($exists(n)) or n >= 2');
  expect(formulaOf({ all: [spent, leaf('n', 'lt', 9)] })).toBe('$exists(n) ? n >= 2 and n < 9');
  expect(formulaOf({ all: [spent, paid] })).toBe('n >= 2 and t = "a" ? true : n < 2 or t != "a" ? false');
  expect(formulaOf({ any: [] })).toBe('false');
});

test('long conditions are compared as a whole, whether the same fields come back or the groups are many', () => {
  const rows = Array.from({ length: 60 }, (_, at): Condition => leaf(at % 2 === 0 ? 'n' : 't', 'ne', at % 2 === 0 ? at : `v${at}`));
  const groups = Array.from(
    { length: 12 },
    (_, at): Condition => ({ all: [leaf('n', 'ge', at), leaf('m', 'lt', at), leaf('t', 'ne', `v${at}`)] }),
  );
  for (const where of [{ all: rows }, { any: groups }]) expect(formulaCondition(formulaOf(where), scope)).toEqual({ condition: where });
});

test.each<readonly [code: string, path: string, where: Condition]>([
  ['field.unknown', 'where.field', leaf('nope', 'eq', 1)],
  ['condition.value-missing', 'where.all.1.value', { all: [leaf('n', 'ge', 1), leaf('n', 'eq')] }],
  ['condition.empty-list', 'where.value', leaf('n', 'in', [])],
  ['condition.wrong-operator', 'where.op', leaf('t', 'lt', 'a')],
  ['formula.unfinished-end', 'where.not.expr', { not: { expr: 'n >' } }],
  ['condition.no-formula.too-large', 'where', { any: Array.from({ length: 200 }, (_, at) => leaf('t', 'ne', 'long'.repeat(20) + at)) }],
])('no formula: %s at %s', (code, path, where) => {
  const offered = conditionFormula(where, scope);
  expect('refusal' in offered && [offered.refusal.code, offered.refusal.at.path]).toEqual([code, path]);
});
