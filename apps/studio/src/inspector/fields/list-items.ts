// Items of a list in a config: new ones get names of their own, moved ones keep everything.
import type { Json } from '@tierflow/definition';
import { freshId } from '@tierflow/flow';

type Item = { readonly [name: string]: Json };

/** A new item from a start; `id` and `name`, where it has them, are not taken by another item. */
export function newItem(start: unknown, items: readonly Json[]): Json {
  const item = structuredClone(start) as Item;
  const fresh = ['id', 'name'].flatMap((key): [string, string][] => {
    const value = item[key];
    if (typeof value !== 'string') return [];
    const taken = new Set(items.flatMap((other) => nameIn(other, key) ?? []));
    if (value !== '' && !taken.has(value)) return [[key, value]];
    const stem = value === '' ? 'column' : value.replace(/[-_]\d+$/, '');
    return [[key, key === 'id' ? freshId(taken, stem) : freeName(taken, stem)]];
  });
  return { ...item, ...Object.fromEntries(fresh) };
}

/** Names are read in formulas, where a dash would be a minus. */
function freeName(taken: ReadonlySet<string>, stem: string): string {
  if (!taken.has(stem)) return stem;
  for (let number = 2; ; number += 1) if (!taken.has(`${stem}_${number}`)) return `${stem}_${number}`;
}

/** The list with an item moved by a place. */
export function movedItem(items: readonly Json[], at: number, by: -1 | 1): readonly Json[] {
  const next = [...items];
  const [item] = next.splice(at, 1);
  if (item !== undefined) next.splice(at + by, 0, item);
  return next;
}

/** What tells items apart while they move: their id or name, else their place. */
export function itemKeys(items: readonly Json[]): readonly string[] {
  const used = new Set<string>();
  return items.map((item, at) => {
    const name = nameIn(item, 'id') ?? String(at);
    const key = used.has(name) ? `${name} ${at}` : name;
    used.add(key);
    return key;
  });
}

function nameIn(item: Json, key: string): string | undefined {
  const value = typeof item === 'object' && item !== null && !Array.isArray(item) ? (item as Item)[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}
