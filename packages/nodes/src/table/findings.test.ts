// Gaps and overlaps against people: a table is evaluated for random records, and what was found has to agree.
import { compile, dataSchemaOf } from '@tierflow/compiler';
import type { Definition, Json } from '@tierflow/definition';
import { decider } from '@tierflow/evaluator';
import { flowSchema } from '@tierflow/flow';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodeKinds } from '../index.ts';
import type { InputRange } from './analysis/axis.ts';
import { type BoxCells, tableFindings } from './analysis/findings.ts';
import { withRowCut, withRowForGap } from './analysis/repairs.ts';
import type { Cell, TableConfig, TableRow } from './config.ts';

const inputs: readonly InputRange[] = [
  { name: 'n', type: 'number' },
  { name: 'whole', type: 'number', decimals: 0 },
  { name: 'text', type: 'string' },
  { name: 'day', type: 'date' },
  { name: 'flag', type: 'boolean' },
];

const customers = {
  key: 'id',
  fields: inputs.map(({ name, type }) => ({ name, type })),
};

const numbers = [0, 1, 1.5, 2, 5];
const days = ['2025-01-01', '2025-01-02', '2025-03-31'];
const texts = ['A', 'B', 'C'];

const ends = ['low', 'high', 'both', undefined] as const;

function ordered(values: readonly (number | string)[]): fc.Arbitrary<Cell> {
  const value = fc.constantFrom(...values);
  return fc.oneof(
    fc.record({ op: fc.constantFrom('eq', 'ne', 'lt', 'le', 'gt', 'ge'), value }),
    fc
      .record({ low: value, high: value, open: fc.constantFrom(...ends) })
      .map(({ low, high, open }): Cell => ({ op: 'between', value: [low, high], ...(open === undefined ? {} : { open }) })),
  );
}

const listed = (values: readonly (number | string)[]): fc.Arbitrary<Cell> =>
  fc.record({ op: fc.constantFrom('in', 'notIn'), value: fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 }) });

const general = fc.constantFrom<Cell>(null, null, null, { op: 'isEmpty' }, { op: 'isNotEmpty' });

const cellOf = {
  n: fc.oneof(general, ordered(numbers), listed(numbers)),
  whole: fc.oneof(general, ordered(numbers)),
  text: fc.oneof(general, listed(texts), fc.record({ op: fc.constantFrom('eq', 'ne'), value: fc.constantFrom(...texts) })),
  day: fc.oneof(general, ordered(days)),
  flag: fc.oneof(general, fc.record({ op: fc.constantFrom('eq', 'ne'), value: fc.boolean() })),
} satisfies Record<string, fc.Arbitrary<Cell>>;

const tables = fc
  .record({
    rows: fc.array(fc.tuple(cellOf.n, cellOf.whole, cellOf.text, cellOf.day, cellOf.flag), { maxLength: 6 }),
    hit: fc.constantFrom('first', 'unique', 'collect'),
  })
  .map(
    ({ rows, hit }): TableConfig => ({
      inputs: inputs.map(({ name }) => ({ field: name })),
      outputs: [{ name: 'out', type: 'number' }],
      rows: rows.map((cells, at): TableRow => ({ id: `r${at + 1}`, cells, values: [at + 1] })),
      hit,
      separator: ', ',
    }),
  );

const maybe = <T>(values: readonly T[]): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...values) }, fc.constant(null));

const records = fc.record({
  n: maybe([-1, 0, 0.5, 1, 1.2, 1.5, 2, 3, 5, 9]),
  whole: maybe([-1, 0, 1, 2, 3, 5, 9]),
  text: maybe([...texts, 'D', '']),
  day: maybe([...days, '2024-12-31', '2025-02-01', '2025-06-01']),
  flag: maybe([true, false]),
});

type TableRecord = { readonly [name: string]: Json };

function definitionOf(config: TableConfig): Definition {
  const flow = flowSchema.parse({
    format: 'tierflow/flow@1',
    id: 'table',
    title: 'Table',
    timeZone: 'UTC',
    data: { customers },
    nodes: [
      { id: 'src', kind: 'source', config: { data: 'customers' } },
      { id: 'whole', kind: 'formula', config: { columns: [{ name: 'whole', expr: '$floor(whole)' }] } },
      { id: 'node', kind: 'table', config },
    ],
    edges: [
      { from: 'src', to: 'whole' },
      { from: 'whole', to: 'node' },
    ],
  });
  const { definition, diagnostics } = compile(flow, nodeKinds, dataSchemaOf(flow).schema);
  if (definition === undefined) throw new Error(JSON.stringify(diagnostics));
  return definition;
}

function hitsOf(config: TableConfig): (record: TableRecord) => readonly boolean[] {
  const one = decider(definitionOf(config), { mode: 'closures' });
  return (record) => {
    const { values } = one.values({ id: '1', ...record }, '2025-06-30');
    return config.rows.map((_, at) => values.get(`node.row${at + 1}`) === true);
  };
}

/** A box as the rows of a table of its own, so that the same evaluator says who is in it. */
function inBox(config: TableConfig, cells: BoxCells): (record: TableRecord) => boolean {
  const rows = cells
    .reduce<Cell[][]>((all, alternatives) => all.flatMap((row) => alternatives.map((cell) => [...row, cell])), [[]])
    .map((row, at) => ({ id: `b${at}`, cells: row, values: [1] }));
  const hits = hitsOf({ ...config, rows, hit: 'collect' });
  return (record) => hits(record).some(Boolean);
}

