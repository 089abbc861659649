// Formulas: generated code beside jsonata interpreted and JavaScript written by hand, one record after another.
import type { Collection, Definition, Field, Json } from '@tierflow/definition';
import { functionsIn } from '@tierflow/definition';
import { decider, sweep, type Table, tableOf } from '@tierflow/evaluator';
import { compileFormula, type FormulaScope } from '@tierflow/expression';
import jsonata from 'jsonata';
import { seeded } from '../generate/random.ts';
import { type Timing, timeInRounds } from './rounds.ts';

interface Order {
  readonly amount: number;
  readonly qty: number;
  readonly status: string;
}

interface Person {
  readonly id: string;
  readonly age: number;
  readonly spend: number;
  readonly visits: number;
  readonly name: string;
  readonly country: string;
  readonly orders: readonly Order[];
}

interface Shape {
  readonly text: string;
  /** Orders of each person. */
  readonly orders: 10 | 100;
  readonly byHand: (person: Person) => unknown;
}

const sum = (values: readonly number[]): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

const one = (text: string, byHand: Shape['byHand']): readonly Shape[] => [{ text, orders: 10, byHand }];
const both = (text: string, byHand: Shape['byHand']): readonly Shape[] => [
  { text, orders: 10, byHand },
  { text, orders: 100, byHand },
];

const shapes: readonly Shape[] = [
  ...one('age >= 18', (p) => p.age >= 18),
  ...one(
    'age >= 18 and age < 65 and spend > 100 and country = "CN"',
    (p) => p.age >= 18 && p.age < 65 && p.spend > 100 && p.country === 'CN',
  ),
  ...one('spend >= 800 ? "A" : spend >= 600 ? "B" : spend >= 400 ? "C" : spend >= 200 ? "D" : "E"', (p) =>
    p.spend >= 800 ? 'A' : p.spend >= 600 ? 'B' : p.spend >= 400 ? 'C' : p.spend >= 200 ? 'D' : 'E',
  ),
  ...one('spend * 0.3 + visits * 2 - age / 10', (p) => p.spend * 0.3 + p.visits * 2 - p.age / 10),
  ...one('($a := spend * 2; $b := $a + visits; $c := $b - age; $c * $a)', (p) => {
    const a = p.spend * 2;
    return (a + p.visits - p.age) * a;
  }),
  ...one(
    'country in ["CN", "US", "DE", "FR"]',
    (p) => p.country === 'CN' || p.country === 'US' || p.country === 'DE' || p.country === 'FR',
  ),
  ...one('$uppercase($substring(name, 0, 3)) & "-" & country', (p) => `${p.name.slice(0, 3).toUpperCase()}-${p.country}`),
  ...one('$round(spend / 3, 2)', (p) => Math.round((p.spend / 3) * 100) / 100),
  ...one('$contains(name, "ar") or $length(name) > 8', (p) => p.name.includes('ar') || p.name.length > 8),
  ...one('$lookup({"CN": 3, "US": 2, "DE": 1}, country) ?? 0', (p) => ({ CN: 3, US: 2, DE: 1 })[p.country] ?? 0),
  ...both('$sum(orders.amount)', (p) => sum(p.orders.map((order) => order.amount))),
  ...both('$count(orders[amount > 100])', (p) => p.orders.filter((order) => order.amount > 100).length),
  ...both('$sum(orders[status = "paid"].(amount * qty))', (p) =>
    sum(p.orders.filter((order) => order.status === 'paid').map((order) => order.amount * order.qty)),
  ),
  ...one(
    '$max(orders.amount) - $min(orders.amount)',
    (p) => Math.max(...p.orders.map((o) => o.amount)) - Math.min(...p.orders.map((o) => o.amount)),
  ),
];

const fields: readonly Field[] = [
  { name: 'id', type: 'string' },
  { name: 'age', type: 'number' },
  { name: 'spend', type: 'number' },
  { name: 'visits', type: 'number' },
  { name: 'name', type: 'string' },
  { name: 'country', type: 'string' },
];
const orders: Collection = {
  name: 'orders',
  fields: [
    { name: 'amount', type: 'number' },
    { name: 'qty', type: 'number' },
    { name: 'status', type: 'string' },
  ],
};
const scope: FormulaScope = {
  column: (name) => {
    const field = fields.find((candidate) => candidate.name === name);
    return field === undefined ? undefined : { type: field.type, expr: { op: 'field', name } };
  },
  collection: (name) => (name === 'orders' ? orders : undefined),
  names: () => [...fields.map(({ name }) => name), 'orders'],
};

