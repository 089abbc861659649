// The value beside a key: a tree of comparisons over the sorted keys, so that a table of thousands is a dozen steps deep.
import { type Fragment, joined, sql, text } from '../fragment.ts';
import { bound, type Implementation } from './implementation.ts';

interface Entry {
  readonly key: string;
  readonly value: string;
}

/** Keys that are compared one after another at the end of the way. */
const FEW = 16;

export const lookup: Implementation = bound(({ args }, x) => {
  const [keys = [], values = []] = [args[1], args[2]].map((arg) => (arg?.op === 'list' ? (arg.values as readonly string[]) : []));
  const firsts = new Map<string, string | undefined>();
  keys.forEach((key, at) => {
    if (!firsts.has(key)) firsts.set(key, values[at]);
  });
  const entries = [...firsts].flatMap(([key, value]): Entry[] => (value === undefined ? [] : [{ key, value }]));
  return entries.length === 0 ? sql`CAST(NULL AS VARCHAR)` : found(x, entries.toSorted(byCodePoint));
});

/** The engine's order of texts. */
function byCodePoint({ key: a }: Entry, { key: b }: Entry): number {
  const [x, y] = [[...a], [...b]];
  const at = x.findIndex((char, index) => char !== y[index]);
  return at < 0 ? x.length - y.length : (x[at]?.codePointAt(0) ?? 0) - (y[at]?.codePointAt(0) ?? -1);
}

function found(x: Fragment, entries: readonly Entry[]): Fragment {
  if (entries.length <= FEW) {
    const cases = entries.map(({ key, value }) => sql`WHEN ${text(key)} THEN ${text(value)}`);
    return sql`CASE ${x} ${joined(cases, ' ')} END`;
  }
  const middle = entries.length >> 1;
  const first = text((entries[middle] as Entry).key);
  return sql`CASE WHEN ${x} < ${first} THEN ${found(x, entries.slice(0, middle))} ELSE ${found(x, entries.slice(middle))} END`;
}
