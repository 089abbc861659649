// The customer on whom every example of the reference is asked: the schema, the four orders, the as-of day, and what all
// evaluators and jsonata answer.
import { type Collection, type Field, formatDay, type Json } from '@tierflow/definition';
import { decider, sweep, tableOf } from '@tierflow/evaluator';
import jsonata from 'jsonata';
import { type CompiledFormula, compileFormula, functionDocs } from '../../src/index.ts';
import { columnValue } from '../column-value.ts';
import { programOf, scopeFor } from '../scope.ts';

export const asOf = '2024-06-30';
export const zone = 'Asia/Shanghai';

export const exampleFields: readonly Field[] = [
  { name: 'id', type: 'string' },
  { name: 'name', type: 'string' },
  { name: 'city', type: 'string' },
  { name: 'phone', type: 'string' },
  { name: 'email', type: 'string' },
  { name: 'level', type: 'string' },
  { name: 'tags', type: 'string' },
  { name: 'code', type: 'string' },
  { name: 'note', type: 'string' },
  { name: 'spend', type: 'number' },
  { name: 'balance', type: 'number' },
  { name: 'points', type: 'number' },
  { name: 'visits', type: 'number' },
  { name: 'vip', type: 'boolean' },
  { name: 'birthday', type: 'date' },
  { name: 'joined', type: 'date' },
  { name: 'last_order', type: 'date' },
  { name: 'seen_at', type: 'datetime' },
  { name: '城市', type: 'string' },
  { name: 'annual income', type: 'number' },
  { name: 'address.zip', type: 'string' },
  { name: 'address.city', type: 'string' },
];

export const exampleOrders: Collection = {
  name: 'orders',
  time: 'day',
  fields: [
    { name: 'day', type: 'date' },
    { name: 'sku', type: 'string' },
    { name: 'status', type: 'string' },
    { name: 'amount', type: 'number' },
    { name: 'qty', type: 'number' },
  ],
};

export const orders: readonly { readonly [field: string]: string | number }[] = [
  { day: '2024-03-05', sku: 'A-1', status: 'paid', amount: 120, qty: 2 },
  { day: '2024-05-20', sku: 'B-7', status: 'refunded', amount: 80, qty: 1 },
  { day: '2024-06-18', sku: 'A-1', status: 'paid', amount: 310, qty: 1 },
  { day: '2024-06-25', sku: 'C-3', status: 'open', qty: 1 },
];

type Row = { readonly [field: string]: Json };
export type Outcome = { readonly answer: Json } | { readonly error: string };

const scope = scopeFor(exampleFields, [exampleOrders]);
const input = { fields: exampleFields, collections: [exampleOrders] };

export const compileExample = (formula: string): CompiledFormula => compileFormula(formula, scope);

/** What the three evaluators answer: closures, generated code, sweep. */
export async function answersOf(formula: string, on: Row = {}): Promise<readonly Outcome[]> {
  const compiled = compileExample(formula);
  const program = programOf(compiled, input);
  const record = { id: 'c', orders, ...on };
  const said = (value: Json): Json => (compiled.type === 'date' && typeof value === 'number' ? formatDay(value) : value);
  const single = (['closures', 'generated'] as const).map((mode): Outcome => {
    const { values, notes } = decider(program, { mode }).values(record, asOf);
    const error = notes.find(({ at }) => at === 'answer')?.code;
    return error === undefined ? { answer: said(values.get('answer') ?? null) } : { error };
  });
  const swept = await sweep(program, tableOf(program.input, [record], program.timeZone), { asOf, columns: ['answer'] });
  const [first] = single;
  const column = said(columnValue(swept.columns['answer'], 0));
  // A sweep of columns tells values, not why there is none.
  return [...single, first !== undefined && 'error' in first && column === null ? first : { answer: column }];
}

/** What jsonata answers: a value (null for nothing), `not finite`, or its code of an error. */
export async function jsonataAnswer(formula: string, on: Row = {}): Promise<Outcome> {
  try {
    const value: unknown = await jsonata(formula, { timeout: 1_000 }).evaluate(nested({ orders: structuredClone(orders), ...on }));
    if (typeof value === 'number' && !Number.isFinite(value)) return { error: 'not finite' };
    return { answer: JSON.parse(JSON.stringify(value ?? null)) as Json };
  } catch (error) {
    return { error: String((error as { readonly code?: string }).code) };
  }
}

/** `address.zip` as jsonata reads it: a field of an object. */
function nested(record: object): object {
  const made: { [name: string]: unknown } = {};
  for (const [name, value] of Object.entries(record)) {
    const [outer = '', inner] = name.split('.');
    if (inner === undefined) made[name] = value;
    else made[outer] = { ...(made[outer] as object | undefined), [inner]: value };
  }
  return made;
}

/** Names of the functions that jsonata does not have. */
export async function ownFunctions(): Promise<ReadonlySet<string>> {
  const found = await Promise.all(
    functionDocs().map(async ({ name }) => ((await jsonata(`$exists(${name})`).evaluate({})) === true ? [] : [name])),
  );
  return new Set(found.flat());
}
