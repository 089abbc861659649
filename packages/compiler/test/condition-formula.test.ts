// Every form condition that is offered as a formula matches the same people, over every class of values of its fields;
// where it is called lossless the formula is missing exactly where the condition is unknown.
import type { Definition, Expr, Field, Json, ValueType } from '@tierflow/definition';
import { functionsIn } from '@tierflow/definition';
import { decider } from '@tierflow/evaluator';
import { compileFormula, type FormulaScope } from '@tierflow/expression';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lowerCondition } from '../src/conditions/lower-condition.ts';
import type { ColumnInfo } from '../src/define-node.ts';
import { type Condition, conditionFormula, type Operator, operators } from '../src/index.ts';

const AS_OF = '2024-06-30';
const fields: readonly Field[] = [
  { name: 'n', type: 'number' },
  { name: 'm', type: 'number' },
  { name: 't', type: 'string' },
  { name: 'b', type: 'boolean' },
  { name: 'd', type: 'date' },
  { name: 'when seen', type: 'datetime' },
];
const typeOf = (name: string): ValueType | undefined => fields.find((field) => field.name === name)?.type;

/** Missing, and values on every side of the constants below. */
const classes: Readonly<Record<string, readonly (Json | undefined)[]>> = {
  n: [undefined, 0, 1, 1.5, 2, 3],
  m: [undefined, 1, 2],
  t: [undefined, '', 'a', 'ab', 'b', 'ba'],
  b: [undefined, true, false],
  d: [undefined, '2024-05-31', '2024-06-01', '2024-06-29', '2024-06-30', '2024-07-01'],
  'when seen': [undefined, '2024-06-01T00:00:00Z', '2024-06-30T12:00:00Z', '2024-07-02T00:00:00Z'],
};
const constants: Readonly<Record<string, readonly (string | number | boolean)[]>> = {
  n: [1, 2],
  m: [1, 2],
  t: ['a', 'b'],
  b: [true],
  d: ['2024-06-01', '2024-06-30'],
  'when seen': ['2024-06-01', '2024-06-30'],
};

/** Every test of every field by every operator it takes. */
const tests: readonly Condition[] = fields.flatMap(({ name, type }) =>
  (Object.keys(operators) as Operator[]).flatMap((op): readonly Condition[] => {
    const { types, value } = operators[op] as { readonly types: readonly ValueType[]; readonly value: string };
    if (!types.includes(type === 'datetime' ? 'date' : type)) return [];
    const [first, second] = constants[name] ?? [];
    if (value === 'none') return [{ field: name, op }];
    if (value === 'two') return [{ field: name, op, value: [first ?? 0, second ?? 0] }];
    if (value === 'list')
      return [
        { field: name, op, value: [first ?? 0] },
        { field: name, op, value: [first ?? 0, second ?? 0] },
      ];
    if (value === 'days') return [{ field: name, op, value: 30 }];
    return [{ field: name, op, value: first }];
  }),
);

const scope: FormulaScope = {
  column: (name) => {
    const type = typeOf(name);
    return type === undefined ? undefined : { type, expr: { op: 'field', name } };
  },
  collection: () => undefined,
  names: () => fields.map(({ name }) => name),
};

function conditionExpr(where: Condition): Expr {
  const { expr, diagnostics } = lowerCondition(where, '', {
    column: (name) => ({
      reads: [],
      diagnostics: [],
      column: { type: typeOf(name), expr: { op: 'field', name } } as unknown as ColumnInfo,
    }),
    formula: (text) => {
      const { expr: formula, type } = compileFormula(text, scope);
      return { reads: [], diagnostics: [], ...(formula === undefined || type === undefined ? {} : { expr: formula, type }) };
    },
    report: (code) => {
      throw new Error(code);
    },
  });
  if (expr === undefined) throw new Error(JSON.stringify(diagnostics));
  return expr;
}

function formulaExpr(text: string): Expr {
  const { expr, type, diagnostics } = compileFormula(text, scope);
  if (expr === undefined || type !== 'boolean') throw new Error(`${text}: ${JSON.stringify(diagnostics)}`);
  return expr;
}

/** Condition and formula side by side on every combination of the values of the fields the condition reads. */
function table(where: Condition, text: string): readonly (readonly [condition: unknown, formula: unknown])[] {
  const columns = [conditionExpr(where), formulaExpr(text)].map((expr, at) => ({
    id: `c${at}`,
    node: 'n',
    type: 'boolean' as const,
    expr,
  }));
  const program: Definition = {
    format: 'tierflow/definition@1',
    name: 'table',
    title: { en: 'Table' },
    version: 0,
    revision: 0,
    timeZone: 'UTC',
    requires: [...new Set(columns.flatMap(({ expr }) => [...functionsIn(expr)]))],
    input: { key: 'id', fields: [{ name: 'id', type: 'string' }, ...fields], collections: [] },
    fittedOn: { asOf: AS_OF, generation: 'g', rows: 1 },
    parameters: [],
    columns,
    nodes: [],
    outputs: { tiers: [], scores: [], labels: [], segments: [], playbooks: [] },
    vectors: [],
  };
  const { values } = decider(program, { mode: 'closures' });
  return combinations([...fieldsOf(where)]).map((record) => {
    const { values: found } = values({ id: 'c', ...record }, AS_OF);
    return [found.get('c0'), found.get('c1')];
  });
}

