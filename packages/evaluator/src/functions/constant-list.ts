// What a function is given for a constant list among its arguments: numbers as they stand, a set for membership, and for a
// look-up one map of both lists, made once.
import { type Expr, functionSpec } from '@tierflow/definition';
import type { Value } from '../value.ts';
import type { Argument } from './implementations.ts';

type Call = Extract<Expr, { op: 'call' }>;

/** The list at a place among the arguments of a call. */
export function constantList({ fn, args }: Call, at: number): Argument {
  const values = listed(args[at]);
  switch (functionSpec(fn)?.args[at]) {
    case 'list':
      return new Set<Value>(values);
    case 'texts':
      return at === 1 ? beside(values, listed(args[2])) : undefined;
    default:
      return values as readonly number[] | readonly string[];
  }
}

function listed(arg: Expr | undefined): readonly Value[] {
  return arg?.op === 'list' ? arg.values : [];
}

/** Each key with the value at its place; of equal keys the first, also where it has no value. */
function beside(keys: readonly Value[], values: readonly Value[]): ReadonlyMap<Value, Value> {
  const table = new Map<Value, Value>();
  keys.forEach((key, at) => {
    if (!table.has(key)) table.set(key, values[at]);
  });
  return table;
}
