// Formulas: generated code beside jsonata interpreted and JavaScript written by hand, one record after another. Every
// contestant has to give the interpreter's answers before it is timed.
import type { Collection, Column, Definition, Field, Json } from '@tierflow/definition';
import { functionsIn } from '@tierflow/definition';
import { columnReader, decider, sweep, sweepCache, type Table, tableOf } from '@tierflow/evaluator';
import { compileFormula, type FormulaScope } from '@tierflow/expression';
import jsonata from 'jsonata';
import { type Person, people, type Shape, shapes } from './formula-shapes.ts';
import { type Contestant, processorTime, timeInRounds } from './rounds.ts';

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

const asOf = '2024-06-30';

/** A definition whose decisions tell the formula's value: as a segment, a label or a score. */
function programOf(text: string): Definition {
  const { expr, type, diagnostics } = compileFormula(text, scope);
  if (expr === undefined || type === undefined) throw new Error(JSON.stringify(diagnostics));
  const answer: Column = { id: 'answer', node: 'n', type, expr };
  const asked = { name: 'answer', column: 'answer' };
  const yes: Column = { id: 'yes', node: 'n', type: 'boolean', mask: true, expr: { op: 'call', fn: 'isTrue', args: [expr] } };
  return {
    format: 'tierflow/definition@1',
    name: 'bench',
    title: { en: 'Bench' },
    version: 0,
    revision: 0,
    timeZone: 'UTC',
    requires: [...functionsIn(expr), 'isTrue'],
    input: { key: 'id', fields, collections: [orders] },
    fittedOn: { asOf, generation: 'g', rows: 1 },
    parameters: [],
    columns: type === 'boolean' ? [answer, yes] : [answer],
    nodes: [],
    outputs: {
      tiers: [],
      scores: type === 'number' ? [asked] : [],
      labels: type === 'string' ? [asked] : [],
      segments: type === 'boolean' ? [{ id: 'yes', title: { en: 'Yes' }, mask: 'yes' }] : [],
      playbooks: [],
    },
    vectors: [],
  };
}

/** People per number of orders: a table of many, a few for one record at a time, and fewer yet for the interpreter. */
const PEOPLE = { 10: { many: 50_000, few: 1000, fewest: 250 }, 100: { many: 5000, few: 200, fewest: 25 } } as const;
/** Calls of one timing of one record at a time. */
const CALLS = { 10: 20_000, 100: 4000 } as const;

interface Population {
  readonly few: readonly Person[];
  readonly fewest: readonly Person[];
  readonly table: Table;
}

function populationOf(lines: Shape['orders']): Population {
  const { many, few, fewest } = PEOPLE[lines];
  const all = people(many, lines);
  const table = tableOf({ key: 'id', fields, collections: [orders] }, all as unknown as readonly Json[], 'UTC');
  return { few: all.slice(0, few), fewest: all.slice(0, fewest), table };
}

/** Ways to the answer, as columns of the printed table. */
const ways = ['population', 'decision', 'column', 'trusted', 'by hand'] as const;
type Way = (typeof ways)[number];

/** Functions of one record by way; the decision's answer is taken out of it. */
function readersOf({ text, byHand }: Shape): { readonly [way in Exclude<Way, 'population'>]: (person: Person) => unknown } {
  const program = programOf(text);
  const { decide } = decider(program);
  const { scores, labels, segments } = program.outputs;
  return {
    decision: (person) => {
      const decision = decide(person);
      if (segments.length > 0) return decision.segments.length > 0;
      return scores.length > 0 ? decision.scores.answer : labels.length > 0 ? decision.labels.answer : undefined;
    },
    column: columnReader(program, 'answer', { asOf }),
    trusted: columnReader(program, 'answer', { asOf, trusted: true }),
    'by hand': byHand,
  };
}

/** Texts and truths are equal; numbers up to what the order of a sum may change. */
function same(a: unknown, b: unknown): boolean {
  return typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)) : a === b;
}

async function contestantsOf(shape: Shape, { few, fewest, table }: Population): Promise<readonly Contestant[]> {
  const expression = jsonata(shape.text);
  const readers = readersOf(shape);
  for (const person of fewest) {
    const expected: unknown = await expression.evaluate(person);
    for (const [way, read] of Object.entries(readers)) {
      const found = read(person);
      if (!same(found, expected)) throw new Error(`${shape.text} ${way}: ${found} instead of ${expected}`);
    }
  }
  const program = programOf(shape.text);
  const { code } = sweepCache();
  const turns = CALLS[shape.orders] / few.length;
  let seen: unknown;
  return [
    {
      name: 'jsonata',
      units: fewest.length,
      run: async () => {
        for (const person of fewest) seen = await expression.evaluate(person);
        return seen;
      },
    },
    // Warm code, no remembered columns: the rows are read again.
    {
      name: 'population',
      units: table.rows,
      run: () => sweep(program, table, { asOf, columns: ['answer'], cache: { ...sweepCache(), code } }),
    },
    ...Object.entries(readers).map(([name, read]) => ({
      name,
      units: CALLS[shape.orders],
      run: () => {
        for (let turn = 0; turn < turns; turn++) for (const person of few) seen = read(person);
        return seen;
      },
    })),
  ];
}

const times = (ratio: number): string => `${ratio < 100 ? ratio.toFixed(1) : Math.round(ratio)} ×`.padStart(12);
const geometricMean = (ratios: readonly number[]): number =>
  Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);

/**
 * Prints how many times as fast as the interpreter each shape is. population: the formula's code over typed columns. decision: one
 * record, read and checked, with a whole decision as the answer. column: one record, read and checked, its value alone. trusted: the
 * same record without checks, which is what the code by hand does. The last column is trusted against by hand, in time.
 */
export async function benchFormulas(rounds: number): Promise<void> {
  console.log('\nFormulas: times as fast as jsonata interpreted, processor time; people with 10 or 100 orders');
  const heads = [...ways, 'trusted/hand'].map((name) => name.padStart(12));
  console.log(`  ${''.padEnd(60)} ${'jsonata'.padStart(12)}${heads.join('')}`);
  const populations = { 10: populationOf(10), 100: populationOf(100) } as const;
  const ratios = new Map(ways.map((way) => [way, [] as number[]]));
  const beside: number[] = [];
  for (const shape of shapes) {
    const timings = await timeInRounds(await contestantsOf(shape, populations[shape.orders]), rounds, processorTime);
    const perSecond = (name: string): number => timings.find((timing) => timing.name === name)?.perSecond ?? Number.NaN;
    const base = perSecond('jsonata');
    for (const way of ways) ratios.get(way)?.push(perSecond(way) / base);
    beside.push(perSecond('by hand') / perSecond('trusted'));
    const cells = [...ways.map((way) => perSecond(way) / base), beside.at(-1) ?? Number.NaN].map(times);
    const interpreted = `${Math.round(base).toLocaleString('en')}/s`.padStart(12);
    console.log(
      `  ${`${shape.text.length > 54 ? `${shape.text.slice(0, 53)}…` : shape.text} [${shape.orders}]`.padEnd(60)} ${interpreted}${cells.join('')}`,
    );
  }
  const all = [...ways.map((way) => ratios.get(way) ?? []), beside];
  console.log(`  ${'geometric mean'.padEnd(60)} ${''.padStart(12)}${all.map((each) => times(geometricMean(each))).join('')}`);
  const worst = all.map((each, at) => times(at < ways.length ? Math.min(...each) : Math.max(...each)));
  console.log(`  ${'slowest'.padEnd(60)} ${''.padStart(12)}${worst.join('')}`);
}
