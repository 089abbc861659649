// The built-in functions as data for help pages, completions and hover.
import type { LocalText } from '@tierflow/definition';
import type { Builtin, BuiltinGroup, BuiltinParameter } from '../builtins/builtin.ts';
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
  readonly example: string;
}

export function docOf(builtin: Builtin): FunctionDoc {
  const { name, group, parameters, result, doc, example } = builtin;
  return { name: `$${name}`, group, signature: signatureOf(builtin), parameters, result, doc, example };
}

/** Documentation of every function a formula can call, in menu order. */
export function functionDocs(): readonly FunctionDoc[] {
  return [...builtins.values()].map(docOf);
}
