import type { Definition, Expr } from '@tierflow/definition';
import { decider, sweep, tableOf } from '@tierflow/evaluator';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fit as fitDefinition } from './fit.ts';

const call = (fn: string, ...args: Expr[]): Expr => ({ op: 'call', fn, args });
const column = (id: string): Expr => ({ op: 'column', id });

/** Quintiles of x, then the mean of the bins on the upper half: the second fit needs the first. */
const definition: Definition = {
  format: 'tierflow/definition@1',
  name: 'two-fits',
  title: { en: 'Two fits' },
  version: 0,
  revision: 0,
  timeZone: 'UTC',
  requires: ['bin', 'exists', 'gt'],
  input: {
    key: 'id',
    fields: [
      { name: 'id', type: 'string' },
      { name: 'x', type: 'number' },
    ],
    collections: [],
  },
  fittedOn: null,
  parameters: [
    { id: 'n.mean', node: 'n', value: null, fit: { estimator: 'mean', of: ['n.bin'], where: 'n:upper', options: {} } },
    { id: 'n.cuts', node: 'n', value: null, fit: { estimator: 'quantileCuts', of: ['n.x'], options: { bins: 5 } } },
  ],
  columns: [
    { id: 'n.x', node: 'n', type: 'number', expr: { op: 'field', name: 'x' } },
    { id: 'n.bin', node: 'n', type: 'number', expr: call('bin', { op: 'field', name: 'x' }, { op: 'parameter', id: 'n.cuts' }) },
    {
      id: 'n:upper',
      node: 'n',
      type: 'boolean',
      mask: true,
      expr: call('isTrue', call('ge', column('n.bin'), { op: 'literal', value: 3 })),
    },
    {
      id: 'n:above',
      node: 'n',
      type: 'boolean',
      mask: true,
      expr: call('isTrue', call('gt', column('n.bin'), { op: 'parameter', id: 'n.mean' })),
    },
  ],
  nodes: [],
  outputs: { tiers: [], scores: [{ name: 'bin', column: 'n.bin' }], labels: [], segments: [], playbooks: [] },
  vectors: [],
};

const options = { asOf: '2026-01-01', generation: '1' };
const tableFor = (values: readonly (number | null)[]) =>
  tableOf(
    definition.input,
    values.map((x, id) => ({ id: String(id), x })),
    'UTC',
  );

test('a parameter is fitted after those it needs, whatever their order in the file', async () => {
  const { definition: fitted } = await fitDefinition(definition, tableFor(Array.from({ length: 100 }, (_, at) => at + 1)), options);
  expect(fitted.parameters.map((parameter) => parameter.value)).toEqual([4, [20, 40, 60, 80]]);
  expect(fitted.fittedOn).toEqual({ asOf: '2026-01-01', generation: '1', rows: 100 });
});

test('a fitted definition decides one record without data, as the sweep does on the population', async () => {
  const values = [5, null, 3, 8, 8, 1, 2, 9, 4, 6];
  const table = tableFor(values);
  const { definition: fitted } = await fitDefinition(definition, table, options);
  const { decide } = decider(fitted);
  const above = (await sweep(fitted, table, { asOf: '2026-01-01' })).counts['n:above'];
  const mean = fitted.parameters[0]?.value as number;
  expect(values.filter((x) => (decide({ id: 'one', x }).scores.bin ?? 0) > mean).length).toBe(above);
});

test('the fit does not depend on the order of rows', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true })), { minLength: 1, maxLength: 40 }),
      async (values) => {
        const one = await fitDefinition(definition, tableFor(values), options);
        const other = await fitDefinition(definition, tableFor(values.toReversed()), options);
        expect(other.definition.parameters).toEqual(one.definition.parameters);
      },
    ),
    { numRuns: 40 },
  );
});

test('a fit that sees nobody warns and still gives a definition that runs', async () => {
  const { definition: fitted, warnings } = await fitDefinition(definition, tableFor([null, null]), options);
  expect(warnings.map((warning) => warning.code)).toEqual(['fit.no-data', 'fit.no-data']);
  expect(decider(fitted).decide({ id: 'a', x: 3 }).scores.bin).toBe(1);
});
