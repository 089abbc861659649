/** Every case of every node kind, on every evaluator. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeKinds } from '@tierflow/nodes';
import { describe, expect, test } from 'vitest';
import { expectCase } from './expect-case.ts';
import { kindCaseSchema } from './kind-case.ts';
import { runKindCase } from './run-kind-case.ts';

const kinds = join(import.meta.dirname, '..', '..', '..', 'nodes', 'src');
const files = globSync('*/cases/*.json', { cwd: kinds }).sort();

test('there are cases', () => {
  expect(files.length).toBeGreaterThan(0);
});

describe.each(files)('%s', (file) => {
  const one = kindCaseSchema.parse(JSON.parse(readFileSync(join(kinds, file), 'utf8')));

  test(one.about, async () => {
    expectCase(one.expect, await runKindCase(nodeKinds, file.split(/[\\/]/)[0] ?? '', one));
  });
});
