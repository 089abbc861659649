// What the function table says of one function: its signature, what missing does, whether a call can fail, and its documentation.
import type { LocalText, ValueType } from './types.ts';

/** `any` takes every type; `same` the type of the first `any`/`same` argument; `numbers` a constant or fitted list, `choices` one of texts; `list` a constant list, `texts` one of texts. */
export type ArgType = ValueType | 'any' | 'same' | 'numbers' | 'choices' | 'list' | 'texts' | 'instant';

/**
 * What a missing argument does. `propagate`: the result is missing. `unknown`: as propagate, in the three-valued
 * family of form conditions. `false`: the result is false. `own`: the doc says.
 */
export type MissingRule = 'propagate' | 'unknown' | 'false' | 'own';

export interface FunctionSpec {
  readonly args: readonly ArgType[];
  /** How many of `args` must be given; the others are optional. */
  readonly required: number;
  /** Type of further arguments, repeated; `case` repeats the pair boolean, same. */
  readonly rest?: ArgType;
  /** A type, or `same` as the first `any`/`same` argument. */
  readonly result: ValueType | 'same';
  readonly missing: MissingRule;
  /** The result is never missing, whatever the arguments. */
  readonly total: boolean;
  /** The error code a call can answer with; the column is then missing and the row carries the code. */
  readonly raises?: string;
  readonly doc: LocalText;
}

export interface Options {
  readonly required?: number;
  readonly rest?: ArgType;
  readonly missing?: MissingRule;
  readonly total?: true;
  readonly raises?: string;
}

export function spec(
  args: readonly ArgType[],
  result: FunctionSpec['result'],
  [en, zh]: readonly [en: string, zh: string],
  options: Options = {},
): FunctionSpec {
  const { required = args.length, missing = 'propagate', total = false, rest, raises } = options;
  return {
    args,
    required,
    result,
    missing,
    total: total === true,
    doc: { en, 'zh-CN': zh },
    ...(rest === undefined ? {} : { rest }),
    ...(raises === undefined ? {} : { raises }),
  };
}
