// What is known of an expression's value before it runs: that it is never missing, that it is a whole number.
import { type Aggregate, boundOf, type Expr, functionSpec, typeOf, UNBOUNDED } from '@tierflow/definition';
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
      return spec.missing !== 'own' && !EMPTY.has(expr.fn) && expr.args.every((arg) => arg.op === 'list' || isPresent(arg, known));
    }
    default:
      return false;
  }
}

/** Larger whole numbers would be shortened to 15 digits in text. */
const DIGITS_15 = 49;

/** The value is missing or a whole number whose text shows every digit. */
export function isShortWhole(expr: Expr, known: Known): boolean {
  return (wholeBound(expr, known) ?? UNBOUNDED) <= DIGITS_15;
}

/** log2 of the largest magnitude of a value that is missing or a whole number; undefined where it may be another. */
export function wholeBound(expr: Expr, known: Known): number | undefined {
  switch (expr.op) {
    case 'literal':
      return Number.isInteger(expr.value) ? boundOf(expr, known.bounds) : undefined;
    case 'column':
      return known.whole(expr.id);
    case 'missing':
      return 0;
    case 'aggregate':
      return boundOfAggregate(expr, known);
    case 'call':
      return boundOfCall(expr, known);
    default:
      return undefined;
  }
}

/** Lists and texts are shorter, days fewer. */
const SMALL = 32;
const COUNTING = new Set([
  'length',
  'splitCount',
  'daysBetween',
  'yearOf',
  'monthOf',
  'dayOf',
  'weekdayOf',
  'age',
  'bin',
  'binLeft',
  'nearest',
]);
/** Missing without a point of the band, without a centroid, or beyond a list. */
const EMPTY = new Set(['step', 'nearest', 'nearestMargin', 'textAt', 'numberAt']);
const CHOOSING = new Set(['least', 'greatest', 'if', 'case', 'coalesce']);

function boundOfAggregate(expr: Aggregate, known: Known): number | undefined {
  if (expr.fn === 'count' || expr.fn === 'distinct' || expr.fn === 'firstRule') return SMALL;
  if (expr.fn === 'mean' || expr.value === undefined) return undefined;
  const line = known.types.collection(expr.from) ?? [];
  const value = wholeBound(expr.value, { ...known, types: { ...known.types, line } });
  return expr.fn === 'sum' && value !== undefined ? value + SMALL : value;
}

function boundOfCall(expr: Extract<Expr, { op: 'call' }>, known: Known): number | undefined {
  const { fn, args } = expr;
  if (COUNTING.has(fn)) return SMALL;
  if (fn === 'floor' || fn === 'ceil' || (fn === 'round' && args.length === 1)) return boundOf(expr, known.bounds);
  if (fn === 'step') {
    const points = args[2]?.op === 'list' ? args[2].values : [0.5];
    return points.every(Number.isInteger) ? boundOf(expr, known.bounds) : undefined;
  }
  const bounds = args.filter((arg) => typeOf(arg, known.types) === 'number').map((arg) => wholeBound(arg, known));
  const whole = bounds.filter((bound) => bound !== undefined);
  if (whole.length < bounds.length) return undefined;
  const [a = 0, b = 0] = whole;
  if (CHOOSING.has(fn)) return Math.max(0, ...whole);
  if (fn === 'add' || fn === 'sub') return Math.max(a, b) + 1;
  if (fn === 'mul') return a + b;
  return fn === 'neg' || fn === 'abs' || fn === 'mod' ? a : undefined;
}
