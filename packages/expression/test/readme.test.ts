// The example of the README compiles and runs.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('the example', async () => {
  const [, example] = /```ts\n([\s\S]*?)```/.exec(readFileSync(new URL('../README.md', import.meta.url), 'utf8')) ?? [];
  const folder = mkdtempSync(join(import.meta.dirname, 'readme-'));
  try {
    writeFileSync(join(folder, 'example.ts'), example ?? '');
    const { share } = (await import(join(folder, 'example.ts'))) as { share: { type?: string; diagnostics: unknown; reads: unknown } };
    expect(share).toMatchObject({ type: 'number', diagnostics: [], reads: ['orders', 'spend'] });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
