import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { NodeKind } from '@tierflow/compiler';
import { nodeKinds } from '@tierflow/nodes';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectCase } from '../kind-cases/expect-case.ts';
import { kindCaseSchema } from '../kind-cases/kind-case.ts';
import { runKindCase } from '../kind-cases/run-kind-case.ts';
import { kindFiles, rooms } from './kind-files.ts';
import { folderFaults } from './kind-folder.ts';
import { registerKind } from './register-kind.ts';

/** Inside this package, so that what the files import is found. */
const folder = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', `new-kind-${process.pid}`, 'big-spender');
let made: NodeKind;

beforeAll(async () => {
  for (const [path, text] of Object.entries(kindFiles('big-spender'))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const door: { readonly bigSpender: NodeKind } = await import(/* @vite-ignore */ join(folder, 'index.ts'));
  made = door.bigSpender;
});
afterAll(() => rmSync(dirname(folder), { recursive: true, force: true }));

test('the folder has every room', () => {
  expect(folderFaults(folder, made)).toEqual([]);
});

test('what it makes is a kind that works, on every evaluator', async () => {
  const one = kindCaseSchema.parse(JSON.parse(readFileSync(join(folder, 'cases', 'one.json'), 'utf8')));
  expectCase(one.expect, await runKindCase(new Map(nodeKinds).set('big-spender', made), 'big-spender', one));
});

test.each([...rooms, 'cases/one.json'])('a folder without %s is caught', (room) => {
  const path = join(folder, room);
  const text = readFileSync(path, 'utf8');
  rmSync(path);
  try {
    expect(folderFaults(folder, made).join()).toContain(room.split('/')[0]);
  } finally {
    writeFileSync(path, text);
  }
});

test('the registry gets one import in order and one entry', () => {
  const registry = `import type { NodeKind } from '@tierflow/compiler';
import { abc } from './abc/index.ts';
import { tiers } from './tiers/index.ts';

const kinds: readonly NodeKind[] = [abc, tiers];
`;
  expect(registerKind(registry, 'big-spender')).toBe(`import type { NodeKind } from '@tierflow/compiler';
import { abc } from './abc/index.ts';
import { bigSpender } from './big-spender/index.ts';
import { tiers } from './tiers/index.ts';

const kinds: readonly NodeKind[] = [abc, tiers, bigSpender];
`);
  expect(registerKind(registry.replace('[abc, tiers]', '[\n  abc,\n  tiers,\n]'), 'zone')).toContain('[\n  abc,\n  tiers,\n  zone,\n]');
});

test('the registry of this workspace takes a kind', () => {
  const registry = readFileSync(join(import.meta.dirname, '..', '..', '..', 'nodes', 'src', 'index.ts'), 'utf8');
  const changed = registerKind(registry, 'big-spender');
  expect(changed).toContain(`import { bigSpender } from './big-spender/index.ts';`);
  expect(changed.match(/\bbigSpender\b/g)).toHaveLength(2);
});

test('a kind that is there already, and a name that cannot be one, are refused', () => {
  expect(() => registerKind(`import { abc } from './abc/index.ts';`, 'abc')).toThrow('already');
  for (const name of ['Big', 'big_spender', '-x', '../x', '']) expect(() => kindFiles(name)).toThrow('lower case');
});
