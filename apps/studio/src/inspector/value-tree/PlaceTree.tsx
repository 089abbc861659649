// The rows of the tree. One of them can be reached with Tab; keys go on from it.
import type { TreeEntry } from '@tierflow/nodes';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useSpeech } from '../../words/use-words.ts';
import { TreeItem } from './TreeItem.tsx';
import { actOnKey } from './tree-keys.ts';
import { chosenIn, namesakes, peopleIn, type TreeRow, toggled } from './tree-rows.ts';
import classes from './value-tree.module.css';

interface Props {
  readonly entries: readonly TreeEntry[];
  readonly rows: readonly TreeRow[];
  readonly label: string;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  readonly counts: ReadonlyMap<string, number> | undefined;
  readonly single: boolean;
  readonly close: () => void;
  readonly turn: (id: string) => void;
}

/** More rows than this are not drawn; a search finds the others. */
const DRAWN = 400;

export function PlaceTree({ entries, rows, label, chosen, onChange, counts, single, close, turn }: Props) {
  const { t, exact } = useSpeech();
  const places = useMemo(() => namesakes(entries), [entries]);
  const set = useMemo(() => new Set(chosen), [chosen]);
  const area = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState('');
  const drawn = rows.slice(0, DRAWN);
  const reachable = drawn.find(({ entry }) => entry.id === focused) ?? drawn[0];
  const goTo = (row: TreeRow | undefined) => {
    if (row !== undefined) area.current?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(row.entry.id)}"]`)?.focus();
  };
  const turnRow = ({ entry }: TreeRow) => turn(entry.id);
  const choose = (row: TreeRow) => {
    const { value } = row.entry;
    if (!single) return onChange(toggled(row.entry, chosen));
    if (value === undefined) return turnRow(row);
    onChange([value]);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (reachable === undefined || !actOnKey(event.key, drawn, reachable, { goTo, turn: turnRow, choose })) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={area} role="tree" aria-label={label} aria-multiselectable={!single} className={classes.tree} onKeyDown={onKeyDown}>
      {drawn.map((row) => (
        <TreeItem
          key={row.entry.id}
          row={row}
          state={chosenIn(row.entry, set)}
          single={single}
          people={peopleIn(row.entry, counts)}
          places={row.entry.value === undefined ? 1 : (places.get(row.entry.value) ?? 1)}
          reachable={row === reachable}
          onFocus={() => setFocused(row.entry.id)}
          onTurn={() => turnRow(row)}
          onChoose={() => choose(row)}
        />
      ))}
      {rows.length > DRAWN && <p className={classes.quiet}>{t('regions.more', { n: exact(rows.length - DRAWN) })}</p>}
    </div>
  );
}
