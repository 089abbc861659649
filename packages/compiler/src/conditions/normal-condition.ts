// The one way a condition is written: what the form draws alike, or can say with one row less, is the same here. Meaning
// stays, and so does the order of the rows.
import { type Condition, type FieldTest, type Operator, operators } from './condition.ts';

/** A row: a comparison, or a formula. */
export function isRow(where: Condition): where is FieldTest | { readonly expr: string } {
  return 'field' in where || 'expr' in where;
}

/** Operators that say the opposite of each other, and know of the same people. */
const OPPOSITES: { readonly [op in Operator]?: Operator } = {
  in: 'notIn',
  notIn: 'in',
  withinDays: 'notWithinDays',
  notWithinDays: 'withinDays',
  isEmpty: 'isNotEmpty',
  isNotEmpty: 'isEmpty',
};

/**
 * The condition with groups of one as what is in them, no double negation, groups excluded only as "none of these rows",
 * and from-and-to pairs as one row.
 */
export function normalCondition(where: Condition): Condition {
  if ('all' in where) return groupOf('all', where.all.map(normalCondition));
  if ('any' in where) return groupOf('any', where.any.map(normalCondition));
  if ('not' in where) return negated(normalCondition(where.not));
  if ('expr' in where) return { expr: where.expr.trim() };
  return normalTest(where);
}

/** The values as the operator takes them, none twice in a list. */
function normalTest({ field, op, value }: FieldTest): FieldTest {
  const values = (value === undefined ? [] : [value].flat()).map((one) => (one === 0 ? 0 : one));
  const [first] = values;
  const wanted = operators[op].value;
  if (wanted === 'none' || first === undefined) return { field, op };
  if (wanted === 'two') return { field, op, value: values };
  return { field, op, value: wanted === 'list' ? [...new Set(values)] : first };
}

function groupOf(kind: 'all' | 'any', parts: readonly Condition[]): Condition {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const constants = parts.flatMap((part) => constantOf(part) ?? []);
  if (parts.length > 0 && constants.length === parts.length) {
    const holds = kind === 'all' ? constants.every(Boolean) : constants.some(Boolean);
    return holds ? { all: [] } : { any: [] };
  }
  return kind === 'any' ? { any: parts } : (betweenOf(parts) ?? { all: parts });
}

/** True for everybody, false for nobody. */
function constantOf(where: Condition): boolean | undefined {
  if ('all' in where) return where.all.length === 0 ? true : undefined;
  return 'any' in where && where.any.length === 0 ? false : undefined;
}

/** At least one value and at most another, of one field. */
function betweenOf(parts: readonly Condition[]): FieldTest | undefined {
  const [from, to] = parts;
  if (parts.length !== 2 || from === undefined || to === undefined || !('field' in from) || !('field' in to)) return undefined;
  if (from.field !== to.field || from.op !== 'ge' || to.op !== 'le') return undefined;
  const values = [from.value, to.value].flatMap((value) => (typeof value === 'string' || typeof value === 'number' ? [value] : []));
  return values.length === 2 ? { field: from.field, op: 'between', value: values } : undefined;
}

/** The opposite of a condition that is already normal. */
function negated(where: Condition): Condition {
  if ('not' in where) return where.not;
  if ('all' in where) return groupOf('any', where.all.map(negated));
  if ('any' in where) return where.any.length > 0 && where.any.every(isRow) ? { not: where } : groupOf('all', where.any.map(negated));
  const op = 'field' in where ? OPPOSITES[where.op] : undefined;
  return op === undefined ? { not: where } : { ...(where as FieldTest), op };
}
