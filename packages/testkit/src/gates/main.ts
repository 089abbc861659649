/** Everything that is checked without running a test: format and lint, types, unused code. Runs all of them, then says which failed. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

interface Gate {
  readonly name: string;
  readonly command: readonly [program: string, ...rest: string[]];
  /** The gate is about this file, and waits until it exists. */
  readonly about?: string;
}

const gates: readonly Gate[] = [
  { name: 'format and lint', command: ['biome', 'check', '--error-on-warnings', '--max-diagnostics=50'] },
  { name: 'types', command: ['tsc', '-p', 'tsconfig.json'] },
  { name: 'types of the studio', command: ['tsc', '-p', 'apps/studio/tsconfig.json'], about: 'apps/studio/tsconfig.json' },
  { name: 'unused files, exports and dependencies', command: ['knip', '--no-progress', '--no-config-hints'] },
];

const root = join(import.meta.dirname, '..', '..', '..', '..');
const failed: string[] = [];
for (const gate of gates) {
  if (gate.about !== undefined && !existsSync(join(root, gate.about))) continue;
  const started = performance.now();
  const passed = await run(gate);
  console.log(`${passed ? 'ok    ' : 'FAILED'}  ${gate.name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  if (!passed) failed.push(gate.name);
}
if (failed.length > 0) process.exitCode = 1;

/** The programs are in `node_modules/.bin`, which is first in PATH inside a script. */
function run({ command: [program, ...rest] }: Gate): Promise<boolean> {
  const child = spawn(program, rest, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  return new Promise((resolve, reject) => child.once('error', reject).once('exit', (code) => resolve(code === 0)));
}
