// What is known of an expression's value before it runs: that it is never missing, that it is a whole number.
import { type Aggregate, boundOf, type Expr, functionSpec, typeOf } from '@tierflow/definition';
import type { Context } from './context.ts';

type Known = Pick<Context, 'types' | 'bounds' | 'mask' | 'whole'>;

/** The value is there for every row in which nothing is raised. */
export function isPresent(expr: Expr, known: Known): boolean {
  switch (expr.op) {
    case 'literal':
    case 'date':
    case 'asOf':
    case 'parameter':
      return true;
    case 'column':
      return known.mask(expr.id);
    case 'aggregate':
      return expr.fn === 'count' || expr.fn === 'distinct';
    case 'call': {
      const spec = functionSpec(expr.fn);
      if (spec === undefined) return false;
      if (spec.total) return true;
      // A band without a point is missing.
      return spec.missing !== 'own' && expr.fn !== 'step' && expr.args.every((arg) => arg.op === 'list' || isPresent(arg, known));
    }
    default:
      return false;
  }
}

/** Larger whole numbers would be shortened to 15 digits in text. */
const DIGITS_15 = 49;

/** The value is missing or a whole number whose text shows every digit. */
export function isShortWhole(expr: Expr, known: Known): boolean {
  return isWhole(expr, known) && boundOf(expr, known.bounds) <= DIGITS_15;
}

/** The value is missing or a whole number. */
export function isWhole(expr: Expr, known: Known): boolean {
  switch (expr.op) {
    case 'literal':
      return Number.isInteger(expr.value);
    case 'column':
      return known.whole(expr.id);
    case 'missing':
      return true;
    case 'aggregate':
      return isWholeAggregate(expr, known);
    case 'call':
      return isWholeCall(expr, known);
    default:
      return false;
  }
}

function isWholeAggregate(expr: Aggregate, known: Known): boolean {
  if (expr.fn === 'count' || expr.fn === 'distinct') return true;
  if (expr.fn === 'mean' || expr.value === undefined) return false;
  const line = known.types.collection(expr.from) ?? [];
  return isWhole(expr.value, { ...known, types: { ...known.types, line } });
}

const WHOLE = new Set(['floor', 'ceil', 'length', 'splitCount', 'daysBetween', 'yearOf', 'monthOf', 'dayOf', 'weekdayOf', 'age']);
const WHOLE_BINS = new Set(['bin', 'binLeft']);
/** Whole where all their numbers are; sums and products of doubles stay whole however large. */
const KEEPS_WHOLE = new Set(['add', 'sub', 'mul', 'mod', 'neg', 'abs', 'least', 'greatest', 'if', 'case', 'coalesce']);

function isWholeCall(expr: Extract<Expr, { op: 'call' }>, known: Known): boolean {
  if (WHOLE.has(expr.fn) || WHOLE_BINS.has(expr.fn)) return true;
  if (expr.fn === 'round') return expr.args.length === 1;
  if (expr.fn === 'step') return expr.args[2]?.op === 'list' && expr.args[2].values.every((point) => Number.isInteger(point));
  if (!KEEPS_WHOLE.has(expr.fn)) return false;
  return expr.args.every((arg) => typeOf(arg, known.types) !== 'number' || isWhole(arg, known));
}
