// The built-in functions as data for help pages, completions and hover.
import type { LocalText } from '@tierflow/definition';
import type { Builtin, BuiltinGroup, BuiltinParameter } from '../builtins/builtin.ts';
import type { FunctionExample } from '../builtins/notes/function-note.ts';
import { errorsOf, notesOf } from '../builtins/notes/function-notes.ts';
import { builtins, signatureOf } from '../builtins/table.ts';

export interface FunctionDoc {
  /** With the `$`. */
  readonly name: string;
  readonly group: BuiltinGroup;
  /** `$round(number, decimals?)`. */
  readonly signature: string;
  readonly parameters: readonly BuiltinParameter[];
  readonly result: Builtin['result'];
  readonly doc: LocalText;
  /** What missing values do. */
  readonly missing: LocalText;
  /** Codes of the errors that a row can get. */
  readonly errors: readonly string[];
  /** The plainest first. */
  readonly examples: readonly FunctionExample[];
}

export function docOf(builtin: Builtin): FunctionDoc {
  const { name, group, parameters, result, doc } = builtin;
  const { missing, examples } = notesOf(name);
  const errors = errorsOf(examples);
  return { name: `$${name}`, group, signature: signatureOf(builtin), parameters, result, doc, missing, errors, examples };
}

/** Documentation of every function a formula can call, in menu order. */
export function functionDocs(): readonly FunctionDoc[] {
  return [...builtins.values()].map(docOf);
}
