// A law over random flows: whoever reaches a node that splits leaves it through exactly one way out.
import { compile, dataSchemaOf } from '@tierflow/compiler';
import type { Definition } from '@tierflow/definition';
import { nodeCounts, sweep, tableOf } from '@tierflow/evaluator';
import { fit as fitted } from '@tierflow/fitting';
import { type Flow, flowSchema } from '@tierflow/flow';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nodeKinds } from '../src/index.ts';

const fields = ['a', 'b', 'c'];
const data = { customers: { key: 'id', fields: fields.map((name) => ({ name, type: 'number' as const })) } };

const test = fc.record({
  field: fc.constantFrom(...fields),
  op: fc.constantFrom('lt', 'le', 'gt', 'ge', 'eq', 'ne', 'isEmpty'),
  value: fc.integer({ min: -2, max: 3 }),
});
const where = fc.oneof(
  test,
  fc.record({ all: fc.array(test, { maxLength: 3 }) }),
  fc.record({ any: fc.array(test, { maxLength: 3 }) }),
  fc.record({ not: test }),
);

type Splitter = { readonly kind: string; readonly config: object; readonly ports: readonly string[] };

const splitter: fc.Arbitrary<Splitter> = fc.oneof(
  fc.record({ where, unknown: fc.constantFrom('rest', 'match') }).map((config) => ({ kind: 'filter', config, ports: ['match', 'rest'] })),
  fc.array(where, { minLength: 1, maxLength: 3 }).map((conditions) => ({
    kind: 'switch',
    config: { cases: conditions.map((condition, at) => ({ id: `c${at}`, where: condition })) },
    ports: [...conditions.map((_, at) => `c${at}`), 'rest'],
  })),
  fc.uniqueArray(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 3 }).map((froms) => ({
    kind: 'tiers',
    config: { on: 'a', bands: froms.toSorted((x, y) => y - x).map((from, at) => ({ id: `t${at}`, from })) },
    ports: [...froms.map((_, at) => `t${at}`), 'unassigned'],
  })),
  fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 2 }).map((parts) => ({
    kind: 'tiers',
    config: { on: 'b', topShare: parts.map((part, at) => ({ id: `t${at}`, share: part / 100 })) },
    ports: [...parts.map((_, at) => `t${at}`), 'unassigned'],
  })),
  fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }).map((counts) => ({
    kind: 'tiers',
    config: { on: 'c', topCount: counts.map((count, at) => ({ id: `t${at}`, count })) },
    ports: [...counts.map((_, at) => `t${at}`), 'unassigned'],
  })),
);

/** Each node takes one to three ways out of nodes before it. */
const flow: fc.Arbitrary<Flow> = fc
  .array(fc.record({ node: splitter, inputs: fc.array(fc.tuple(fc.nat(20), fc.nat(5)), { minLength: 1, maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((drawn) => {
    const nodes = [
      { id: 'src', kind: 'source', config: { data: 'customers' } },
      ...drawn.map(({ node }, at) => ({ id: `n${at}`, kind: node.kind, config: node.config })),
    ];
    const ways = [['out'], ...drawn.map(({ node }) => node.ports)];
    const edges = drawn.flatMap(({ inputs }, at) =>
      inputs.map(([from, port]) => {
        const above = from % (at + 1);
        const ports = ways[above] ?? ['out'];
        return { from: above === 0 ? 'src' : `n${above - 1}`, port: ports[port % ports.length] ?? 'out', to: `n${at}` };
      }),
    );
    return flowSchema.parse({ format: 'tierflow/flow@1', id: 'law', title: 'Law', timeZone: 'UTC', data, nodes, edges });
  });

const value = fc.option(fc.integer({ min: -3, max: 4 }), { nil: null });
const rows = fc.array(fc.record({ a: value, b: value, c: value }), { minLength: 1, maxLength: 40 });

it('conserves people through every splitting node', async () => {
  await fc.assert(
    fc.asyncProperty(flow, rows, async (given, drawn) => {
      const { definition, diagnostics } = compile(given, nodeKinds, dataSchemaOf(given).schema);
      expect(diagnostics.filter((found) => found.severity === 'error')).toEqual([]);
      const table = tableOf(
        (definition as Definition).input,
        drawn.map((row, at) => ({ id: String(at), ...row })),
        'UTC',
      );
      const asOf = '2026-01-31';
      const frozen = (await fitted(definition as Definition, table, { asOf, generation: 'law' })).definition;
      const counts = nodeCounts(frozen, await sweep(frozen, table, { asOf }));
      for (const [id, node] of Object.entries(counts)) {
        expect(
          Object.values(node.out).reduce((sum, n) => sum + n, 0),
          id,
        ).toBe(node.in);
        expect(node.unknown).toBeLessThanOrEqual(node.in);
      }
    }),
    { numRuns: 150 },
  );
});
