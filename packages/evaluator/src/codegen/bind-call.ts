// Calls from generated code into the reference functions. Generated code holds numbers, dates and instants as
// doubles with NaN for missing, text as string or undefined, booleans as 0 false, 1 true, 2 missing.
import type { ValueType } from '@tierflow/definition';
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

type Types = readonly (ValueType | undefined)[];

/** The reference's own function. `types` has undefined where an argument is a constant list. */
export function referenceCall(fn: string, types: Types, civilDay: (ms: number) => number): (...args: Argument[]) => Value {
  return eagerFunctions[fn as Exclude<keyof typeof eagerFunctions, LazyName>]({ types, civilDay });
}

/** A function that deals with missing arguments itself, taking and giving generated code's values. */
export function bindCall(fn: string, types: Types, result: ValueType, civilDay: (ms: number) => number): Bound {
  const call = referenceCall(fn, types, civilDay);
  const readers = types.map(reader) as ((value: unknown) => Argument)[];
  const write = writer(result);
  return (...args) => write(call(...args.map((arg, i) => (readers[i] as (value: unknown) => Argument)(arg))));
}
