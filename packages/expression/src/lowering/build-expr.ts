// Builds typed expressions: the only file that makes `call` nodes. Types, missingness and sizes follow from the
// function table and the arguments.
import { type Expr, type FunctionName, type FunctionSpec, functionTable, parseDay, type ValueType } from '@tierflow/definition';
import { constantCall } from '@tierflow/evaluator';
import type { Scalar } from './shape.ts';

export function literal(value: boolean | number | string, decimals?: number): Scalar {
  const type = typeof value as 'boolean' | 'number' | 'string';
  return {
    kind: 'scalar',
    expr: { op: 'literal', value },
    type,
    constant: value,
    optional: false,
    size: 1,
    depth: 1,
    ...(decimals === undefined ? {} : { decimals }),
  };
}

export const asOf: Scalar = { kind: 'scalar', expr: { op: 'asOf' }, type: 'date', optional: false, size: 1, depth: 1 };

export function missing(type: ValueType): Scalar {
  return {
    kind: 'scalar',
    expr: { op: 'missing', type },
    type,
    optional: true,
    size: 1,
    depth: 1,
    ...(type === 'number' ? { decimals: 0 } : {}),
  };
}

/** A civil day; undefined for a text that is none. */
export function dateLiteral(value: string): Scalar | undefined {
  if (parseDay(value) === undefined) return undefined;
  return { kind: 'scalar', expr: { op: 'date', value }, type: 'date', optional: false, size: 1, depth: 1 };
}

/** A field, a column or a line's field. */
export function reading(expr: Expr, type: ValueType, more: Pick<Scalar, 'decimals' | 'line'> = {}): Scalar {
  return { kind: 'scalar', expr, type, optional: true, size: 1, depth: 1, ...more };
}

/** What follows from the values rather than from the signature. */
export interface Known {
  readonly decimals?: number | undefined;
  readonly optional?: boolean;
  /** A constant list among the arguments; it stands at this position. */
  readonly list?: { readonly at: number; readonly values: readonly (boolean | number | string)[] };
}

/** Lines that one expression reads; `mixed` where two iterations meet, which no aggregate can answer. */
export function lineOf(parts: readonly Scalar[]): number | undefined | 'mixed' {
  const lines = new Set(parts.flatMap((part) => (part.line === undefined ? [] : [part.line])));
  if (lines.size > 1) return 'mixed';
  return [...lines][0];
}

/** A call of the function table. The caller has checked the types. */
export function call(fn: FunctionName, args: readonly Scalar[], known: Known = {}): Scalar {
  const spec: FunctionSpec = functionTable[fn];
  const folded = known.list === undefined ? foldedCall(fn, args, known) : undefined;
  if (folded !== undefined) return folded;
  const exprs: Expr[] = args.map((arg) => arg.expr);
  if (known.list !== undefined) exprs.splice(known.list.at, 0, { op: 'list', values: known.list.values });
  const line = lineOf(args);
  const decimals = 'decimals' in known ? known.decimals : undefined;
  return {
    kind: 'scalar',
    expr: { op: 'call', fn, args: exprs },
    type: resultType(spec, args),
    optional: known.optional ?? (!spec.total && (spec.raises !== undefined || args.some((arg) => arg.optional))),
    size: sizeOf(args) + (known.list === undefined ? 0 : 1),
    depth: Math.max(1, ...args.map((arg, at) => arg.depth + (at === 0 && isCallOf(arg.expr, fn) ? 0 : 1))),
    ...(decimals === undefined ? {} : { decimals }),
    ...(line === undefined ? {} : { line: line === 'mixed' ? MIXED : line }),
    ...(args.some((arg) => arg.aggregates === true) ? { aggregates: true } : {}),
  };
}

/** Longest text that is worked out in advance. */
const LONGEST_FOLDED = 1_000;

/** The value itself, where all arguments are constants and the call has one. */
function foldedCall(fn: FunctionName, args: readonly Scalar[], { decimals }: Known): Scalar | undefined {
  const constants: (boolean | number | string)[] = [];
  for (const { constant } of args) {
    if (constant === undefined || isLong(constant)) return undefined;
    constants.push(constant);
  }
  const value = constantCall(fn, constants);
  if (value === undefined || isLong(value)) return undefined;
  return literal(value, typeof value === 'number' ? decimals : undefined);
}

function isLong(value: boolean | number | string): boolean {
  return typeof value === 'string' && value.length > LONGEST_FOLDED;
}

/** The line number of a value that reads lines of two iterations. */
export const MIXED = -1;

export function sizeOf(parts: readonly Scalar[]): number {
  return Math.min(
    1e9,
    parts.reduce((sum, part) => sum + part.size, 1),
  );
}

function isCallOf(expr: Expr, fn: string): boolean {
  return expr.op === 'call' && expr.fn === fn;
}

function resultType(spec: FunctionSpec, args: readonly Scalar[]): ValueType {
  if (spec.result !== 'same') return spec.result;
  const at = spec.args.indexOf('any');
  return args[at]?.type ?? 'string';
}

/** Decimals of a value that is one of several. */
export function widestDecimals(parts: readonly Scalar[]): number | undefined {
  let widest = 0;
  for (const { decimals } of parts) {
    if (decimals === undefined) return undefined;
    widest = Math.max(widest, decimals);
  }
  return widest;
}
