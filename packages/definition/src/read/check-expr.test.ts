// Members of aggregates are held to the aggregate they stand in.
import { expect, test } from 'vitest';
import type { Expr, Json } from '../types.ts';
import { readDefinition } from './read-definition.ts';

const line = (name: string): Expr => ({ op: 'line', name });

function definitionOf(expr: Expr): Json {
  return {
    format: 'tierflow/definition@1',
    name: 'n',
    title: { en: 'N' },
    version: 0,
    revision: 0,
    timeZone: 'Asia/Shanghai',
    requires: expr.op === 'aggregate' ? [expr.fn] : [],
    input: {
      key: 'id',
      fields: [{ name: 'id', type: 'string' }],
      collections: [{ name: 'orders', fields: [{ name: 'amount', type: 'number' }] }],
    },
    fittedOn: { asOf: '2024-06-30', generation: 'g', rows: 1 },
    parameters: [],
    columns: [{ id: 'c', node: 'n', type: 'number', expr: expr as unknown as Json }],
    nodes: [],
    outputs: { tiers: [], scores: [], labels: [], segments: [], playbooks: [] },
    vectors: [],
  };
}

test.each<[Expr, readonly string[]]>([
  [{ op: 'aggregate', fn: 'first', from: 'orders', value: line('amount'), by: line('amount'), at: 2, descending: true }, []],
  [{ op: 'aggregate', fn: 'sum', from: 'orders', value: line('amount'), at: 2 }, ['/columns/0/expr/at']],
  [{ op: 'aggregate', fn: 'max', from: 'orders', value: line('amount'), descending: true }, ['/columns/0/expr/descending']],
  [{ op: 'aggregate', fn: 'last', from: 'orders', value: line('amount'), by: line('amount'), at: -1 }, ['/columns/0/expr/at']],
])('%j', (expr, pointers) => {
  const read = readDefinition(definitionOf(expr));
  expect(read.ok ? [] : read.faults.map(({ pointer }) => pointer)).toEqual(pointers);
});
