// What every emitting file is given: where values come from, types and bounds, and how parts are emitted. Parts are
// reached through `recur`, so that the files need not import each other in a circle.
import { type BoundScope, canRaise, type Expr, type TypeScope, typeOf, type ValueType } from '@tierflow/definition';
import type { Prepared } from '../program.ts';

type Emit = (expr: Expr, emitter: Emitter) => string;

/** One entry per form of a value. */
export interface Recursion {
  /** A double; NaN is missing. Days and instants too. */
  readonly number: Emit;
  /** A string; undefined is missing. */
  readonly text: Emit;
  /** 0 false, 1 true, 2 missing. */
  readonly tri: Emit;
  /** 1 where true, else 0. */
  readonly isTrue: Emit;
  /** 1 where false, else 0. */
  readonly isFalse: Emit;
  /** The form of the expression's type. */
  readonly value: Emit;
}

/** Where the text gets values of a line from. */
export interface LineText {
  readonly line: (name: string, type: ValueType) => string;
  readonly dayOf?: ((name: string) => string | undefined) | undefined;
}

/** Where the text gets its values from: one record, or row `i` of typed arrays. */
export interface Target {
  readonly field: (name: string, type: ValueType) => string;
  readonly column: (id: string) => string;
  readonly aggregate: (expr: Extract<Expr, { op: 'aggregate' }>) => string;
  /** Text reading a table over a dictionary instead, where the expression depends on one text field only. */
  readonly lift?: (expr: Expr, type: ValueType) => string | undefined;
  /** Text for the civil day of a datetime field, where it is stored. */
  readonly dayOf?: (name: string) => string | undefined;
}

export interface Emitter {
  readonly target: Target;
  readonly types: TypeScope;
  readonly bounds: BoundScope;
  readonly civilDay: (ms: number) => number;
  readonly parameter: Prepared['parameter'];
  readonly rules: Prepared['rules'];
  /** True for columns that are never missing. */
  readonly isMask: (id: string) => boolean;
  /** How parts are emitted. */
  readonly recur: Recursion;
  /** Puts a value into the constant pool and answers its identifier. */
  readonly constant: (value: unknown) => string;
  /** A variable of the enclosing function for a value that is needed twice. */
  readonly temporary: () => string;
  /** The collection of the lines at hand, inside an aggregate. */
  readonly from?: string;
  /** The line at hand, inside an aggregate. */
  readonly lines?: LineText;
}

/** Type of an expression at this place. */
export function typeHere(expr: Expr, emitter: Emitter): ValueType {
  const { from, types } = emitter;
  const line = from === undefined ? undefined : types.collection(from);
  return typeOf(expr, line === undefined ? types : { ...types, line }) ?? 'number';
}

export function raises(expr: Expr, emitter: Emitter): boolean {
  return canRaise(expr, emitter.bounds);
}

/** Numbers of a `numbers` argument, known when code is made. */
export function numbersOf(arg: Expr | undefined, emitter: Emitter): readonly number[] {
  if (arg?.op === 'parameter') return [emitter.parameter(arg)].flat() as readonly number[];
  return arg?.op === 'list' ? (arg.values as readonly number[]) : [];
}

/** An identifier or element that may stand twice. */
export function isPlain(text: string): boolean {
  return /^[\w.]+(\[\w+( - \w+)?\])?$/.test(text);
}
