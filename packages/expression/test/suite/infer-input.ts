// A closed record from an example: scalars are fields, objects are flattened with dots, lists of objects are collections.
import type { Collection, Field, Json, ValueType } from '@tierflow/definition';

export interface Inferred {
  readonly fields: readonly Field[];
  readonly collections: readonly Collection[];
  readonly record: { readonly [name: string]: Json };
}

type JsonObject = { readonly [name: string]: Json };

/** Lists inside lists become collections of their own, as `Order.Product`, of all their lines one after another. */
export function inferInput(data: Json): Inferred {
  const fields: Field[] = [];
  const record: { [name: string]: Json } = {};
  const lists = new Map<string, JsonObject[]>();
  const addLines = (name: string, lines: readonly Json[]): void => {
    if (lines.length === 0 || !lines.every(isObject)) return;
    const list = lists.get(name) ?? [];
    lists.set(name, list);
    for (const line of lines) list.push(flattened(line, (key, inner) => addLines(`${name}.${key}`, inner)));
  };
  if (isObject(data)) {
    for (const [name, value] of Object.entries(flattened(data, addLines))) {
      const type = typeOfJson(value);
      if (type === undefined) continue;
      fields.push({ name, type });
      record[name] = value;
    }
  }
  const collections = [...lists].map(([name, lines]): Collection => {
    record[name] = lines as Json;
    return { name, fields: fieldsOf(lines) };
  });
  return { fields, collections, record };
}

/** True if the name is a key somewhere in the data. */
export function isKeyIn(data: Json, name: string): boolean {
  if (Array.isArray(data)) return (data as readonly Json[]).some((part) => isKeyIn(part, name));
  if (!isObject(data)) return false;
  return Object.hasOwn(data, name) || Object.values(data).some((part) => isKeyIn(part, name));
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Scalars by their dotted names; a name with dots of its own gives way to a path of that name. */
function flattened(value: JsonObject, list: (name: string, lines: readonly Json[]) => void, prefix = ''): JsonObject {
  const found: { [name: string]: Json } = {};
  for (const [key, part] of Object.entries(value)) {
    if (key.includes('.') && Object.hasOwn(value, key.split('.')[0] ?? '')) continue;
    if (Array.isArray(part)) list(prefix + key, part as readonly Json[]);
    else if (isObject(part)) Object.assign(found, flattened(part, list, `${prefix}${key}.`));
    else if (part !== null) found[prefix + key] = part;
  }
  return found;
}

/** Fields of lines; one that has several types is none. */
function fieldsOf(lines: readonly JsonObject[]): readonly Field[] {
  const types = new Map<string, ValueType | undefined>();
  for (const [key, part] of lines.flatMap((line) => Object.entries(line))) {
    const type = typeOfJson(part);
    types.set(key, !types.has(key) || types.get(key) === type ? type : undefined);
  }
  return [...types].flatMap(([name, type]) => (type === undefined ? [] : [{ name, type }]));
}

function typeOfJson(value: Json): ValueType | undefined {
  const type = typeof value;
  return type === 'boolean' || type === 'number' || type === 'string' ? type : undefined;
}
