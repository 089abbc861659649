// All built-in functions by name: one list for checking, completions, hover and help.
import { aggregateBuiltins } from './aggregate-builtins.ts';
import type { Builtin } from './builtin.ts';
import { constantBuiltins } from './constant-builtins.ts';
import { dateBuiltins } from './date-builtins.ts';
import { listBuiltins } from './list-builtins.ts';
import { logicBuiltins } from './logic-builtins.ts';
import { numberBuiltins } from './number-builtins.ts';
import { patternBuiltins } from './pattern-builtins.ts';
import { pictureBuiltins } from './picture-builtins.ts';
import { textBuiltins } from './text-builtins.ts';

export const builtins: ReadonlyMap<string, Builtin> = new Map(
  [
    ...textBuiltins,
    ...patternBuiltins,
    ...numberBuiltins,
    ...logicBuiltins,
    ...dateBuiltins,
    ...pictureBuiltins,
    ...aggregateBuiltins,
    ...listBuiltins,
    ...constantBuiltins,
  ].map((builtin) => [builtin.name, builtin]),
);

/** `$round(number, decimals?)`. */
export function signatureOf({ name, parameters }: Builtin): string {
  return `$${name}(${parameters.map((parameter) => parameter.name + (parameter.optional === true ? '?' : '')).join(', ')})`;
}
