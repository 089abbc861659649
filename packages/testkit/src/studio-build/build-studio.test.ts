import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildStudio, fingerprint } from './build-studio.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tierflow-build-'));
  write('apps/studio/src/main.tsx', 'one');
  write('packages/flow/src/index.ts', 'one');
  write('pnpm-lock.yaml', 'one');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

test('a change of the studio, of a package or of a locked version changes the fingerprint', () => {
  for (const path of ['apps/studio/src/main.tsx', 'packages/flow/src/index.ts', 'pnpm-lock.yaml', 'apps/studio/src/new.css']) {
    const before = fingerprint(root);
    write(path, 'two');
    expect(fingerprint(root), path).not.toBe(before);
  }
});

test('a removed file changes the fingerprint', () => {
  const before = fingerprint(root);
  rmSync(join(root, 'packages/flow/src/index.ts'));
  expect(fingerprint(root)).not.toBe(before);
});

test('what is not built in does not change the fingerprint', () => {
  const before = fingerprint(root);
  for (const path of [
    'apps/studio/dist/index.html',
    'apps/studio/node_modules/x/index.js',
    'apps/studio/e2e/first.test.ts',
    'packages/flow/src/flow.test.ts',
    'packages/testkit/src/index.ts',
    'packages/flow/node_modules/x/index.js',
  ])
    write(path, 'two');
  expect(fingerprint(root)).toBe(before);
});

test('without a studio there is nothing to build', async () => {
  expect(await buildStudio(root)).toBe('absent');
});
