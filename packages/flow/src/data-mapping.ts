// Imported data sets under the names a flow gives them and their columns: a flow keeps its own words whatever the files call things.
import type { Field } from '@tierflow/definition';
import type { Flow, FlowData } from './schema.ts';

/** A data set as it is stored. Roles are columns of it. */
export interface StoredSet {
  readonly name: string;
  readonly key?: string | null | undefined;
  readonly customer?: string | null | undefined;
  readonly time?: string | null | undefined;
  readonly fields: readonly Field[];
}

/** A data set in the flow's words, with the stored column of every field that has another name. */
export type MappedSet<S extends StoredSet> = S & { readonly columns: { readonly [field: string]: string } };

/** The name of the imported data set that stands behind one of the flow's. */
export function storedName(data: Flow['data'], name: string): string {
  return data?.[name]?.dataset ?? name;
}

/**
 * The imported sets that a flow reads, in its words; all of them as they are where it declares none. A stored column whose
 * name the flow gives to another column cannot be read.
 * @example
 * mapDataSets({ orders: { dataset: 'sales', fields: [{ name: 'amount', type: 'number', column: 'paid' }] } }, imported);
 */
export function mapDataSets<S extends StoredSet>(data: Flow['data'], sets: readonly S[]): readonly MappedSet<S>[] {
  if (data === undefined) return sets.map((set) => ({ ...set, columns: {} }));
  return Object.entries(data).flatMap(([name, declared]) => {
    const stored = sets.find((set) => set.name === (declared.dataset ?? name));
    return stored === undefined ? [] : [mapped(name, declared, stored)];
  });
}

function mapped<S extends StoredSet>(name: string, declared: FlowData, stored: S): MappedSet<S> {
  const there = new Map(stored.fields.map((field) => [field.name, field]));
  const moved = declared.fields.flatMap(({ name: field, column }) => {
    const found = column === undefined || column === field ? undefined : there.get(column);
    return found === undefined ? [] : [{ name: field, column: found.name, type: found.type }];
  });
  const hidden = new Set(moved.flatMap((field) => [field.name, field.column]));
  const called = (role: string | null | undefined) => moved.find(({ column }) => column === role)?.name ?? role;
  return {
    ...stored,
    name,
    ...('key' in stored ? { key: called(stored.key) } : {}),
    ...('customer' in stored ? { customer: called(stored.customer) } : {}),
    ...('time' in stored ? { time: called(stored.time) } : {}),
    fields: [...moved.map(({ name: field, type }) => ({ name: field, type })), ...stored.fields.filter((field) => !hidden.has(field.name))],
    columns: Object.fromEntries(moved.map(({ name: field, column }) => [field, column])),
  };
}
