// Calls from generated code into the reference functions. Generated code holds numbers, dates and instants as
// doubles with NaN for missing, text as string or undefined, booleans as 0 false, 1 true, 2 missing.
import { functionSpec, type ValueType } from '@tierflow/definition';
import { type Argument, eagerFunctions, type LazyName } from '../functions/implementations.ts';
import type { Value } from '../value.ts';

export type Bound = (...args: unknown[]) => unknown;

type Convert = (value: never) => unknown;

const fromBoolean: Convert = (value: number) => (value === 2 ? undefined : value === 1);
const fromNumber: Convert = (value: number) => (Number.isNaN(value) ? undefined : value);
const fromConstant: Convert = (value: unknown) => value;

function reader(type: ValueType | undefined): Convert {
  if (type === 'boolean') return fromBoolean;
  return type === 'string' || type === undefined ? fromConstant : fromNumber;
}

function writer(type: ValueType): (value: Value) => unknown {
  if (type === 'boolean') return (value) => (value === undefined ? 2 : value === true ? 1 : 0);
  return type === 'string' ? (value) => value : (value) => value ?? Number.NaN;
}

/** A table function taking and giving generated code's values. `types` has undefined where an argument is a constant list. */
export function bindCall(
  fn: string,
  types: readonly (ValueType | undefined)[],
  result: ValueType,
  civilDay: (ms: number) => number,
): Bound {
  const call = eagerFunctions[fn as Exclude<keyof typeof eagerFunctions, LazyName>]({ types, civilDay }) as (...args: Argument[]) => Value;
  const readers = types.map(reader) as ((value: unknown) => Argument)[];
  const write = writer(result);
  const missing = functionSpec(fn)?.missing;
  if (missing === 'own') return (...args) => write(call(...args.map((arg, i) => (readers[i] as (value: unknown) => Argument)(arg))));
  const answer = write(missing === 'false' ? false : undefined);
  const [first, second] = readers;
  if (first !== undefined && readers.length === 1) {
    return (a) => {
      const x = first(a);
      return x === undefined ? answer : write(call(x));
    };
  }
  if (first !== undefined && second !== undefined && readers.length === 2) {
    return (a, b) => {
      const x = first(a);
      const y = second(b);
      return x === undefined || y === undefined ? answer : write(call(x, y));
    };
  }
  return (...args) => {
    const values = args.map((arg, i) => (readers[i] as (value: unknown) => Argument)(arg));
    return values.includes(undefined) ? answer : write(call(...values));
  };
}
