// The rows of the tree that are to be seen: what a search finds, and the branches that are open.
import type { TreeEntry } from '@tierflow/nodes';
import { useMemo, useState } from 'react';
import { chosenIn, found, openRows, type TreeRow } from './tree-rows.ts';

interface OpenRows {
  readonly rows: readonly TreeRow[];
  readonly search: string;
  readonly find: (search: string) => void;
  /** Opens a branch, or closes it. */
  readonly turn: (id: string) => void;
}

export function useOpenRows(entries: readonly TreeEntry[], chosen: readonly string[]): OpenRows {
  const [search, setSearch] = useState('');
  // Branches that are not as they are without anybody's doing.
  const [turned, setTurned] = useState<ReadonlySet<string>>(() => branchesOf(entries, chosen));
  const rows = useMemo(() => {
    const { shown, above } = found(entries, search);
    const open = new Set([...above, ...turned].filter((id) => above.has(id) !== turned.has(id)));
    return openRows(entries, open, shown);
  }, [entries, search, turned]);
  return {
    rows,
    search,
    find: (next) => {
      setSearch(next);
      setTurned(new Set());
    },
    turn: (id) => {
      const next = new Set(turned);
      if (!next.delete(id)) next.add(id);
      setTurned(next);
    },
  };
}

/** Branches with something chosen in them, but not the whole. */
function branchesOf(entries: readonly TreeEntry[], chosen: readonly string[]): ReadonlySet<string> {
  const set = new Set(chosen);
  const within = (entry: TreeEntry): readonly string[] =>
    chosenIn(entry, set) === 'some' ? [entry.id, ...entry.children.flatMap(within)] : [];
  return new Set(entries.flatMap(within));
}
