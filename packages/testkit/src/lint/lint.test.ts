/** The lint rules have their own test: each planted fault must be caught by the rule that is there for it. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const planted = mkdtempSync(join(tmpdir(), 'tierflow-lint-'));
let found: readonly string[];

const faults: Readonly<Record<string, readonly [rule: string, text: string]>> = {
  'packages/x/src/cycle-a.ts': ['noImportCycles', `import type { B } from './cycle-b.ts';\nexport type A = { readonly b?: B };\n`],
  'packages/x/src/undeclared.ts': ['noUndeclaredDependencies', `import { z } from 'zod';\nexport const schema = z;\n`],
  'packages/x/src/everything.ts': ['noReExportAll', `export * from './clean.ts';\n`],
  'packages/x/src/kind.ts': ['noEnum', 'export enum Kind {\n  Filter = 1,\n}\n'],
  'packages/x/src/standard.ts': ['noDefaultExport', 'export default 1;\n'],
  'packages/x/src/loose.ts': ['noExplicitAny', 'export const loose = (value: any): string => String(value);\n'],
  'packages/x/src/long.ts': ['noExcessiveLinesPerFile', Array.from({ length: 401 }, (_, i) => `export const line${i} = ${i};\n`).join('')],
  'packages/x/src/Loud.ts': ['useFilenamingConvention', 'export const loud = 1;\n'],
  'packages/x/src/console.ts': ['noConsole', 'console.log(1);\n'],
  'packages/x/src/many.ts': [
    'useMaxParams',
    'export const many = (a: number, b: number, c: number, d: number, e: number): number => a + b + c + d + e;\n',
  ],
  'packages/x/src/only.test.ts': ['noFocusedTests', `import { test } from 'vitest';\ntest.only('x', () => {});\n`],
};

const clean: Readonly<Record<string, string>> = {
  'packages/x/package.json': '{ "name": "@tierflow/x", "type": "module" }\n',
  'packages/x/src/cycle-b.ts': `import type { A } from './cycle-a.ts';\n\nexport type B = { readonly a?: A };\n`,
  'packages/x/src/clean.ts': 'export const clean = 1;\n',
  'packages/x/vite.config.ts': 'export default {};\n',
  'packages/x/src/clean.test.ts': `import { expect, test } from 'vitest';\nimport { clean } from './clean.ts';\n\ntest('x', () => {\n  expect(clean).toBe(1);\n});\n`,
};

beforeAll(() => {
  copyFileSync(join(root, 'biome.json'), join(planted, 'biome.json'));
  writeFileSync(join(planted, '.gitignore'), 'node_modules/\n');
  for (const [path, text] of [...Object.entries(clean), ...Object.entries(faults).map(([path, [, text]]) => [path, text] as const)]) {
    mkdirSync(dirname(join(planted, path)), { recursive: true });
    writeFileSync(join(planted, path), text);
  }
  const run = spawnSync('biome', ['lint', '--reporter=json', '--max-diagnostics=none'], { cwd: planted, encoding: 'utf8' });
  const report: Report = JSON.parse(run.stdout);
  found = report.diagnostics.map((one) => `${one.location.path} ${one.category.split('/').at(-1)}`);
}, 60_000);
afterAll(() => rmSync(planted, { recursive: true, force: true }));

interface Report {
  readonly diagnostics: readonly { readonly category: string; readonly location: { readonly path: string } }[];
}

test.each(Object.entries(faults).map(([path, [rule]]) => ({ path, rule })))('$rule catches $path', ({ path, rule }) => {
  expect(found).toContain(`${path} ${rule}`);
});

test('what is clean stays clean', () => {
  const complaints = found.filter((one) => Object.keys(clean).some((path) => one.startsWith(`${path} `)));
  expect(complaints.filter((one) => one !== 'packages/x/src/cycle-b.ts noImportCycles')).toEqual([]);
});
