// A function of the table over constants, by its reference meaning: what compilers fold.
import { type ArgType, type FunctionName, functionTable } from '@tierflow/definition';
import { eagerFunctions, isLazy } from './functions/implementations.ts';
import { RowError } from './row-error.ts';
import type { Value } from './value.ts';

type Constant = boolean | number | string;

/** Of days, instants and lists no constants are folded. */
const UNFOLDED: ReadonlySet<ArgType> = new Set(['instant', 'date', 'list', 'texts', 'numbers', 'choices']);

const callers: ReadonlyMap<string, (...args: Constant[]) => Value> = new Map(
  Object.entries(functionTable).flatMap(([name, { args }]) => {
    const fn = name as FunctionName;
    const foldable = !isLazy(fn) && !args.some((type) => UNFOLDED.has(type));
    return foldable ? [[name, eagerFunctions[fn]({ types: [], civilDay: () => Number.NaN })]] : [];
  }),
);

/** The value over constants; undefined where it is missing, an error of the row, or not known before the row is. */
export function constantCall(fn: FunctionName, args: readonly Constant[]): Value {
  try {
    return callers.get(fn)?.(...args);
  } catch (error) {
    if (error instanceof RowError) return undefined;
    throw error;
  }
}
