/** What the pages of the repository promise exists: scripts, files, folders. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const manifest: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const pages = globSync(['*.md', 'apps/docs/**/*.md', 'packages/*/README.md', 'apps/*/README.md', 'examples/**/*.md'], {
  cwd: root,
  exclude: (name) => name.includes('node_modules'),
});
/** Commands of pnpm itself. */
const ownCommands = new Set(['install', 'run', 'exec', 'dlx', 'add']);

test('there are pages to look at', () => {
  expect(pages.length).toBeGreaterThan(5);
});

test.each(pages)('%s names only scripts that exist', (page) => {
  const named = [...readFileSync(join(root, page), 'utf8').matchAll(/\bpnpm (?:run )?([a-z][\w:-]*)/g)].map(([, name]) => name ?? '');
  expect(named.filter((name) => !ownCommands.has(name) && !(name in manifest.scripts))).toEqual([]);
});

test.each(pages)('%s links only to what exists', (page) => {
  const links = [...readFileSync(join(root, page), 'utf8').matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link ?? '');
  const local = links.filter((link) => !/^(?:[a-z]+:|#)/.test(link)).map((link) => link.replace(/#.*$/, ''));
  expect(local.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
});

test('every program that a script starts is there', () => {
  const files = Object.values(manifest.scripts).flatMap((script) => script.match(/\S+\.ts\b/g) ?? []);
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});