function fieldsOf(where: Condition): ReadonlySet<string> {
  if ('not' in where) return fieldsOf(where.not);
  if ('all' in where) return new Set(where.all.flatMap((part) => [...fieldsOf(part)]));
  if ('any' in where) return new Set(where.any.flatMap((part) => [...fieldsOf(part)]));
  if ('expr' in where) return new Set(['n']);
  return new Set([where.field]);
}

function combinations(names: readonly string[]): readonly { readonly [name: string]: Json }[] {
  return names.reduce<readonly { readonly [name: string]: Json }[]>(
    (rows, name) => rows.flatMap((row) => (classes[name] ?? []).map((value) => (value === undefined ? row : { ...row, [name]: value }))),
    [{}],
  );
}

function expectSame(where: Condition): void {
  const offered = conditionFormula(where, typeOf);
  if (offered === undefined) throw new Error(`not offered: ${JSON.stringify(where)}`);
  const rows = table(where, offered.text);
  const shown = `${JSON.stringify(where)} as ${offered.text}`;
  expect(
    rows.filter(([condition, formula]) => (condition === true) !== (formula === true)),
    shown,
  ).toEqual([]);
  if (offered.lossless)
    expect(
      rows.filter(([condition, formula]) => condition !== formula),
      shown,
    ).toEqual([]);
  else
    expect(
      rows.filter(([, formula]) => formula === undefined),
      shown,
    ).toEqual([]);
}

describe('a condition as a formula', () => {
  test('there are tests of every operator', () => {
    expect(new Set(tests.map((where) => ('op' in where ? where.op : ''))).size).toBe(Object.keys(operators).length);
  });

  test.each(tests)('%j, and the opposite of it', (where) => {
    expectSame(where);
    expectSame({ not: where });
    expectSame({ not: { not: where } });
  });

  test('every pair, by all and any, and their opposites', () => {
    for (const [at, first] of tests.entries()) {
      for (const second of tests.slice(at)) {
        for (const where of [{ all: [first, second] }, { any: [first, { not: second }] }, { not: { all: [first, second] } }])
          expectSame(where);
      }
    }
  }, 300_000);

  test('nested ones', () => {
    const { where } = fc.letrec<{ where: Condition }>((tie) => ({
      where: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(...tests.filter((one) => !('field' in one && one.field === 'when seen'))),
        fc.constantFrom<Condition>({ expr: 'n > 1' }, { expr: 'n = 1' }),
        fc.array(tie('where'), { maxLength: 3 }).map((all) => ({ all })),
        fc.array(tie('where'), { maxLength: 3 }).map((any) => ({ any })),
        tie('where').map((not) => ({ not })),
      ),
    }));
    fc.assert(
      fc.property(where, (one) => {
        fc.pre(fieldsOf(one).size <= 3);
        expectSame(one);
      }),
      { numRuns: 300 },
    );
  }, 300_000);

  test('what is lossless and what is not', () => {
    const lossless = (where: Condition): boolean | undefined => conditionFormula(where, typeOf)?.lossless;
    expect(lossless({ field: 'n', op: 'gt', value: 1 })).toBe(true);
    expect(lossless({ not: { field: 't', op: 'contains', value: 'a' } })).toBe(true);
    expect(lossless({ field: 'n', op: 'isEmpty' })).toBe(true);
    expect(
      lossless({
        any: [
          { field: 'n', op: 'isEmpty' },
          { field: 'n', op: 'gt', value: 1 },
        ],
      }),
    ).toBe(true);
    expect(lossless({ field: 'n', op: 'eq', value: 1 })).toBe(false);
    expect(
      lossless({
        all: [
          { field: 'n', op: 'gt', value: 1 },
          { field: 'm', op: 'gt', value: 1 },
        ],
      }),
    ).toBe(false);
    expect(conditionFormula({ not: { field: 'n', op: 'in', value: [1, 2] } }, typeOf)).toEqual({
      text: '($exists(n) and $not(n in [1, 2]))',
      lossless: false,
    });
    expect(conditionFormula({ field: 'nope', op: 'eq', value: 1 }, typeOf)).toBeUndefined();
  });
});
