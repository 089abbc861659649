/** Every node kind is one folder with the same rooms, and the registry lists every folder. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { nodeKinds } from '@tierflow/nodes';
import { expect, test } from 'vitest';
import { folderFaults } from './kind-folder.ts';

const source = join(import.meta.dirname, '..', '..', '..', 'nodes', 'src');

test.each([...nodeKinds.values()].map((kind) => ({ kind, name: kind.kind })))('$name has every room and every word', ({ kind, name }) => {
  expect(folderFaults(join(source, name), kind)).toEqual([]);
});

test('the registry lists every folder of a kind', () => {
  const folders = readdirSync(source).filter((name) => existsSync(join(source, name, 'config.ts')));
  expect([...nodeKinds.keys()].sort()).toEqual(folders.sort());
});