function people(count: number, lines: number): readonly Person[] {
  const { next: random, pick } = seeded(7);
  return Array.from({ length: count }, (_, at) => ({
    id: `c${at}`,
    age: 10 + Math.floor(random() * 70),
    spend: Math.floor(random() * 100_000) / 100,
    visits: Math.floor(random() * 30),
    name: pick(['margaret', 'john', 'li wei', 'barbara jane', 'omar']),
    country: pick(['CN', 'US', 'DE', 'BR', 'FR']),
    orders: Array.from({ length: lines }, () => ({
      amount: Math.floor(random() * 20_000) / 100,
      qty: 1 + Math.floor(random() * 5),
      status: pick(['paid', 'open']),
    })),
  }));
}

function programOf(text: string): Definition {
  const { expr, type, diagnostics } = compileFormula(text, scope);
  if (expr === undefined || type === undefined) throw new Error(JSON.stringify(diagnostics));
  return {
    format: 'tierflow/definition@1',
    name: 'bench',
    title: { en: 'Bench' },
    version: 0,
    revision: 0,
    timeZone: 'UTC',
    requires: [...functionsIn(expr)],
    input: { key: 'id', fields, collections: [orders] },
    fittedOn: { asOf: '2024-06-30', generation: 'g', rows: 1 },
    parameters: [],
    columns: [{ id: 'answer', node: 'n', type, expr }],
    nodes: [],
    outputs: { tiers: [], scores: [], labels: [], segments: [], playbooks: [] },
    vectors: [],
  };
}

/** Enough calls that one timing is worth something, and few enough that it is short. */
const RECORDS = { 10: 100_000, 100: 10_000 } as const;
const INTERPRETED = { 10: 400, 100: 40 } as const;

interface Population {
  readonly all: readonly Person[];
  readonly table: Table;
}

function populationOf(lines: Shape['orders']): Population {
  const all = people(RECORDS[lines], lines);
  return { all, table: tableOf({ key: 'id', fields, collections: [orders] }, all as unknown as readonly Json[], 'UTC') };
}

async function timeShape({ text, orders: lines, byHand }: Shape, { all, table }: Population, rounds: number): Promise<readonly Timing[]> {
  const few = all.slice(0, INTERPRETED[lines]);
  const expression = jsonata(text);
  const program = programOf(text);
  const { values } = decider(program);
  const decided = all.slice(0, RECORDS[lines] / 10);
  let seen: unknown;
  const timings = await timeInRounds(
    [
      {
        name: 'jsonata',
        units: few.length,
        run: async () => {
          for (const person of few) seen = await expression.evaluate(person);
        },
      },
      {
        name: 'record',
        units: decided.length,
        run: () => {
          for (const person of decided) seen = values(person, '2024-06-30');
        },
      },
      { name: 'sweep', units: all.length, run: () => sweep(program, table, { asOf: '2024-06-30', columns: ['answer'] }) },
      {
        name: 'hand',
        units: all.length,
        run: () => {
          for (const person of all) seen = byHand(person);
        },
      },
    ],
    rounds,
  );
  if (seen === Symbol.iterator) throw new Error('never');
  return timings;
}

/** Prints how many times as fast as the interpreter each shape is: the formula's own code over a population, and one record. */
export async function benchFormulas(rounds: number): Promise<void> {
  console.log('\nFormulas: times as fast as jsonata interpreted (code over a population; one record with its reading; by hand)');
  const populations = { 10: populationOf(10), 100: populationOf(100) } as const;
  const logs = { sweep: 0, record: 0, hand: 0 };
  let least = Number.POSITIVE_INFINITY;
  for (const shape of shapes) {
    const timings = new Map((await timeShape(shape, populations[shape.orders], rounds)).map((timing) => [timing.name, timing.perSecond]));
    const base = timings.get('jsonata') ?? Number.NaN;
    const ratio = (name: string): number => (timings.get(name) ?? Number.NaN) / base;
    for (const name of ['sweep', 'record', 'hand'] as const) logs[name] += Math.log(ratio(name));
    least = Math.min(least, ratio('sweep'));
    const cells = ['sweep', 'record', 'hand'].map((name) => `${ratio(name).toFixed(ratio(name) < 100 ? 1 : 0)} ×`.padStart(10));
    const interpreted = `${Math.round(base).toLocaleString('en')}/s`.padStart(12);
    console.log(`  ${`${shape.text} [${shape.orders}]`.slice(0, 72).padEnd(72)} ${interpreted} ${cells.join('')}`);
  }
  const mean = (name: 'sweep' | 'record' | 'hand'): string => `${Math.exp(logs[name] / shapes.length).toFixed(0)} ×`.padStart(10);
  console.log(`  ${'geometric mean'.padEnd(72)} ${''.padStart(12)} ${mean('sweep')}${mean('record')}${mean('hand')}`);
  console.log(`  slowest shape: ${least.toFixed(1)} ×`);
}
