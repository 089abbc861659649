// Builders of typed expressions, so that kinds and passes read as what they mean.
import { type Expr, type FunctionName, functionSpec, type ValueType } from '@tierflow/definition';

/** A constant. */
export function literal(value: boolean | number | string): Expr {
  return { op: 'literal', value };
}

/** A civil day, `YYYY-MM-DD`. */
export function dayLiteral(value: string): Expr {
  return { op: 'date', value };
}

/** No value, of a type. */
export function missing(type: ValueType): Expr {
  return { op: 'missing', type };
}

/** A constant list, as an argument of a function that takes one, such as `in` or `bin`. */
export function list(values: readonly (boolean | number | string)[]): Expr {
  return { op: 'list', values };
}

/** A column of the program by its full id. */
export function column(id: string): Expr {
  return { op: 'column', id };
}

/** A field of the line at hand, inside an aggregate. */
export function line(name: string): Expr {
  return { op: 'line', name };
}

/** The as-of day. */
export const asOf: Expr = { op: 'asOf' };

/** A call of a function of the closed table. */
export function call(fn: FunctionName, ...args: readonly Expr[]): Expr {
  return { op: 'call', fn, args };
}

/** The condition with unknown as false. */
export function isTrue(part: Expr): Expr {
  const knows = part.op === 'literal' || (part.op === 'call' && functionSpec(part.fn)?.total === true);
  return knows ? part : call('isTrue', part);
}

/** True where every part is true; missing counts as false. Nothing to hold is true. */
export function allOf(parts: readonly Expr[]): Expr {
  if (parts.length === 0) return literal(true);
  return parts.length === 1 ? isTrue(parts[0] as Expr) : call('and', ...parts);
}

/** True where some part is true; missing counts as false. */
export function anyOf(parts: readonly Expr[]): Expr {
  if (parts.length === 0) return literal(false);
  return parts.length === 1 ? isTrue(parts[0] as Expr) : call('or', ...parts);
}

/** Sum of the parts; 0 of none. */
export function sumOf(parts: readonly Expr[]): Expr {
  const [first, ...rest] = parts;
  return first === undefined ? literal(0) : rest.reduce((sum, part) => call('add', sum, part), first);
}
