import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { allowed, topLevel } from './allowed.ts';
import { importsOf } from './imports.ts';
import { findViolations } from './violations.ts';
import { readWorkspace } from './workspace.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const planted = mkdtempSync(join(tmpdir(), 'tierflow-walls-'));
afterAll(() => rmSync(planted, { recursive: true, force: true }));

describe('the workspace as it stands', () => {
  const workspace = readWorkspace(root);

  test('keeps to the table of allowed dependencies', () => {
    expect(workspace.length).toBeGreaterThan(2);
    expect(workspace.flatMap((one) => one.files).length).toBeGreaterThan(10);
    expect(findViolations(workspace, allowed)).toEqual([]);
  });

  test('every package is named after its folder', () => {
    for (const one of workspace) expect(one.name).toBe(`@tierflow/${one.folder.split('/').at(-1)}`);
  });

  test('nothing stands at the top that no one owns', () => {
    const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
    const names = new Set(
      tracked
        .split('\0')
        .filter(Boolean)
        .map((path) => path.split('/')[0]),
    );
    const strangers = [...names].filter((name) => name !== undefined && !name.startsWith('.') && !topLevel.includes(name));
    expect(strangers).toEqual([]);
  });
});

test('the table has no circle', () => {
  const order = Object.entries(allowed).filter(([folder]) => folder.startsWith('packages/'));
  const seen = new Set<string>();
  for (const [folder, allowance] of order) {
    for (const name of allowance.packages === 'any' ? [] : allowance.packages) expect(seen, `${folder} → ${name}`).toContain(name);
    seen.add(folder.slice('packages/'.length));
  }
});

