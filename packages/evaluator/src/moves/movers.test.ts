import type { Column, Definition, Expr } from '@tierflow/definition';
import { expect, test } from 'vitest';
import { decider } from '../decider.ts';
import type { KnownField } from './line-maker.ts';
import { type MoverOptions, mover } from './movers.ts';
import type { KnownPopulation } from './moves.ts';

const asOf = '2026-03-01';
const field = (name: string): Expr => ({ op: 'field', name });
const column = (id: string): Expr => ({ op: 'column', id });
const literal = (value: boolean | number | string): Expr => ({ op: 'literal', value });
const call = (fn: string, ...args: readonly Expr[]): Expr => ({ op: 'call', fn, args });
const atLeast = (value: Expr, from: number): Expr => call('isTrue', call('ge', value, literal(from)));
const number = (id: string, expr: Expr): Column => ({ id, node: 'n', type: 'number', expr });
const orders = { op: 'aggregate', from: 'orders' } as const;
const spent: Expr = { ...orders, fn: 'sum', value: { op: 'line', name: 'amount' } };

/** Tiers a and b by two conditions, after some columns. */
function tiersBy(a: Expr, b: Expr, columns: readonly Column[] = []): Definition {
  const mask = (id: string, expr: Expr): Column => ({ id, node: 'tiers', type: 'boolean', mask: true, expr });
  return {
    format: 'tierflow/definition@1',
    name: 'test',
    title: { en: 'test' },
    version: 0,
    revision: 0,
    timeZone: 'Asia/Shanghai',
    requires: [],
    input: {
      key: 'id',
      fields: [
        { name: 'id', type: 'string' },
        { name: 'x', type: 'number' },
        { name: 'y', type: 'number' },
        { name: 'level', type: 'string' },
        { name: 'agreed', type: 'boolean' },
        { name: 'since', type: 'date' },
        { name: '$previous', type: 'string' },
      ],
      collections: [
        {
          name: 'orders',
          time: 'at',
          fields: [
            { name: 'at', type: 'datetime' },
            { name: 'amount', type: 'number' },
            { name: 'status', type: 'string' },
            { name: 'order', type: 'string' },
          ],
        },
      ],
    },
    fittedOn: { asOf, generation: '1', rows: 0 },
    parameters: [],
    columns: [
      ...columns,
      mask('a', a),
      mask('b', call('and', call('not', column('a')), b)),
      mask('none', call('not', call('or', column('a'), column('b')))),
    ],
    nodes: [],
    outputs: {
      tiers: [
        {
          node: 'tiers',
          bands: [
            { id: 'A', title: { en: 'A' }, mask: 'a' },
            { id: 'B', title: { en: 'B' }, mask: 'b' },
          ],
          unassigned: 'none',
        },
      ],
      scores: [],
      labels: [],
      segments: [],
      playbooks: [],
    },
    vectors: [],
  };
}

type KnownFields = { readonly [name: string]: KnownField };

/** What is known of fields, and of the lines of orders. */
function knownOf(fields: KnownFields, lines: KnownFields = {}, most = 100): { readonly known: KnownPopulation } {
  return { known: { field: (name) => fields[name], lines: () => ({ field: (name) => lines[name], most }) } };
}

function toldOf(definition: Definition, record: object, options: Partial<MoverOptions> = {}) {
  const both = (['closures', 'generated'] as const).map((mode) => mover(definition, { asOf, mode, ...options }).explain(record));
  expect(both[0]).toEqual(both[1]);
  const told = both[0];
  if (told === undefined) throw new Error('nothing told');
  return { ...told, of: (name: string) => told.moves.find(({ lever }) => ('field' in lever ? lever.field : lever.collection) === name) };
}

