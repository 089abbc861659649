/** `pnpm new:kind NAME`: makes the folder of a node kind and its line in the registry. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { kindFiles } from './kind-files.ts';
import { registerKind } from './register-kind.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const nodes = join(root, 'packages', 'nodes', 'src');

function newKind(kind: string): void {
  const files = kindFiles(kind);
  const folder = join(nodes, kind);
  if (existsSync(folder)) throw new Error(`${relative(root, folder)} is already there.`);
  const registry = join(nodes, 'index.ts');
  const registered = registerKind(readFileSync(registry, 'utf8'), kind);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    console.log(relative(root, join(folder, path)));
  }
  writeFileSync(registry, registered);
  console.log(`${relative(root, registry)} lists it. Now make it yours, and run: npx -y pnpm check`);
}

const [kind, ...rest] = process.argv.slice(2);
try {
  if (kind === undefined || rest.length > 0) throw new Error('Usage: npx -y pnpm new:kind NAME');
  newKind(kind);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
