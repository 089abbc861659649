/**
 * The public exports of every package, as committed lists: a change of a door shows in review as a change of its list. After a
 * decision to change one: `pnpm test packages/testkit/src/doors -u`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportsOf } from './exports.ts';

const packages = join(import.meta.dirname, '..', '..', '..');
const names = readdirSync(packages).filter((name) => name !== 'testkit' && existsSync(join(packages, name, 'src', 'index.ts')));

test('there are doors to look at', () => {
  expect(names).toContain('definition');
});

test.each(names)('the door of %s is the one that was agreed', async (name) => {
  const text = readFileSync(join(packages, name, 'src', 'index.ts'), 'utf8');
  await expect(`${exportsOf('index.ts', text).join('\n')}\n`).toMatchFileSnapshot(join(import.meta.dirname, 'agreed', `${name}.txt`));
});

test('an export that is not named by hand is a fault', () => {
  expect(() => exportsOf('index.ts', `export * from './everything.ts';`)).toThrow('by hand');
});

test('types and values are told apart', () => {
  expect(exportsOf('index.ts', `export { b, type A } from './x.ts';\nexport type { C } from './y.ts';\nexport const d = 1;`)).toEqual([
    'b',
    'd',
    'type A',
    'type C',
  ]);
});