test('a number compared with constants goes to the very place where the tier begins, on its own grid', () => {
  const definition = tiersBy(atLeast(field('x'), 44.5), atLeast(field('x'), 30));
  expect(toldOf(definition, { x: 12.25 }).of('x')).toMatchObject({
    from: 12.25,
    next: { tier: 'B', to: 30, size: 17.75 },
    top: { tier: 'A', to: 44.5, size: 32.25 },
  });
  expect(toldOf(definition, { x: 31 }).of('x')).toMatchObject({ next: { tier: 'A', to: 44.5, size: 13.5 }, top: null });
  const whole = knownOf({ x: { decimals: 0, max: 50 } });
  expect(toldOf(definition, { x: 31 }, whole).of('x')?.next).toEqual({ tier: 'A', to: 45, size: 14 });
});

test('a bound that the data shows keeps impossible values away', () => {
  const definition = tiersBy(atLeast(field('x'), 5.5), atLeast(field('x'), 3));
  const known = knownOf({ x: { min: 1, max: 5, decimals: 0 } });
  expect(toldOf(definition, { x: 4 }, known).of('x')).toMatchObject({ next: null, top: null });
  expect(toldOf(definition, { x: 1 }, known).of('x')).toMatchObject({ next: { tier: 'B', to: 3 }, top: null });
});

test('downwards where less is better, and the nearer side where both would do', () => {
  const fewer = tiersBy(call('isTrue', call('lt', field('x'), literal(2))), call('isTrue', call('lt', field('x'), literal(6))));
  expect(toldOf(fewer, { x: 9 }).of('x')).toMatchObject({ next: { tier: 'B', to: 5, size: 4 }, top: { tier: 'A', to: 1 } });
  const ends = tiersBy(literal(false), call('or', call('lt', field('x'), literal(10)), call('gt', field('x'), literal(90))));
  expect(toldOf(ends, { x: 30 }).of('x')?.next).toEqual({ tier: 'B', to: 9, size: 21 });
  expect(toldOf(ends, { x: 70 }).of('x')?.next).toEqual({ tier: 'B', to: 91, size: 21 });
});

test('through arithmetic the boundary is found by halving: one step less does not do', () => {
  const score = number('score', call('add', call('mul', field('x'), literal(0.37)), call('mul', field('y'), literal(1.1))));
  const definition = tiersBy(atLeast(column('score'), 1000), atLeast(column('score'), 412.7), [score]);
  const record = { x: 100, y: 7.31 };
  const { decide } = decider(definition);
  for (const name of ['x', 'y'] as const) {
    const move = toldOf(definition, record).of(name);
    const to = move?.next?.to as number;
    const step = name === 'x' ? 1 : 0.01;
    expect(decide({ ...record, [name]: to }).tier).toBe('B');
    expect(decide({ ...record, [name]: Number((to - step).toFixed(2)) }).tier).toBe(null);
    const top = move?.top?.to as number;
    expect(decide({ ...record, [name]: top }).tier).toBe('A');
    expect(decide({ ...record, [name]: Number((top - step).toFixed(2)) }).tier).toBe('B');
  }
});

test('texts and yes or no change to what the rules name, where they are allowed to change', () => {
  const named = call('in', call('trim', field('level')), { op: 'list', values: ['gold', 'black'] });
  const definition = tiersBy(call('eq', field('level'), literal('black')), call('or', named, call('isTrue', field('agreed'))));
  const record = { level: 'none', agreed: false };
  expect(toldOf(definition, record).moves.map(({ actionable, next }) => [actionable, next])).toEqual([
    [false, null],
    [false, null],
  ]);
  const all = toldOf(definition, record, { actionable: () => true });
  expect(all.of('level')).toMatchObject({ next: { tier: 'B', to: 'gold', size: null }, top: { tier: 'A', to: 'black' } });
  expect(all.of('agreed')).toMatchObject({ from: false, next: { tier: 'B', to: true }, top: null });
});

