// `tierflow sql`: the query runs on the tables that a warehouse would hold and answers as run does.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { shop } from './shop.ts';
import { file, scratch, tierflow } from './support.ts';

async function compiled(dir: string): Promise<{ readonly path: string; readonly flow: string; readonly data: readonly string[] }> {
  const { flow, data } = shop(dir);
  const path = join(dir, 'definition.json');
  expect(await tierflow(['compile', flow, ...data, '-o', path])).toMatchObject({ code: 0 });
  return { path, flow, data };
}

/** Files of `--data NAME=FILE`. */
const fileOf = (data: readonly string[], name: string): string =>
  data.find((option) => option.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';

describe('sql', () => {
  it('prints a query that answers as run does', async () => {
    const dir = scratch();
    const { path, flow, data } = await compiled(dir);
    const { code, out, err } = await tierflow(['sql', path, '--dialect', 'duckdb', '--table', 'main.people']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(`
      CREATE TABLE customers AS SELECT * FROM read_csv('${fileOf(data, 'customers')}', header = true, all_varchar = true);
      CREATE TABLE orders AS SELECT * FROM read_csv('${fileOf(data, 'orders')}', header = true, delim = ',', ignore_errors = true,
        columns = {order_id: 'VARCHAR', customer_id: 'VARCHAR', ordered_at: 'TIMESTAMP', amount: 'DOUBLE'});
      CREATE VIEW people AS SELECT c.*, (SELECT list(o) FROM orders o WHERE o.customer_id = c.customer_id) AS orders FROM customers c`);
    const rows = (await connection.runAndReadAll(out)).getRowObjectsJson();
    const written = join(dir, 'rows.ndjson');
    expect(await tierflow(['run', flow, ...data, '--out', written])).toMatchObject({ code: 0 });
    const expected = readFileSync(written, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { readonly [name: string]: unknown });
    expect(rows.length).toBe(expected.length);
    for (const { key, tier, score, segments, playbooks } of expected)
      expect(rows.find((row) => row['key'] === key)).toMatchObject({ tier, score, segments, playbooks });
    expect(new Set(rows.map(({ tier }) => tier))).toEqual(new Set(['gold', 'silver', null]));
  });

  it('takes a day of its own', async () => {
    const { path } = await compiled(scratch());
    const { out } = await tierflow(['sql', path, '--dialect', 'duckdb', '--table', 'people']);
    const other = await tierflow(['sql', path, '--dialect', 'duckdb', '--table', 'people', '--as-of', '2020-01-01']);
    expect(out).toContain('2026-01-11');
    expect(other.out).not.toContain('2026-01-11');
  });

  it('refuses what has no equal, with the place and a code', async () => {
    const dir = scratch();
    const { path } = await compiled(dir);
    const text = readFileSync(path, 'utf8');
    const definition = JSON.parse(text);
    const [first] = definition.columns;
    const two = { op: 'literal', value: 2 };
    definition.columns.push({ id: 'odd', node: first.node, type: 'number', expr: { op: 'call', fn: 'power', args: [two, two] } });
    definition.requires = [...definition.requires, 'power'].sort();
    definition.outputs.scores.push({ name: 'odd', column: 'odd' });
    const odd = file(dir, 'odd.json', JSON.stringify(definition));
    const refused = await tierflow(['sql', odd, '--dialect', 'duckdb', '--table', 'people']);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain(`/columns/${definition.columns.length - 1}`);
    expect(refused.err).toContain('[sql.function]');
    const clickhouse = await tierflow(['sql', path, '--dialect', 'clickhouse', '--table', 'people']);
    expect(clickhouse).toMatchObject({ code: 1, out: '' });
    expect(clickhouse.err).toContain('[sql.dialect]');
  });

  it('wants a dialect and a table', async () => {
    const { path } = await compiled(scratch());
    expect((await tierflow(['sql', path, '--table', 'people'])).err).toContain('[usage.dialect]');
    expect((await tierflow(['sql', path, '--dialect', 'oracle', '--table', 'people'])).code).toBe(2);
    expect((await tierflow(['sql', path, '--dialect', 'duckdb'])).err).toContain('[usage.no-table]');
  });
});
