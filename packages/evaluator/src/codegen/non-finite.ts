// The slow path of arithmetic whose result is not finite.
import { raise } from '../row-error.ts';

/** NaN where an operand is missing, else the row error. */
export function nonFinite(a: number, b: number): number {
  return Number.isNaN(a) || Number.isNaN(b) ? Number.NaN : raise('number.not-finite');
}
