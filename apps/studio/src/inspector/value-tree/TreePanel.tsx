// The tree behind the button: a search, the places, and a way to choose none.
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { TreeEntry } from '@tierflow/nodes';
import { type KeyboardEvent, useRef } from 'react';
import { isComposing } from '../../keyboard/typing.ts';
import { useSpeech } from '../../words/use-words.ts';
import { PlaceTree } from './PlaceTree.tsx';
import { useOpenRows } from './use-open-rows.ts';
import classes from './value-tree.module.css';

interface Props {
  readonly entries: readonly TreeEntry[];
  readonly label: string;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  readonly counts: ReadonlyMap<string, number> | undefined;
  readonly single: boolean;
  readonly close: () => void;
}

export function TreePanel({ entries, label, chosen, onChange, counts, single, close }: Props) {
  const { t, exact } = useSpeech();
  const { rows, search, find, turn } = useOpenRows(entries, chosen);
  const area = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'ArrowDown') area.current?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what this stands in, the arrow goes on into the tree
    <div className={classes.panel} ref={area} onKeyDown={onKeyDown}>
      <TextInput
        size="xs"
        autoFocus
        data-autofocus
        leftSection={<IconSearch size={14} aria-hidden="true" />}
        placeholder={t('regions.search')}
        aria-label={t('regions.search')}
        value={search}
        onChange={(event) => find(event.currentTarget.value)}
      />
      <PlaceTree {...{ entries, rows, label, chosen, onChange, counts, single, close, turn }} />
      {rows.length === 0 && <p className={classes.quiet}>{t('regions.notFound')}</p>}
      {!single && chosen.length > 0 && (
        <div className={classes.end}>
          <span className={classes.quiet}>{t('regions.chosen', { count: chosen.length, n: exact(chosen.length) })}</span>
          <button type="button" className={classes.clear} onClick={() => onChange([])}>
            {t('regions.clear')}
          </button>
        </div>
      )}
    </div>
  );
}
