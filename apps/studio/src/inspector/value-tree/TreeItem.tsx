// One row of the tree: what opens it, what is chosen of it, its name, its people.
import { IconCheck, IconChevronRight, IconMinus } from '@tabler/icons-react';
import { useSpeech } from '../../words/use-words.ts';
import type { TreeRow } from './tree-rows.ts';
import classes from './value-tree.module.css';

interface Props {
  readonly row: TreeRow;
  readonly state: 'all' | 'none' | 'some';
  readonly single: boolean;
  readonly people: number | undefined;
  /** Places that the value stands for. */
  readonly places: number;
  readonly reachable: boolean;
  readonly onFocus: () => void;
  readonly onTurn: () => void;
  readonly onChoose: () => void;
}

const checked = { all: true, none: false, some: 'mixed' } as const;

export function TreeItem({ row, state, single, people, places, reachable, onFocus, onTurn, onChoose }: Props) {
  const { t, text, exact } = useSpeech();
  const { entry, level, place, beside, open } = row;
  const branch = entry.children.length > 0;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are read by the tree
    <div
      role="treeitem"
      tabIndex={reachable ? 0 : -1}
      className={classes.item}
      data-entry={entry.id}
      data-state={state}
      style={{ '--level': level - 1 } as React.CSSProperties}
      aria-level={level}
      aria-posinset={place}
      aria-setsize={beside}
      {...(branch ? { 'aria-expanded': open } : {})}
      {...(single ? { 'aria-selected': state === 'all' && !branch } : { 'aria-checked': checked[state] })}
      onFocus={onFocus}
      onClick={onChoose}
    >
      <span
        className={classes.turn}
        data-open={open || undefined}
        aria-hidden="true"
        onClick={(event) => {
          if (!branch) return;
          event.stopPropagation();
          onTurn();
        }}
      >
        {branch && <IconChevronRight size={14} />}
      </span>
      {!single && (
        <span className={classes.box} aria-hidden="true">
          {state === 'all' && <IconCheck size={12} stroke={3} />}
          {state === 'some' && <IconMinus size={12} stroke={3} />}
        </span>
      )}
      <span className={classes.name}>{text(entry.title)}</span>
      {places > 1 && <span className={classes.places}>{t('regions.places', { n: places })}</span>}
      {people !== undefined && <span className={classes.people}>{exact(people)}</span>}
    </div>
  );
}
