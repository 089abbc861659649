// A typed expression seen as the comparison of one value with something fixed, whatever way it was written: sides
// swapped, instants by their day, days counted back from the as-of day.
import type { Expr } from '@tierflow/definition';

/** What a value is compared with. `asOf` is the as-of day moved by a number of days. */
export type Fixed =
  | { readonly kind: 'value'; readonly value: string | number | boolean }
  | { readonly kind: 'day'; readonly value: string }
  | { readonly kind: 'asOf'; readonly moved: number }
  | { readonly kind: 'list'; readonly values: readonly (string | number | boolean)[] };

export type ComparedBy = 'lt' | 'le' | 'gt' | 'ge' | 'eq' | 'ne' | 'in' | 'contains' | 'startsWith' | 'endsWith';

export interface Comparison {
  readonly by: ComparedBy;
  /** The value; of an instant compared by its day, the instant. */
  readonly subject: Expr;
  readonly fixed: Fixed;
  /** What it is where the subject is missing. */
  readonly whenMissing: 'missing' | 'false';
}

interface Spec {
  readonly by: ComparedBy;
  readonly total?: true;
}

const SPECS: { readonly [fn: string]: Spec } = {
  lt: { by: 'lt' },
  le: { by: 'le' },
  gt: { by: 'gt' },
  ge: { by: 'ge' },
  eq: { by: 'eq', total: true },
  ne: { by: 'ne', total: true },
  in: { by: 'in', total: true },
  eq3: { by: 'eq' },
  ne3: { by: 'ne' },
  in3: { by: 'in' },
  contains: { by: 'contains' },
  startsWith: { by: 'startsWith' },
  endsWith: { by: 'endsWith' },
};

/** The same comparison seen from the other side; texts within texts have none. */
const SWAPPED: { readonly [by in ComparedBy]?: ComparedBy } = { lt: 'gt', le: 'ge', gt: 'lt', ge: 'le', eq: 'eq', ne: 'ne' };

/** The comparison an expression is; undefined where it is none, or not with something fixed. */
export function comparisonIn(expr: Expr): Comparison | undefined {
  const spec = expr.op === 'call' && Object.hasOwn(SPECS, expr.fn) ? SPECS[expr.fn] : undefined;
  if (expr.op !== 'call' || spec === undefined || expr.args.length !== 2) return undefined;
  const [left, right] = expr.args as readonly [Expr, Expr];
  const whenMissing = spec.total === true ? 'false' : 'missing';
  const fixed = fixedIn(right);
  if (fixed !== undefined) return fixedIn(left) === undefined ? placed({ by: spec.by, subject: left, fixed, whenMissing }) : undefined;
  const other = fixedIn(left);
  const by = SWAPPED[spec.by];
  return other === undefined || by === undefined ? undefined : placed({ by, subject: right, fixed: other, whenMissing });
}

function fixedIn(expr: Expr): Fixed | undefined {
  if (expr.op === 'literal') return { kind: 'value', value: expr.value };
  if (expr.op === 'date') return { kind: 'day', value: expr.value };
  if (expr.op === 'asOf') return { kind: 'asOf', moved: 0 };
  if (expr.op === 'list') return { kind: 'list', values: expr.values };
  const [day, days] = argsOf(expr, 'addDays') ?? [];
  return day?.op === 'asOf' && days?.op === 'literal' && isMove(days.value) ? { kind: 'asOf', moved: days.value } : undefined;
}

/** Days that lead to no day out of range. */
function isMove(value: boolean | number | string): value is number {
  return Number.isInteger(value) && Math.abs(Number(value)) <= 100_000;
}

/** Instants by their day, days before the as-of day as the day, and parts of a text at its ends for what they are. */
function placed(found: Comparison): Comparison {
  const { by, subject, fixed } = found;
  const [instant] = argsOf(subject, 'dateOf') ?? [];
  if (instant !== undefined) return placed({ ...found, subject: instant });
  // Days are whole: after one is from the next one on.
  if (fixed.kind === 'asOf' && by === 'gt') return { ...found, by: 'ge', fixed: { kind: 'asOf', moved: fixed.moved + 1 } };
  if (fixed.kind === 'asOf' && by === 'lt') return { ...found, by: 'le', fixed: { kind: 'asOf', moved: fixed.moved - 1 } };
  if (fixed.kind !== 'value') return found;
  const [since, until] = argsOf(subject, 'daysBetween') ?? [];
  const swapped = SWAPPED[by];
  if (since !== undefined && until?.op === 'asOf' && swapped !== undefined && isMove(fixed.value))
    return placed({ ...found, by: swapped, subject: since, fixed: { kind: 'asOf', moved: -fixed.value } });
  const end = by === 'eq' && typeof fixed.value === 'string' ? argsOf(subject, 'substring') : undefined;
  return end === undefined ? found : endOfText(found, String(fixed.value), end);
}

/** `$substring(x, 0, n) = "…"` of n characters: x starts with them; `$substring(x, -n)`: x ends with them. */
function endOfText(found: Comparison, text: string, [subject, start, length]: readonly Expr[]): Comparison {
  const size = [...text].length;
  const at = start?.op === 'literal' ? start.value : undefined;
  const long = length?.op === 'literal' ? length.value : undefined;
  if (subject === undefined || size === 0) return found;
  if (at === 0 && long === size) return { ...found, by: 'startsWith', subject };
  return at === -size && length === undefined ? { ...found, by: 'endsWith', subject } : found;
}

/** The arguments of a call of a function; undefined for anything else. */
export function argsOf(expr: Expr, fn: string): readonly Expr[] | undefined {
  return expr.op === 'call' && expr.fn === fn ? expr.args : undefined;
}
