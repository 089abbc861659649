// What parts of a program are compiled against, and what they become.
import {
  type BoundScope,
  canRaise,
  type Expr,
  type FunctionName,
  type ParameterExpr,
  type ParameterValue,
  readParameter,
  type TypeScope,
  typeOf,
  type ValueType,
} from '@tierflow/definition';
import { SqlRefusal } from '../refusal.ts';
import { type Fragment, sql } from './fragment.ts';

/** SQL of an expression. Where evaluating raises a row error, `error` is its code and `value` means nothing. */
export interface Compiled {
  readonly value: Fragment;
  /** NULL or a code, in the order of evaluation; absent where nothing can be raised. */
  readonly error?: Fragment;
}

/** Fixed while a program is compiled, but for `types.line` and `bind` inside an aggregate. */
export interface Context {
  readonly types: TypeScope;
  readonly bounds: BoundScope;
  readonly parameter: (id: string) => ParameterValue | undefined;
  readonly timeZone: string;
  /** Day number. */
  readonly asOf: number;
  /** A column of the source: a field or a collection. */
  readonly field: (name: string) => Fragment;
  /** An earlier column of the program. */
  readonly column: (id: string) => Fragment;
  /** Columns that are never NULL. */
  readonly mask: (id: string) => boolean;
  /** log2 of the largest magnitude of a column that is NULL or a whole number. */
  readonly whole: (id: string) => number | undefined;
  /** Parts that are there already, under a name. */
  readonly given?: (expr: Expr) => Fragment | undefined;
  /** Makes a part something that may be written several times. */
  readonly bind: (part: Fragment) => Fragment;
  /** The same outside of an aggregate's lines. */
  readonly bindRow: (part: Fragment) => Fragment;
}

/** One call of a function, as its SQL needs it. */
export interface Call {
  readonly fn: FunctionName;
  readonly args: readonly Expr[];
  readonly types: readonly (ValueType | undefined)[];
  readonly context: Context;
  /** False where evaluating cannot raise an error. */
  readonly raises: boolean;
  readonly bind: (part: Fragment) => Fragment;
}

export function callOf(expr: Extract<Expr, { op: 'call' }>, context: Context): Call {
  return {
    fn: expr.fn as FunctionName,
    args: expr.args,
    types: expr.args.map((arg) => typeOf(arg, context.types)),
    context,
    raises: canRaise(expr, context.bounds),
    bind: context.bind,
  };
}

/** The numbers of an argument that is a constant or fitted list. */
export function numbersOf({ args, context }: Call, at: number): readonly number[] {
  return listOf(args[at], context) as readonly number[];
}

/** The texts of such an argument. */
export function textsOf({ args, context }: Call, at: number): readonly string[] {
  return listOf(args[at], context) as readonly string[];
}

function listOf(arg: Expr | undefined, context: Context): readonly unknown[] {
  if (arg?.op === 'list') return arg.values;
  return arg?.op === 'parameter' ? fitted(arg, context) : [];
}

/** A parameter's value: a list, or the list of a single number. */
export function fitted(part: ParameterExpr, context: Pick<Context, 'parameter'>): readonly (number | string)[] {
  const content = readParameter(part, context.parameter(part.id));
  if (content === undefined) throw new SqlRefusal('sql.not-fitted', part.id);
  return [content].flat();
}

/** The first error there is. */
export function firstError(errors: readonly (Fragment | undefined)[]): Fragment | undefined {
  const there = errors.filter((error) => error !== undefined);
  if (there.length < 2) return there[0];
  return there.reduceRight((rest, error) => sql`COALESCE(${error}, ${rest})`);
}

/** A value, with an error only where there is one. */
export function compiled(value: Fragment, error: Fragment | undefined): Compiled {
  return error === undefined ? { value } : { value, error };
}
