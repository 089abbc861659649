// What a key does in a tree, as the tree pattern of the WAI-ARIA Authoring Practices has it.
import type { TreeRow } from './tree-rows.ts';

export interface TreeActs {
  readonly goTo: (row: TreeRow | undefined) => void;
  readonly turn: (row: TreeRow) => void;
  readonly choose: (row: TreeRow) => void;
}

/** Acts on a key at the row that has the focus; false where the key means nothing here. */
export function actOnKey(key: string, rows: readonly TreeRow[], row: TreeRow, { goTo, turn, choose }: TreeActs): boolean {
  const at = rows.indexOf(row);
  switch (key) {
    case 'ArrowDown':
      goTo(rows[at + 1]);
      return true;
    case 'ArrowUp':
      goTo(rows[at - 1]);
      return true;
    case 'Home':
      goTo(rows[0]);
      return true;
    case 'End':
      goTo(rows.at(-1));
      return true;
    case 'ArrowRight':
      if (row.entry.children.length > 0 && !row.open) turn(row);
      else if (row.open) goTo(rows[at + 1]);
      return true;
    case 'ArrowLeft':
      if (row.open) turn(row);
      else goTo(rows.find(({ entry }) => entry.id === row.parent));
      return true;
    case ' ':
    case 'Enter':
      choose(row);
      return true;
    default:
      return false;
  }
}
