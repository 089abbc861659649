// Clusters against the best known sums of squares on Fisher's irises. Reads the folder named by TIERFLOW_REAL_DATA; without it the tests are
// skipped, and say so.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, dataSchemaOf } from '@tierflow/compiler';
import type { Definition } from '@tierflow/definition';
import { decider, sweep, tableOf } from '@tierflow/evaluator';
import { fit as fitted } from '@tierflow/fitting';
import { flowSchema } from '@tierflow/flow';
import { describe, expect, it } from 'vitest';
import { nodeKinds } from '../src/index.ts';

const folder = process.env['TIERFLOW_REAL_DATA'] ?? '';
const there = folder !== '' && existsSync(join(folder, 'data', 'iris', 'iris.csv'));
const why = there ? '' : ' (skipped: TIERFLOW_REAL_DATA names no folder with data and oracles)';

const measures = ['sepal_length', 'sepal_width', 'petal_length', 'petal_width'];
const asOf = '2026-01-31';

type Flower = { readonly [name: string]: string | number };

function flowers(): readonly Flower[] {
  const [head = '', ...lines] = readFileSync(join(folder, 'data', 'iris', 'iris.csv'), 'utf8')
    .trim()
    .split('\n');
  const names = head.trim().split(',');
  return lines.map((line, at) => {
    const cells = line.trim().split(',');
    const read = (name: string): string | number => (measures.includes(name) ? Number(cells[names.indexOf(name)]) : '');
    return { id: String(at).padStart(3, '0'), ...Object.fromEntries(measures.map((name) => [name, read(name)])) };
  });
}

async function clustered(rows: readonly Flower[], config: { readonly k: number; readonly scale: string; readonly seed: number }) {
  const flow = flowSchema.parse({
    format: 'tierflow/flow@1',
    id: 'irises',
    title: 'Irises',
    timeZone: 'UTC',
    data: { flowers: { key: 'id', fields: [{ name: 'id', type: 'string' }, ...measures.map((name) => ({ name, type: 'number' }))] } },
    nodes: [
      { id: 'src', kind: 'source', config: { data: 'flowers' } },
      { id: 'c', kind: 'cluster', config: { fields: measures.map((field) => ({ field })), orderBy: 'petal_length', ...config } },
    ],
    edges: [{ from: 'src', to: 'c' }],
  });
  const { definition, diagnostics } = compile(flow, nodeKinds, dataSchemaOf(flow).schema);
  expect(diagnostics).toEqual([]);
  const table = tableOf((definition as Definition).input, rows, 'UTC');
  const frozen = (await fitted(definition as Definition, table, { asOf, generation: 'irises' })).definition;
  const scaled = measures.map((_, at) => (config.scale === 'none' ? `c.x${at + 1}` : `c.z${at + 1}`));
  const { columns } = await sweep(frozen, table, { asOf, columns: [...scaled, 'c.number', 'c.label'] });
  const values = (id: string): ArrayLike<number> => (columns[id]?.type === 'number' ? columns[id].values : []);
  const numbers = Array.from(values('c.number'));
  const centroids = frozen.parameters.find(({ id }) => id === 'c.centroids')?.value as readonly number[];
  const squares = rows.map((_, row) =>
    scaled.reduce(
      (sum, id, f) => sum + ((values(id)[row] as number) - (centroids[((numbers[row] as number) - 1) * 4 + f] as number)) ** 2,
      0,
    ),
  );
  return { frozen, numbers, inertia: squares.reduce((sum, square) => sum + square, 0) };
}

describe.skipIf(!there)(`irises${why}`, () => {
  const oracle = there ? JSON.parse(readFileSync(join(folder, 'oracles', 'kmeans_iris.json'), 'utf8')) : {};
  const cases = (['none', 'standard'] as const).flatMap((scale) => [1, 2, 3, 4, 5, 6].map((k) => ({ scale, k })));

  it.each(cases)('k = $k, scale $scale: the best known sum is reached, never passed', async ({ scale, k }) => {
    const best: number = oracle[scale === 'none' ? 'iris_raw' : 'iris_std'][k - 1];
    const { inertia } = await clustered(flowers(), { k, scale, seed: 1 });
    expect(inertia / best).toBeGreaterThan(1 - 1e-6);
    expect(inertia / best).toBeLessThan(k <= 3 ? 1 + 1e-4 : 1.01);
  });

  it('one seed gives one answer, whatever the order of rows, and each flower alone is put where all were', async () => {
    const rows = flowers();
    const one = await clustered(rows, { k: 4, scale: 'standard', seed: 7 });
    const turned = await clustered(rows.toReversed(), { k: 4, scale: 'standard', seed: 7 });
    expect(turned.numbers.toReversed()).toEqual(one.numbers);
    expect(turned.frozen.parameters).toEqual(one.frozen.parameters);
    const { decide } = decider(one.frozen);
    expect(rows.map((row) => decide(row, { asOf }).labels['cluster'])).toEqual(one.numbers.map((number) => `cluster-${number}`));
  });
});
