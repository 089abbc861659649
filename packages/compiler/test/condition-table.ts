// Conditions and formulas side by side, computed by the real evaluator for every combination of values of their fields.
import { type Definition, type Expr, type Field, functionsIn, type Json, type ValueType } from '@tierflow/definition';
import { decider } from '@tierflow/evaluator';
import { compileFormula, type FormulaScope } from '@tierflow/expression';
import { lowerCondition } from '../src/conditions/lower-condition.ts';
import type { ColumnInfo } from '../src/define-node.ts';
import { type Condition, type FieldTest, type Operator, operators } from '../src/index.ts';

const AS_OF = '2024-06-30';
export const fields: readonly Field[] = [
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
export const tests: readonly FieldTest[] = fields.flatMap(({ name, type }) =>
  (Object.keys(operators) as Operator[]).flatMap((op): readonly FieldTest[] => {
    const { types, value } = operators[op] as { readonly types: readonly ValueType[]; readonly value: string };
    if (!types.includes(type === 'datetime' ? 'date' : type)) return [];
    const [first = 0, second = first] = constants[name] ?? [];
    if (value === 'none') return [{ field: name, op }];
    if (value === 'two') return [{ field: name, op, value: [first, second] }];
    if (value === 'list')
      return [
        { field: name, op, value: [first] },
        { field: name, op, value: [first, second] },
      ];
    if (value === 'days') return [{ field: name, op, value: 30 }];
    return [{ field: name, op, value: first }];
  }),
);

export const scope: FormulaScope = {
  column: (name) => {
    const type = typeOf(name);
    return type === undefined ? undefined : { type, expr: { op: 'field', name } };
  },
  collection: () => undefined,
  names: () => fields.map(({ name }) => name),
};

/** A condition, or the text of a formula. */
export type Said = Condition | string;

function exprOf(said: Said): Expr {
  if (typeof said !== 'string') return conditionExpr(said);
  const { expr, type, diagnostics } = compileFormula(said, scope);
  if (expr === undefined || type !== 'boolean') throw new Error(`${said}: ${JSON.stringify(diagnostics)}`);
  return expr;
}

function conditionExpr(where: Condition): Expr {
  const { expr, diagnostics } = lowerCondition(where, '', {
    column: (name) => ({
      reads: [],
      diagnostics: [],
      column: { type: typeOf(name), expr: { op: 'field', name } } as unknown as ColumnInfo,
    }),
    formula: (text) => ({ reads: [], diagnostics: [], expr: exprOf(text), type: 'boolean' }),
    report: (code) => {
      throw new Error(code);
    },
  });
  if (expr === undefined) throw new Error(JSON.stringify(diagnostics));
  return expr;
}

/** The values of all of them, row by row, on every combination of the values of these fields. */
export function table(all: readonly Said[], names: readonly string[], values = classes): readonly (readonly (Json | undefined)[])[] {
  const columns = all.map((said, at) => ({ id: `c${at}`, node: 'n', type: 'boolean' as const, expr: exprOf(said) }));
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
  const decided = decider(program, { mode: 'closures' });
  return combinations(names, values).map((record) => {
    const { values: found } = decided.values({ id: 'c', ...record }, AS_OF);
    return columns.map(({ id }) => found.get(id) as Json | undefined);
  });
}

/** The fields a condition reads; formulas in it read n and m. */
export function fieldsOf(where: Condition): ReadonlySet<string> {
  if ('not' in where) return fieldsOf(where.not);
  if ('all' in where) return new Set(where.all.flatMap((part) => [...fieldsOf(part)]));
  if ('any' in where) return new Set(where.any.flatMap((part) => [...fieldsOf(part)]));
  return new Set('expr' in where ? ['n', 'm'] : [where.field]);
}

function combinations(
  names: readonly string[],
  values: Readonly<Record<string, readonly (Json | undefined)[]>>,
): readonly { readonly [name: string]: Json }[] {
  return names.reduce<readonly { readonly [name: string]: Json }[]>(
    (rows, name) => rows.flatMap((row) => (values[name] ?? []).map((value) => (value === undefined ? row : { ...row, [name]: value }))),
    [{}],
  );
}

/** All trees of the leaves in this order, by `all`, `any` and `not` at every place. */
export function shapesOf<T>(leaves: readonly T[], { group, not }: Shapes<T>): readonly T[] {
  const signed = (all: readonly T[]): readonly T[] => all.flatMap((one) => [one, not(one)]);
  const [first, ...rest] = leaves;
  if (first === undefined) return [];
  if (rest.length === 0) return signed([first]);
  const splits = leaves.slice(1).map((_, at) => [leaves.slice(0, at + 1), leaves.slice(at + 1)] as const);
  const parts: readonly (readonly T[])[] = [
    ...splits.flatMap(([left, right]) =>
      shapesOf(left, { group, not }).flatMap((one) => shapesOf(right, { group, not }).map((other) => [one, other])),
    ),
    ...(leaves.length === 3 ? product(leaves.map((leaf) => signed([leaf]))) : []),
  ];
  return signed(parts.flatMap((of) => [group('and', of), group('or', of)]));
}

export interface Shapes<T> {
  readonly group: (word: 'and' | 'or', parts: readonly T[]) => T;
  readonly not: (one: T) => T;
}

function product<T>(choices: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return choices.reduce<readonly (readonly T[])[]>((rows, next) => rows.flatMap((row) => next.map((one) => [...row, one])), [[]]);
}
