// The columns every source starts with: the customers' fields, their key among them.
import type { Field } from '@tierflow/definition';
import type { DataSchema } from '../data-schema.ts';

/** Name of the field that identifies a customer. */
export function keyOf(data: DataSchema): string {
  return data.customers?.key ?? data.collections[0]?.customer ?? 'customer_id';
}

/** Fields of a customer's record, collections apart. A key that is not declared among them is text. */
export function sourceFields(data: DataSchema): readonly Field[] {
  const key = keyOf(data);
  const fields = data.customers?.fields ?? [];
  return fields.some((field) => field.name === key) ? fields : [{ name: key, type: 'string' }, ...fields];
}
