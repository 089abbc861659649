// Values inside a node's config by path: `recency.field`, `bands.2.from`; the empty path is the whole.
import type { Json } from '@tierflow/definition';

type Inner = { readonly [name: string]: Json } | readonly Json[];

function isInner(value: Json | undefined): value is Inner {
  return typeof value === 'object' && value !== null;
}

/** The value at a path; undefined where there is none. */
export function readPath(value: Json | undefined, path: string): Json | undefined {
  if (path === '') return value;
  let at = value;
  for (const name of path.split('.')) {
    if (!isInner(at) || !Object.hasOwn(at, name)) return undefined;
    at = (at as { readonly [name: string]: Json })[name];
  }
  return at;
}

/** A copy with the value at a path replaced; `undefined` removes it (in a list, the items after it move up). Missing objects on the way are made. */
export function writePath(value: Json | undefined, path: string, next: Json | undefined): Json | undefined {
  if (path === '') return next;
  const [name = '', ...rest] = path.split('.');
  const tail = rest.join('.');
  if (Array.isArray(value)) return writeItem(value as readonly Json[], Number(name), tail, next);
  const whole = (isInner(value) ? value : {}) as { readonly [name: string]: Json };
  const inner = writePath(Object.hasOwn(whole, name) ? whole[name] : undefined, tail, next);
  if (inner !== undefined) return { ...whole, [name]: inner };
  return Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name));
}

function writeItem(list: readonly Json[], index: number, tail: string, next: Json | undefined): Json {
  if (!Number.isInteger(index) || index < 0 || index > list.length) return list;
  const inner = writePath(list[index], tail, next);
  if (inner === undefined) return list.filter((_, at) => at !== index);
  return index === list.length ? [...list, inner] : list.map((item, at) => (at === index ? inner : item));
}

/** Whether two values say the same, whatever the order of names. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && sameJson(a[name as keyof typeof a], b[name as keyof typeof b]))
  );
}
