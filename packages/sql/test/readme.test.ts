// The example of the README compiles and runs.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { SqlProgram } from '../src/index.ts';
import { call, field, literal, made, people, programOf } from './definition.ts';
import { connect, rowsOf } from './duckdb.ts';

test('the example', async () => {
  const [, example] = /```ts\n([\s\S]*?)```/.exec(readFileSync(new URL('../README.md', import.meta.url), 'utf8')) ?? [];
  const folder = mkdtempSync(join(import.meta.dirname, 'readme-'));
  try {
    writeFileSync(join(folder, 'example.ts'), example ?? '');
    const { queryOf } = (await import(join(folder, 'example.ts'))) as { queryOf: (definition: SqlProgram, mask: string) => string };
    const program = programOf(made('m', 'boolean', call('isTrue', call('gt', field('n'), literal(1))), { mask: true }));
    const connection = await connect();
    await connection.run(`CREATE TABLE customers AS SELECT * FROM ${people}`);
    expect(await rowsOf(connection, queryOf(program, 'm'))).toMatchObject([{ id: '1' }, { id: '2' }]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
