// What a built-in function of formulas is: its parameters, words, and how a call of it is lowered.
// Examples and the rules of missing values stand in `notes`.
// The tables in this folder are the one place that knows; checking, completions, hover and help read them.
import type { LocalText, ValueType } from '@tierflow/definition';
import type { Lowering } from '../lowering/lowering.ts';
import type { Argument, Call, Scalar, Shape } from '../lowering/shape.ts';
import type { Span } from '../syntax/tree.ts';

/** `any` is any single value; `values` a value, a list, or values of lines; `lines` anything over lines or a list; `regex` a text or a regular expression, `pattern` a regular expression. */
export type ParameterType = ValueType | 'any' | 'values' | 'lines' | 'function' | 'regex' | 'pattern' | 'object';

export interface BuiltinParameter {
  readonly name: string;
  readonly type: ParameterType;
  readonly optional?: true;
}

export type BuiltinGroup = 'text' | 'number' | 'logic' | 'date' | 'aggregate' | 'list';

export interface Builtin {
  /** Without the `$`. */
  readonly name: string;
  readonly group: BuiltinGroup;
  readonly parameters: readonly BuiltinParameter[];
  /** Left out, the first argument is the value at hand: `name.$uppercase()`. */
  readonly context?: true;
  /** Says something of functions too, where a value is expected. */
  readonly takesFunctions?: true;
  /** A type, or what the function answers with in general. */
  readonly result: ValueType | 'same' | 'values';
  readonly doc: LocalText;
  readonly lower: (args: readonly Argument[], call: Call, lowering: Lowering) => Shape | undefined;
}

/** How a function of single values becomes an expression; arguments have the parameters' types. */
export type BuildScalar = (
  args: readonly [Scalar, ...Scalar[]],
  at: { readonly call: Call; readonly lowering: Lowering; readonly spans: readonly Span[] },
) => Scalar | undefined;
