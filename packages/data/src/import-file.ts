// The door to imports: a file becomes a generation, a directory that never changes again.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runInChild, type TaskOptions } from './child.ts';
import { TEMPORARY_PREFIX } from './generation/orphans.ts';
import type { ImportedGeneration, ImportRequest } from './import-request.ts';
import type { Outcome } from './outcome.ts';
import type { FileProfile, ProfileRequest } from './profile/file-profile.ts';
import type { TextTable, TextTableRequest } from './text-table/text-table.ts';

/** Makes the temporary directory; undefined with the reason where that is not possible. */
function temporaryIn(into: string): Outcome<string> {
  try {
    mkdirSync(into, { recursive: true });
    return { ok: true, value: mkdtempSync(join(into, TEMPORARY_PREFIX)) };
  } catch (error) {
    return {
      ok: false,
      problem: { code: 'disk.failed', params: { reason: error instanceof Error && 'code' in error ? String(error.code) : 'unknown' } },
    };
  }
}

/**
 * Imports a file in a child process. The generation is written under a temporary name, every file synced, then renamed: other
 * readers see all of it or nothing. Rows of the file = `manifest.rows` + `manifest.rejected`, always.
 *
 * @example
 * ```ts
 * const orders = await importFile({ source: 'orders.csv', into: 'generations', dataset: { kind: 'collection' } });
 * if (orders.ok) console.log(orders.value.manifest.rows, orders.value.manifest.asOf);
 * ```
 */
export async function importFile(request: ImportRequest, options: TaskOptions = {}): Promise<Outcome<ImportedGeneration>> {
  const into = resolve(request.into);
  const temporary = temporaryIn(into);
  if (!temporary.ok) return temporary;
  const answer = await runInChild(
    { kind: 'import', request: { ...request, source: resolve(request.source), into }, temporary: temporary.value },
    options,
  );
  const outcome: Outcome<ImportedGeneration> = answer.kind === 'profiled' || answer.kind === 'tabled' ? strange : answer.outcome;
  if (!outcome.ok) rmSync(temporary.value, { recursive: true, force: true });
  return outcome;
}

/** An answer to another question than was asked. */
const strange: Outcome<never> = { ok: false, problem: { code: 'import.crashed', params: { reason: '' } } };

/** Reads a file as an import would, in a child process, and tells what is in it. Nothing is written. */
export async function profile(request: ProfileRequest, options: TaskOptions = {}): Promise<Outcome<FileProfile>> {
  const answer = await runInChild({ kind: 'profile', request: { ...request, source: resolve(request.source) } }, options);
  return answer.kind === 'imported' || answer.kind === 'tabled' ? strange : answer.outcome;
}

/**
 * Reads a small file (text as imports accept it, or an .xlsx workbook) as rows of text, in a child process. Nothing is written.
 * Refuses more than `maxRows` rows with `table.tooManyRows`.
 */
export async function textTable(request: TextTableRequest, options: TaskOptions = {}): Promise<Outcome<TextTable>> {
  const answer = await runInChild({ kind: 'table', request: { ...request, source: resolve(request.source) } }, options);
  return answer.kind === 'imported' || answer.kind === 'profiled' ? strange : answer.outcome;
}
