// How large a number can get: lets generated code leave out checks for overflow where there can be none.
// A bound is log2 of the largest magnitude; UNBOUNDED where nothing is known.
import { functionSpec } from './functions.ts';
import type { ParameterContent, ParameterExpr } from './parameter-table.ts';
import { partsOf } from './type-of.ts';
import type { Expr } from './types.ts';

export const UNBOUNDED = 1024;
const FIELD = 53;
const LINES = 32;

export interface BoundScope {
  /** Bound of an earlier column. */
  readonly column: (id: string) => number;
  readonly parameter: (part: ParameterExpr) => ParameterContent;
}

const log2 = (x: number): number => (x === 0 ? 0 : Math.max(0, Math.ceil(Math.log2(Math.abs(x)))));
const largest = (values: readonly unknown[]): number => Math.max(0, ...values.filter((value) => typeof value === 'number').map(log2));

/** Bound of a numeric expression. */
export function boundOf(expr: Expr, scope: BoundScope): number {
  switch (expr.op) {
    case 'literal':
      return typeof expr.value === 'number' ? log2(expr.value) : 0;
    case 'column':
      return scope.column(expr.id);
    case 'parameter':
      return largest([scope.parameter(expr)].flat());
    case 'list':
      return largest(expr.values);
    case 'aggregate':
      return boundOfAggregate(expr, scope);
    case 'call':
      return Math.min(UNBOUNDED, boundOfCall(expr, scope));
    default:
      return FIELD;
  }
}

function boundOfAggregate(expr: Extract<Expr, { op: 'aggregate' }>, scope: BoundScope): number {
  if (expr.fn === 'count' || expr.fn === 'distinct' || expr.fn === 'firstRule' || expr.value === undefined) return LINES;
  const value = boundOf(expr.value, scope);
  return expr.fn === 'sum' ? Math.min(UNBOUNDED, value + LINES) : value;
}

function boundOfCall(expr: Extract<Expr, { op: 'call' }>, scope: BoundScope): number {
  const bounds = expr.args.map((arg) => boundOf(arg, scope));
  const [a = 0, b = 0] = bounds;
  switch (expr.fn) {
    case 'add':
    case 'sub':
      return Math.max(a, b) + 1;
    case 'mul':
      return a + b;
    case 'div': {
      const by = expr.args[1];
      return by?.op === 'literal' && typeof by.value === 'number' && Math.abs(by.value) >= 1e-15 ? a + 50 : UNBOUNDED;
    }
    case 'numberAt':
      return a;
    case 'neg':
    case 'abs':
    case 'floor':
    case 'ceil':
    case 'mod':
      return a + 1;
    case 'round':
      return expr.args.length === 1 ? a + 1 : UNBOUNDED;
    case 'least':
    case 'greatest':
    case 'if':
    case 'case':
    case 'coalesce':
      return Math.max(...bounds);
    case 'step':
      return bounds[2] ?? UNBOUNDED;
    case 'power':
    case 'toNumber':
    case 'zscore':
    case 'bgnbdPurchases':
    case 'paretoNbdPurchases':
    case 'gammaGammaMean':
      return UNBOUNDED;
    default:
      return FIELD;
  }
}

const CHECKED = new Set(['add', 'sub', 'mul']);

/** Whether evaluating can raise a row error. */
export function canRaise(expr: Expr, scope: BoundScope): boolean {
  if (partsOf(expr).some((part) => canRaise(part, scope))) return true;
  if (expr.op === 'aggregate') return boundOf(expr, scope) >= UNBOUNDED - 1 && (expr.fn === 'sum' || expr.fn === 'mean');
  if (expr.op !== 'call') return false;
  if (CHECKED.has(expr.fn) || expr.fn === 'div' || expr.fn === 'round') return boundOf(expr, scope) >= UNBOUNDED - 1;
  if (expr.fn === 'mod') return !(expr.args[1]?.op === 'literal' && expr.args[1].value !== 0);
  return functionSpec(expr.fn)?.raises !== undefined;
}