const some = fc.array(records, { minLength: 20, maxLength: 20 });

test('a person in a gap is hit by no row, and who is in none is hit by one', () => {
  fc.assert(
    fc.property(tables, some, (config, people) => {
      const { gaps, complete } = tableFindings(config, inputs);
      fc.pre(complete);
      const hits = hitsOf(config);
      const boxes = gaps.map(({ cells }) => inBox(config, cells));
      for (const person of people) {
        const open = boxes.filter((box) => box(person)).length;
        expect(open).toBe(hits(person).some(Boolean) ? 0 : 1);
      }
    }),
    { numRuns: 40 },
  );
});

test('rows told to overlap hit the people of the box told, and no others are hit twice', () => {
  fc.assert(
    fc.property(tables, some, (drawn, people) => {
      const config: TableConfig = { ...drawn, hit: 'unique' };
      const { overlaps } = tableFindings(config, inputs);
      const hits = hitsOf(config);
      const boxes = overlaps.map(({ first, second, cells }) => ({ first, second, holds: inBox(config, cells) }));
      for (const person of people) {
        const rows = hits(person);
        for (const { first, second, holds } of boxes) expect(holds(person)).toBe(rows[first] === true && rows[second] === true);
        const told = boxes.some(({ holds }) => holds(person));
        expect(told).toBe(rows.filter(Boolean).length > 1);
      }
    }),
    { numRuns: 40 },
  );
});

test('a row told never to be hit decides nobody', () => {
  fc.assert(
    fc.property(tables, some, (drawn, people) => {
      const config: TableConfig = { ...drawn, hit: 'first' };
      const dead = new Set(tableFindings(config, inputs).dead.map(({ row }) => row));
      const hits = hitsOf(config);
      for (const person of people) expect(dead.has(hits(person).indexOf(true))).toBe(false);
    }),
    { numRuns: 40 },
  );
});

test('a row added for a gap takes exactly its people, and a row cut away leaves the others with what they had', () => {
  fc.assert(
    fc.property(tables, some, (drawn, people) => {
      const config: TableConfig = { ...drawn, hit: 'unique' };
      const { gaps, overlaps } = tableFindings(config, inputs);
      const before = hitsOf(config);
      const [gap] = gaps;
      const filled = gap === undefined ? undefined : withRowForGap(config, gap);
      if (gap !== undefined && filled !== undefined) {
        const holds = inBox(config, gap.cells);
        const after = hitsOf({ ...config, rows: [...filled] });
        for (const person of people) expect(after(person).slice(config.rows.length).some(Boolean)).toBe(holds(person));
      }
      const [overlap] = overlaps;
      const cut = overlap === undefined ? undefined : withRowCut(config, inputs, overlap);
      if (overlap !== undefined && cut !== undefined) {
        const { first, second } = overlap;
        const after = hitsOf({ ...config, rows: [...cut] });
        const pieces = cut.length - config.rows.length + 1;
        for (const person of people) {
          const rows = before(person);
          const now = after(person).slice(second, second + pieces);
          expect(now.filter(Boolean).length).toBe(rows[second] === true && rows[first] !== true ? 1 : 0);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('whole numbers and known labels leave no gap between their values', () => {
  const config: TableConfig = {
    inputs: [{ field: 'orders' }, { field: 'tier' }],
    outputs: [{ name: 'out', type: 'number' }],
    rows: [
      { id: 'few', cells: [{ op: 'le', value: 5 }, null], values: [1] },
      {
        id: 'many',
        cells: [
          { op: 'ge', value: 6 },
          { op: 'in', value: ['gold', 'silver'] },
        ],
        values: [2],
      },
    ],
    hit: 'unique',
    separator: ', ',
  };
  const known: readonly InputRange[] = [
    { name: 'orders', type: 'number', decimals: 0 },
    { name: 'tier', type: 'string', values: ['gold', 'silver'] },
  ];
  expect(tableFindings(config, known).gaps.filter(({ missing }) => !missing)).toEqual([]);
  const open = tableFindings(config, [
    { name: 'orders', type: 'number' },
    { name: 'tier', type: 'string' },
  ]);
  expect(open.gaps.filter(({ missing }) => !missing).map(({ cells }) => cells)).toEqual([
    [[{ op: 'between', value: [5, 6], open: 'both' }], [null]],
    [[{ op: 'ge', value: 6 }], [{ op: 'notIn', value: ['gold', 'silver'] }]],
  ]);
});

test('a table too large to look through says so, in bounded time', () => {
  const config: TableConfig = {
    inputs: Array.from({ length: 20 }, (_, at) => ({ field: `f${at}` })),
    outputs: [{ name: 'out', type: 'number' }],
    rows: Array.from(
      { length: 200 },
      (_, at): TableRow => ({
        id: `r${at}`,
        cells: Array.from({ length: 20 }, (__, input): Cell => ({ op: 'ge', value: (at * 7 + input * 13) % 101 })),
        values: [1],
      }),
    ),
    hit: 'first',
    separator: ', ',
  };
  const wide = config.inputs.map(({ field = '' }): InputRange => ({ name: field, type: 'number' }));
  expect(tableFindings(config, wide).complete).toBe(false);
});
