// A row and its formula mean the same people, and the same unknown people: both are compiled and evaluated.
import { compile, type FieldTest, type Operator, operators } from '@tierflow/compiler';
import type { ValueType } from '@tierflow/definition';
import { nodeCounts, sweep, tableOf } from '@tierflow/evaluator';
import type { Flow } from '@tierflow/flow';
import { nodeKinds } from '@tierflow/nodes';
import { expect, test } from 'vitest';
import { formulaOf, rowOf } from './formula-row.ts';

const types: Readonly<Record<string, ValueType>> = {
  orders: 'number',
  status: 'string',
  '客户 名': 'string',
  vip: 'boolean',
  born: 'date',
  seen: 'datetime',
};
const fields = Object.entries(types).map(([name, type]) => ({ name, type }));
const typeOf = (name: string): ValueType | undefined => types[name];

const people: readonly Record<string, unknown>[] = [
  {},
  { orders: 0, status: '', vip: false, born: '2024-01-31', seen: '2024-01-31T15:00:00Z', '客户 名': '李' },
  { orders: 3, status: 'paid', vip: true, born: '2026-10-01', seen: '2026-10-30T22:00:00Z', '客户 名': '王"小"明' },
  { orders: -2.5, status: 'repaid', born: '2026-11-05', seen: '2026-11-02T00:00:00Z' },
  { orders: 7.25, status: 'paid late', vip: true, born: '2026-10-31', seen: '2026-10-31T15:59:59Z', '客户 名': '张三' },
];

function flowOf(where: unknown): Flow {
  return {
    format: 'tierflow/flow@1',
    id: 'f',
    title: 'F',
    timeZone: 'Asia/Shanghai',
    data: { customers: { key: 'id', fields: [{ name: 'id', type: 'string' }, ...fields] } },
    nodes: [
      { id: 'src', kind: 'source', config: { data: 'customers' } },
      { id: 'f', kind: 'filter', config: { where: where as never, unknown: 'rest' } },
    ],
    edges: [{ from: 'src', to: 'f' }],
  };
}

async function answers(where: unknown): Promise<readonly string[]> {
  const { definition, diagnostics } = compile(flowOf(where), nodeKinds, {
    customers: { name: 'customers', key: 'id', fields: [{ name: 'id', type: 'string' }, ...fields] },
    collections: [],
  });
  const errors = diagnostics.filter((each) => each.severity === 'error');
  if (definition === undefined || errors.length > 0) throw new Error(JSON.stringify([where, errors]));
  return Promise.all(
    people.map(async (person, at) => {
      const table = tableOf(definition.input, [{ id: String(at), ...person }], 'Asia/Shanghai');
      const counted = nodeCounts(definition, await sweep(definition, table, { asOf: '2026-10-31' }))['f'];
      return counted?.unknown === 1 ? 'unknown' : counted?.out['match'] === 1 ? 'yes' : 'no';
    }),
  );
}

const values: Readonly<Record<ValueType, readonly (string | number | boolean)[]>> = {
  number: [3, -2.5, 0],
  string: ['paid', 'late', ''],
  boolean: [true, false],
  date: ['2026-10-31', '2024-01-31'],
  datetime: ['2026-10-31', '2024-01-31'],
};

function testsOf(field: string, type: ValueType): readonly FieldTest[] {
  return (Object.keys(operators) as Operator[])
    .filter((op) => (operators[op].types as readonly ValueType[]).includes(type === 'datetime' ? 'date' : type))
    .flatMap((op) => valuesFor(op, type).map((value): FieldTest => ({ field, op, ...(value === undefined ? {} : { value }) })));
}

function valuesFor(op: Operator, type: ValueType): readonly FieldTest['value'][] {
  const [first = 0, second = first] = values[type];
  const one = values[type].filter((value) => value !== '' || op === 'eq' || op === 'ne');
  return { none: [undefined], one, two: [[second, first]], list: [[first, second]], days: [1, 30] }[operators[op].value];
}

test.each(Object.entries(types))('every comparison of %s keeps its people as a formula, and comes back', async (field, type) => {
  for (const row of testsOf(field, type)) {
    const formula = formulaOf(row, type);
    expect(formula, JSON.stringify(row)).toBeDefined();
    expect(await answers({ expr: formula }), `${JSON.stringify(row)} as ${formula}`).toEqual(await answers(row));
    expect(rowOf(formula ?? '', typeOf), formula).toEqual({ row });
  }
});

test('a formula typed by hand comes back however it is spaced and quoted', () => {
  expect(rowOf('orders>=3', typeOf)).toEqual({ row: { field: 'orders', op: 'ge', value: 3 } });
  expect(rowOf(" $exists(status)?status in ['paid' , 'late'] ", typeOf)).toEqual({
    row: { field: 'status', op: 'in', value: ['paid', 'late'] },
  });
});

test('says why a formula cannot be a row', () => {
  expect(rowOf('status = "paid"', typeOf)).toEqual({ no: 'empties' });
  expect(rowOf('orders * 2 > 3', typeOf)).toEqual({ no: 'notSimple' });
  expect(rowOf('orders > 1 and vip', typeOf)).toEqual({ no: 'notSimple' });
  expect(rowOf('gone > 1', typeOf)).toEqual({ no: 'unknownColumn' });
  expect(rowOf('', typeOf)).toEqual({ no: 'notSimple' });
  expect(rowOf('status = "x', typeOf)).toEqual({ no: 'notSimple' });
});

test('a row that is not complete has no formula', () => {
  expect(formulaOf({ field: 'orders', op: 'ge' }, 'number')).toBeUndefined();
  expect(formulaOf({ field: 'status', op: 'ge', value: 'x' }, 'string')).toBeUndefined();
  expect(formulaOf({ field: 'status', op: 'endsWith', value: '' }, 'string')).toBeUndefined();
});
