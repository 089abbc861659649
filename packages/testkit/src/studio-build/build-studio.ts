/** Builds the studio when its sources are not the ones its build was made from. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** `absent`: this checkout has no studio. */
export type BuildOutcome = 'built' | 'fresh' | 'absent';

/** @param root folder of the repository. @throws Error when the build fails; its output has been shown by then. */
export async function buildStudio(root: string): Promise<BuildOutcome> {
  const studio = join(root, 'apps', 'studio');
  if (!existsSync(join(studio, 'package.json'))) return 'absent';
  const stamp = join(studio, 'node_modules', '.cache', 'built-from');
  const sources = fingerprint(root);
  const built = existsSync(join(studio, 'dist', 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources;
  if (built) return 'fresh';
  await viteBuild(studio);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, sources);
  return 'built';
}

/** Digest of everything that goes into the build: contents, not dates, so that a new checkout or a removed file is seen too. */
export function fingerprint(root: string): string {
  const patterns = ['apps/studio/**/*', 'packages/*/package.json', 'packages/*/src/**/*', 'pnpm-lock.yaml'];
  const paths = patterns.flatMap((pattern) =>
    globSync(pattern, { cwd: root, withFileTypes: true, exclude: (entry) => notBuilt.has(entry.name) })
      .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const hash = createHash('sha256');
  for (const path of paths.sort()) hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

const notBuilt: ReadonlySet<string> = new Set(['node_modules', 'dist', 'e2e', 'testkit']);

async function viteBuild(studio: string): Promise<void> {
  const vite = join(dirname(createRequire(join(studio, 'package.json')).resolve('vite/package.json')), 'bin', 'vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: studio, stdio: 'inherit' });
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('exit', resolve));
  if (code !== 0) throw new Error(`Building the studio ended with code ${code ?? 'none'}`);
}
