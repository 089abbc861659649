// What is to be seen of a tree of values: rows of what is open or found, what is chosen of each, and the choice in few words.
import type { TreeEntry } from '@tierflow/nodes';
import { pinyinInitials } from '../../palette/pinyin-initials.ts';

export interface TreeRow {
  readonly entry: TreeEntry;
  /** From 1. */
  readonly level: number;
  readonly parent: string | undefined;
  /** Place among the entries beside it, from 1, and how many these are. */
  readonly place: number;
  readonly beside: number;
  readonly open: boolean;
}

/** What a search leaves of a tree. */
export interface Found {
  /** Entries that are shown; undefined for all. */
  readonly shown: ReadonlySet<string> | undefined;
  /** Branches above what is found, which a search opens. */
  readonly above: ReadonlySet<string>;
}

interface Level {
  readonly level: number;
  readonly parent: string | undefined;
}

/** Rows of the entries whose branches are open, in order. */
export function openRows(
  entries: readonly TreeEntry[],
  open: ReadonlySet<string>,
  shown?: ReadonlySet<string>,
  { level, parent }: Level = { level: 1, parent: undefined },
): readonly TreeRow[] {
  const here = shown === undefined ? entries : entries.filter(({ id }) => shown.has(id));
  return here.flatMap((entry, at) => {
    const isOpen = entry.children.length > 0 && open.has(entry.id);
    const row: TreeRow = { entry, level, parent, place: at + 1, beside: here.length, open: isOpen };
    return isOpen ? [row, ...openRows(entry.children, open, shown, { level: level + 1, parent: entry.id })] : [row];
  });
}

/** Entries that a search names, everything below them, and the branches above. */
export function found(entries: readonly TreeEntry[], search: string): Found {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return { shown: undefined, above: new Set() };
  const shown = new Set<string>();
  const above = new Set<string>();
  const keep = (entry: TreeEntry, within: boolean): boolean => {
    const named = within || isNamed(entry, wanted);
    const below = entry.children.map((child) => keep(child, named)).includes(true);
    if (!named && !below) return false;
    shown.add(entry.id);
    if (!named) above.add(entry.id);
    return true;
  };
  for (const entry of entries) keep(entry, false);
  return { shown, above };
}

function isNamed({ title, also }: TreeEntry, wanted: string): boolean {
  const names = [title.en.toLowerCase(), title['zh-CN'] ?? '', ...also];
  if (names.some((name) => name.includes(wanted))) return true;
  return /^[a-z]{2,}$/.test(wanted) && pinyinInitials(title['zh-CN'] ?? '').startsWith(wanted);
}

/** The different values of an entry and everything below it. */
export function valuesIn(entry: TreeEntry): readonly string[] {
  return [...new Set(eachValue(entry))];
}

function eachValue({ value, children }: TreeEntry): readonly string[] {
  return [...(value === undefined ? [] : [value]), ...children.flatMap(eachValue)];
}

/** Whether all, none or some of an entry is chosen. */
export function chosenIn(entry: TreeEntry, chosen: ReadonlySet<string>): 'all' | 'none' | 'some' {
  const values = valuesIn(entry);
  const n = values.filter((value) => chosen.has(value)).length;
  return n === 0 ? 'none' : n === values.length ? 'all' : 'some';
}

/** The choice after an entry is chosen or taken away with everything below it. Order follows the choice before. */
export function toggled(entry: TreeEntry, chosen: readonly string[]): readonly string[] {
  const values = new Set(valuesIn(entry));
  if (chosenIn(entry, new Set(chosen)) === 'all') return chosen.filter((value) => !values.has(value));
  return [...chosen, ...[...values].filter((value) => !chosen.includes(value))];
}

/** Something chosen in few words: a whole branch, an entry, or a value that the tree does not have. */
export interface Chip {
  readonly key: string;
  readonly entry: TreeEntry | undefined;
  readonly values: readonly string[];
}

/** The choice with whole branches as one each, the biggest first; every value stands once. */
export function chipsOf(entries: readonly TreeEntry[], chosen: readonly string[]): readonly Chip[] {
  const all = new Set(chosen);
  const left = new Set(chosen);
  const whole: Chip[] = [];
  const walk = (entry: TreeEntry): void => {
    const values = valuesIn(entry);
    if (values.every((value) => all.has(value))) whole.push({ key: entry.id, entry, values });
    for (const child of entry.children) walk(child);
  };
  for (const entry of entries) walk(entry);
  const known = whole
    .toSorted((a, b) => b.values.length - a.values.length)
    .filter(({ values }) => {
      const fresh = values.every((value) => left.has(value));
      if (fresh) for (const value of values) left.delete(value);
      return fresh;
    });
  return [...known, ...[...left].map((value) => ({ key: `value ${value}`, entry: undefined, values: [value] }))];
}

/** How many places of the tree each value stands at, circles and other second views left out. */
export function namesakes(entries: readonly TreeEntry[]): ReadonlyMap<string, number> {
  const ids = new Map<string, Set<string>>();
  const walk = ({ id, value, children }: TreeEntry): void => {
    if (value !== undefined) {
      // The same place in a second view has the same id behind a blank.
      const places = ids.get(value) ?? new Set();
      places.add(id.slice(id.lastIndexOf(' ') + 1));
      ids.set(value, places);
    }
    for (const child of children) walk(child);
  };
  for (const entry of entries) walk(entry);
  return new Map([...ids].map(([value, places]) => [value, places.size]));
}

/** People of the entry: the sum over its values; undefined where they are not counted. */
export function peopleIn(entry: TreeEntry, counts: ReadonlyMap<string, number> | undefined): number | undefined {
  return counts === undefined ? undefined : valuesIn(entry).reduce((sum, value) => sum + (counts.get(value) ?? 0), 0);
}