test('more lines of the usual kind, and one more line of some amount', () => {
  const definition = tiersBy(atLeast(spent, 1000), atLeast(spent, 500));
  const at = '2026-02-01T04:00:00Z';
  const told = toldOf(definition, {
    orders: [
      { at, amount: 40 },
      { at, amount: 90 },
      { at, amount: 100 },
    ],
  });
  expect(told.moves.map(({ lever, next, top }) => [lever.kind, next, top])).toEqual([
    ['lines', { tier: 'B', to: 3, size: 3 }, { tier: 'A', to: 9, size: 9 }],
    ['amount', { tier: 'B', to: 270, size: 270 }, { tier: 'A', to: 770, size: 770 }],
  ]);
  expect(told.of('orders')?.line).toEqual({ values: { at: '2026-03-01T12:00:00.000Z', amount: 90 }, of: 'own', apart: false });
  const known = knownOf({}, { amount: { usual: 60, max: 400, decimals: 0 } }, 20);
  const new_ = toldOf(definition, { orders: [] }, known);
  expect(new_.of('orders')).toMatchObject({ next: { tier: 'B', to: 9 }, line: { of: 'population' } });
  expect(new_.of('amount')?.next).toBe(null);
});

test('a new line has a new number where numbers are counted once, a day of its own where days are, and a text the rules ask for', () => {
  const bills: Expr = {
    ...orders,
    fn: 'distinct',
    value: { op: 'line', name: 'order' },
    where: call('eq', { op: 'line', name: 'status' }, literal('paid')),
  };
  const days: Expr = { ...orders, fn: 'distinct', value: call('dateOf', { op: 'line', name: 'at' }) };
  const lines = [{ at: '2026-02-01T04:00:00Z', order: '1', status: 'cancelled' }];
  const counted = toldOf(tiersBy(atLeast(bills, 9), atLeast(bills, 2)), { orders: lines });
  expect(counted.of('orders')).toMatchObject({
    next: { tier: 'B', to: 2 },
    top: { tier: 'A', to: 9 },
    line: { values: { status: 'paid' } },
  });
  const dated = toldOf(tiersBy(atLeast(days, 9), atLeast(days, 3)), { orders: lines });
  expect(dated.of('orders')).toMatchObject({ next: { tier: 'B', to: 2 }, line: { apart: true } });
});

test('the best tier is told as such, with what it takes to lose it', () => {
  const last: Expr = { ...orders, fn: 'max', value: call('dateOf', { op: 'line', name: 'at' }) };
  const since = call('isTrue', call('le', call('daysBetween', last, { op: 'asOf' }), literal(30)));
  const definition = tiersBy(call('and', atLeast(field('x'), 10), since), literal(true));
  const told = toldOf(definition, { x: 12.5, orders: [{ at: '2026-02-20T04:00:00Z' }] });
  expect(told).toMatchObject({ tier: 'A', best: true, days: 22 });
  expect(told.moves.map(({ next }) => next)).toEqual([null, null]);
  expect(told.falls).toMatchObject([{ lever: { field: 'x' }, next: { tier: 'B', to: 9.9, size: 2.6 } }]);
});

test('a missing number is filled in with the usual value first, as an example', () => {
  const definition = tiersBy(atLeast(field('x'), 100), atLeast(field('x'), 10));
  const known = knownOf({ x: { usual: 42, min: 0, max: 500, decimals: 0 } });
  expect(toldOf(definition, {}, known).of('x')).toMatchObject({ from: null, next: { tier: 'B', to: 42, size: null }, example: true });
  expect(toldOf(definition, {}).of('x')).toMatchObject({ next: { tier: 'B', to: 10 }, example: true });
});

test('days, the key and reserved fields are no levers; a record that is odd is no error', () => {
  const all = ['id', 'level', '$previous'].map((name) => call('eq', field(name), literal('v')));
  const old = call('isTrue', call('lt', field('since'), { op: 'date', value: '2020-01-01' }));
  const definition = tiersBy(call('or', all[0] as Expr, all[1] as Expr), call('or', all[2] as Expr, old));
  expect(mover(definition, { asOf }).levers.map(({ lever }) => lever)).toEqual([{ kind: 'value', field: 'level' }]);
  for (const record of [null, 7, [], { x: 'text', orders: 'none' }, { orders: [1, null, 'a'] }]) {
    const { tier } = mover(tiersBy(atLeast(spent, 5), atLeast(field('x'), 3)), { asOf }).explain(record);
    expect(tier).toBe(null);
  }
});
