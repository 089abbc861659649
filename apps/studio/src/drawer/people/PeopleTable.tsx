// The people of a set as a table that holds any number of rows: only those on the screen are drawn.
import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import type { PreviewRows } from '@tierflow/api';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { isComposing } from '../../keyboard/typing.ts';
import type { ShownColumn } from './columns.ts';
import { PeopleHead } from './PeopleHead.tsx';
import { PeopleRow } from './PeopleRow.tsx';
import classes from './people.module.css';
import type { Order } from './use-people.ts';
import type { Range } from './use-ranges.ts';

const rowHeight = 28;

type Row = PreviewRows['rows'][number];

interface Props {
  readonly label: string;
  /** Heading of the key. */
  readonly keyTitle: string;
  readonly columns: readonly ShownColumn[];
  readonly tiers: PreviewRows['tiers'];
  readonly ranges: ReadonlyMap<string, Range>;
  readonly rows: readonly Row[];
  readonly total: number;
  readonly dimmed: boolean;
  readonly sort: Order | undefined;
  readonly onSort: (order: Order | undefined) => void;
  readonly onOpen: (key: string) => void;
  /** More rows are needed than are there. */
  readonly onMore: () => void;
}

export function PeopleTable({ label, columns, tiers, rows, total, dimmed, onOpen, onMore, ...props }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(-1);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    paddingStart: rowHeight + 2,
    scrollPaddingStart: rowHeight + 2,
  });
  const items = virtual.getVirtualItems();
  useMore(items, { loaded: rows.length, total, onMore });
  const template = useMemo(() => templateOf(columns, tiers.length > 0), [columns, tiers.length]);
  const go = (to: number) => {
    const next = Math.max(0, Math.min(total - 1, to));
    setActive(next);
    virtual.scrollToIndex(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent) || event.target !== event.currentTarget) return;
    const row = rows[active];
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    if (event.key === 'Enter' && row !== undefined) onOpen(row.key);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(total - 1);
    else if (steps[event.key] !== undefined) go(active + (steps[event.key] ?? 0));
    else return;
    event.preventDefault();
  };
  return (
    <div ref={scroller} className={classes.scroll} data-dimmed={dimmed || undefined}>
      <table
        className={classes.table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are walked with the arrow keys
        role="grid"
        aria-label={label}
        aria-rowcount={total + 1}
        aria-activedescendant={active < 0 ? undefined : `people-row-${active}`}
        tabIndex={0}
        style={{ height: virtual.getTotalSize(), '--columns': template } as React.CSSProperties}
        onKeyDown={onKeyDown}
        onFocus={() => setActive((at) => (at < 0 ? 0 : at))}
      >
        <PeopleHead columns={columns} hasTiers={tiers.length > 0} keyTitle={props.keyTitle} sort={props.sort} onSort={props.onSort} />
        <tbody>
          {items.map((item) => (
            <PeopleRow
              key={item.key}
              index={item.index}
              top={item.start}
              row={rows[item.index]}
              columns={columns}
              tiers={tiers}
              ranges={props.ranges}
              active={item.index === active}
              onOpen={onOpen}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Asks for more as long as rows on the screen are not there yet. */
function useMore(
  items: readonly VirtualItem[],
  { loaded, total, onMore }: { readonly loaded: number; readonly total: number; readonly onMore: () => void },
): void {
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= loaded && loaded < total) onMore();
  }, [last, loaded, total, onMore]);
}

/** Widths of the columns: key, tier where there are tiers, then by type. */
function templateOf(columns: readonly ShownColumn[], tiers: boolean): string {
  const width = { number: 112, boolean: 84, date: 104, datetime: 136, string: 148 } as const;
  return ['132px', ...(tiers ? ['124px'] : []), ...columns.map(({ type }) => `minmax(${width[type]}px, 1fr)`)].join(' ');
}
