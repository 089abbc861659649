// What the help says of each function beyond one sentence: what missing values do where that is not the usual, and
// examples with their answers. Every example is run by a test, on every evaluator and on jsonata.
import type { LocalText } from '@tierflow/definition';
import { aggregateNotes } from './aggregate-notes.ts';
import { dateNotes } from './date-notes.ts';
import type { FunctionExample, FunctionNotes } from './function-note.ts';
import { listNotes } from './list-notes.ts';
import { logicNotes } from './logic-notes.ts';
import { numberNotes } from './number-notes.ts';
import { textNotes } from './text-notes.ts';

const usual: LocalText = {
  en: 'If an argument is missing, the answer is missing.',
  'zh-CN': '任一参数缺失，结果就缺失。',
};

const notes: ReadonlyMap<string, FunctionNotes> = new Map<string, FunctionNotes>(
  Object.entries({ ...textNotes, ...numberNotes, ...logicNotes, ...dateNotes, ...aggregateNotes, ...listNotes }),
);

/** Names of the functions that have notes. */
export function notedFunctions(): readonly string[] {
  return [...notes.keys()];
}

/** The notes of a function; every one has some, as a test sees to. */
export function notesOf(name: string): { readonly missing: LocalText; readonly examples: readonly FunctionExample[] } {
  const found = notes.get(name);
  return { missing: found?.missing ?? usual, examples: found?.examples ?? [] };
}

/** Codes of the errors that a row can get from a function: each of them has an example. */
export function errorsOf(examples: readonly FunctionExample[]): readonly string[] {
  return [...new Set(examples.flatMap((example) => ('error' in example ? [example.error] : [])))];
}
