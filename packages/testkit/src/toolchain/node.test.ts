import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const catalog = readFileSync(join(import.meta.dirname, '..', '..', '..', '..', 'pnpm-workspace.yaml'), 'utf8');
const pinned = /^ {2}node: (\d\S*)$/m.exec(catalog)?.[1];

test('tests run on the Node that the workspace pins', () => {
  expect(process.version).toBe(`v${pinned}`);
});

test('a program that a script starts by the name `node` runs on it too', () => {
  expect(execFileSync('node', ['--version'], { encoding: 'utf8' }).trim()).toBe(`v${pinned}`);
});

test('engines are checked against it, so that an older Node of the machine causes no warning', () => {
  expect(/^nodeVersion: (\S+)$/m.exec(catalog)?.[1]).toBe(pinned);
});
