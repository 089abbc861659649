// What the tests of this package share: scratch directories, real data, and small files.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Outcome } from '../src/outcome.ts';

/** A directory that is gone when the test is over. */
export function scratch(): string {
  const dir = mkdtempSync(join(tmpdir(), 'tierflow-data-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** Writes a file into a scratch directory and gives its path. */
export function file(name: string, content: string | Uint8Array): string {
  const path = join(scratch(), name);
  writeFileSync(path, content);
  return path;
}

const shared = process.env.TIERFLOW_REAL_DATA;

/** A folder or file of the real data; undefined, and said aloud, where there is none. */
export function realData(...parts: readonly string[]): string | undefined {
  const path = shared === undefined ? undefined : join(shared, ...parts);
  if (path !== undefined && existsSync(path)) return path;
  process.stderr.write(`SKIPPED: real data ${parts.join('/')} not found; set TIERFLOW_REAL_DATA\n`);
  return undefined;
}

/** The value, or a failed test that shows the problem. */
export function unwrapped<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`${outcome.problem.code} ${JSON.stringify(outcome.problem.params)}`);
}

/** The code of the problem; `none` where there is none. */
export const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'none' : outcome.problem.code);
