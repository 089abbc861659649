// What becomes of a row when its column or its operator changes: values that still fit are kept.
import { type FieldTest, type Operator, operators } from '@tierflow/compiler';
import type { ValueType } from '@tierflow/definition';

export type Scalar = string | number | boolean;

/** The type that operators see: instants are compared by their day. */
export function comparedType(type: ValueType): ValueType {
  return type === 'datetime' ? 'date' : type;
}

/** Operators that a column of the type can be compared with, in the order of the table. */
export function operatorsFor(type: ValueType): readonly Operator[] {
  return (Object.keys(operators) as Operator[]).filter((op) => (operators[op].types as readonly ValueType[]).includes(comparedType(type)));
}

/** The values of a row as a list. */
export function valuesOf({ value }: Pick<FieldTest, 'value'>): readonly Scalar[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly Scalar[]) : [value as Scalar];
}

/** A first row for a column: whole and sound, so that it can be counted at once. */
export function firstRow(field: string, type: ValueType, known: readonly Scalar[]): FieldTest {
  const [sample] = known;
  switch (comparedType(type)) {
    case 'number':
      return { field, op: 'ge', value: typeof sample === 'number' ? sample : 0 };
    case 'string':
      return typeof sample === 'string' && sample !== '' ? { field, op: 'eq', value: sample } : { field, op: 'isNotEmpty' };
    case 'boolean':
      return { field, op: 'eq', value: true };
    default:
      return { field, op: 'withinDays', value: 90 };
  }
}

/** The row with another operator. */
export function withOperator(row: FieldTest, op: Operator, type: ValueType): FieldTest {
  const { field } = row;
  const wanted = operators[op].value;
  const kept = valuesOf(row).filter((value) => fits(value, comparedType(type)));
  const days = operators[row.op].value === 'days';
  const [first, second] = days && wanted !== 'days' ? [] : kept;
  switch (wanted) {
    case 'none':
      return { field, op };
    case 'one':
      return first === undefined ? { field, op } : { field, op, value: first };
    case 'two':
      return first === undefined ? { field, op } : { field, op, value: [first, second ?? first] };
    case 'list':
      return { field, op, value: days ? [] : kept };
    case 'days':
      return { field, op, value: days ? (row.value ?? 90) : 90 };
  }
}

/** The row with another column; operator and values stay where they fit its type. */
export function withColumn(
  row: FieldTest,
  field: string,
  types: { readonly before: ValueType | undefined; readonly after: ValueType },
  known: readonly Scalar[],
): FieldTest {
  const { before, after } = types;
  const same = before !== undefined && comparedType(before) === comparedType(after);
  if (!operatorsFor(after).includes(row.op)) return firstRow(field, after, known);
  if (same && comparedType(after) !== 'string') return { ...row, field };
  if (operators[row.op].value === 'none') return { field, op: row.op };
  return firstRow(field, after, known);
}

function fits(value: Scalar, type: ValueType): boolean {
  return type === 'date' ? typeof value === 'string' : typeof value === type;
}