/** A small workspace that is clean, plus one planted fault. */
function plant(name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(planted, name);
  const clean = {
    'packages/definition/package.json': manifest('definition', {}),
    'packages/definition/src/index.ts': `export { digest } from './digest.ts';\n`,
    'packages/definition/src/digest.ts': 'export const digest = 1;\n',
    'packages/evaluator/package.json': manifest('evaluator', { '@tierflow/definition': 'workspace:*' }),
    'packages/evaluator/src/index.ts': `import { digest } from '@tierflow/definition';\nexport const found = digest;\n`,
  };
  for (const [path, text] of Object.entries({ ...clean, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

function manifest(name: string, dependencies: Readonly<Record<string, string>>): string {
  return JSON.stringify({ name: `@tierflow/${name}`, exports: { '.': './src/index.ts' }, dependencies });
}

describe('planted violations are caught', () => {
  test('the clean workspace they are planted in has none', () => {
    expect(findViolations(readWorkspace(plant('clean', {})), allowed)).toEqual([]);
  });

  const cases: readonly (readonly [rule: string, at: string, files: Readonly<Record<string, string>>])[] = [
    [
      'forbidden-dependency',
      'packages/definition/package.json',
      { 'packages/definition/package.json': manifest('definition', { '@tierflow/evaluator': 'workspace:*' }) },
    ],
    [
      'forbidden-import',
      'packages/definition/src/digest.ts:2',
      {
        'packages/definition/src/digest.ts': `export const digest = 1;\nexport { found } from '@tierflow/evaluator';\n`,
      },
    ],
    [
      'forbidden-import',
      'packages/definition/src/digest.ts:1',
      { 'packages/definition/src/digest.ts': `export type Up = import('@tierflow/evaluator').Found;\n` },
    ],
    [
      'forbidden-import',
      'packages/definition/src/digest.ts:1',
      { 'packages/definition/src/digest.ts': `import type { Found } from '@tierflow/evaluator';\nexport type Up = Found;\n` },
    ],
    [
      'forbidden-import',
      'packages/definition/src/digest.ts:1',
      { 'packages/definition/src/digest.ts': `export const later = await import('@tierflow/evaluator');\n` },
    ],
    [
      'undeclared-import',
      'packages/evaluator/src/sweep.ts:1',
      { 'packages/evaluator/src/sweep.ts': `import { z } from 'zod';\nexport const schema = z;\n` },
    ],
    [
      'outside-dependency',
      'packages/evaluator/package.json',
      { 'packages/evaluator/package.json': manifest('evaluator', { '@tierflow/definition': 'workspace:*', lodash: 'catalog:' }) },
    ],
    [
      'inside-of-another',
      'packages/evaluator/src/sweep.ts:1',
      { 'packages/evaluator/src/sweep.ts': `export { digest } from '@tierflow/definition/src/digest.ts';\n` },
    ],
    [
      'escape',
      'packages/evaluator/src/sweep.ts:1',
      { 'packages/evaluator/src/sweep.ts': `export { digest } from '../../definition/src/digest.ts';\n` },
    ],
    ['own-index', 'packages/evaluator/src/sweep.ts:1', { 'packages/evaluator/src/sweep.ts': `export { found } from './index.ts';\n` }],
    ['own-index', 'packages/evaluator/src/a/b.ts:1', { 'packages/evaluator/src/a/b.ts': `import '../index.ts';\n` }],
    ['own-index', 'packages/evaluator/src/sweep.ts:1', { 'packages/evaluator/src/sweep.ts': `import '@tierflow/evaluator';\n` }],
    ['node-module', 'packages/evaluator/src/sweep.ts:1', { 'packages/evaluator/src/sweep.ts': `import 'node:fs';\n` }],
    ['node-module', 'packages/evaluator/src/sweep.ts:1', { 'packages/evaluator/src/sweep.ts': `const fs = require('fs');\n` }],
    [
      'unpinned',
      'packages/definition/package.json',
      { 'packages/definition/package.json': manifest('definition', { '@noble/hashes': '^2.0.0' }) },
    ],
    ['unknown-package', 'packages/shared', { 'packages/shared/package.json': manifest('shared', {}) }],
  ];

  test.each(cases.map(([rule, at, files], index) => ({ rule, at, files, index })))('$rule at $at', ({ rule, at, files, index }) => {
    const found = findViolations(readWorkspace(plant(`fault-${index}`, files)), allowed);
    expect(found.filter((one) => one.rule === rule).map((one) => one.at)).toEqual([at]);
  });

  test('a door may stand for many files, and opens only for those', () => {
    const door = JSON.stringify({ name: '@tierflow/definition', exports: { '.': './src/index.ts', './*.md': './src/*.md' } });
    const reader = (path: string) => ({
      'packages/definition/package.json': door,
      'packages/evaluator/src/page.ts': `export { default as page } from '@tierflow/definition/${path}';\n`,
    });
    expect(findViolations(readWorkspace(plant('door', reader('help.md?raw'))), allowed)).toEqual([]);
    const wrong = findViolations(readWorkspace(plant('no-door', reader('digest.ts'))), allowed);
    expect(wrong.map((one) => one.rule)).toEqual(['inside-of-another']);
  });

  test('a test may use what the manifest declares for development, and a source may not', () => {
    const files = {
      'packages/evaluator/package.json': JSON.stringify({
        name: '@tierflow/evaluator',
        dependencies: { '@tierflow/definition': 'workspace:*' },
        devDependencies: { 'fast-check': 'catalog:' },
      }),
      'packages/evaluator/src/sweep.test.ts': `import 'fast-check';\nimport 'vitest';\n`,
    };
    expect(findViolations(readWorkspace(plant('development', files)), allowed)).toEqual([]);
    const wrong = { ...files, 'packages/evaluator/src/sweep.ts': `import 'fast-check';\n` };
    expect(findViolations(readWorkspace(plant('development-wrong', wrong)), allowed).map((one) => one.rule)).toEqual(['undeclared-import']);
  });
});

describe('reading imports', () => {
  test('code inside strings and comments is not an import', () => {
    expect(importsOf('a.ts', "// import 'x'\n/* import 'y' */\nexport const text = `import 'z'`;\n")).toEqual([]);
  });

  test('a file that does not parse is an error, not a clean file', () => {
    expect(() => importsOf('a.ts', 'import {')).toThrow('a.ts');
  });
});
