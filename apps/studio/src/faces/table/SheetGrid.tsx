// The grid itself: heads, rules, a blank row for the next rule, what is otherwise; and a line that says what the cell means.
import { conditionText } from '@tierflow/compiler';
import { readCell, type TableCell } from '@tierflow/nodes';
import { useCallback, useLayoutEffect, useRef } from 'react';
import { useSpeech } from '../../words/use-words.ts';
import { SheetHead } from './SheetHead.tsx';
import { SheetRow } from './SheetRow.tsx';
import classes from './table.module.css';
import { useSheetClipboard } from './use-sheet-clipboard.ts';
import { type SheetCursor, useSheetCursor } from './use-sheet-cursor.ts';
import { useSheetKeys } from './use-sheet-keys.ts';
import type { TableView } from './use-table.ts';

/** The cells of a table that is a grid are grid cells. */
const gridRole = { role: 'grid' } as const;

export function SheetGrid({ view }: { readonly view: TableView }) {
  const { t } = useSpeech();
  const cursor = useSheetCursor(view);
  const onKeyDown = useSheetKeys(cursor);
  const { onCopy, onPaste } = useSheetClipboard(view, cursor);
  const grid = useRef<HTMLDivElement>(null);
  const { sheet } = view;
  const { at, to, draft } = cursor;
  const shown = cursor.textIn(at);
  // The cell that has the focus keeps it wherever it moves; its text is selected, so that typing writes over it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the place, the way or the text changes
  useLayoutEffect(() => {
    const inside = document.activeElement?.closest('[data-cells]') !== null && grid.current?.contains(document.activeElement) === true;
    const input = grid.current?.querySelector<HTMLInputElement>('[data-active] input');
    if (!inside && document.activeElement !== document.body) return;
    input?.focus({ preventScroll: true });
    if (draft === null) input?.select();
    input?.closest('td')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [at.row, at.column, draft === null, shown]);
  const latest = useRef(cursor);
  latest.current = cursor;
  const go = useCallback((row: number, column: number, extend: boolean) => latest.current.go({ row, column }, extend), []);
  const edit = useCallback((text: string) => latest.current.edit(text), []);
  const last = cursor.last.row;
  const chosen = (row: number): readonly [number, number] | null =>
    row < Math.min(at.row, to.row) || row > Math.max(at.row, to.row)
      ? null
      : [Math.min(at.column, to.column), Math.max(at.column, to.column)];
  return (
    <>
      <div className={classes.scroll} ref={grid}>
        <table
          className={classes.sheet}
          {...gridRole}
          aria-label={t('sheet.grid')}
          aria-rowcount={last + 2}
          data-stale={!view.current || undefined}
          onCopy={onCopy}
          onCut={onCopy}
          onPaste={onPaste}
        >
          <SheetHead view={view} />
          <tbody data-cells>
            {Array.from({ length: last + 1 }, (_, row) => (
              <SheetRow
                key={sheet.rows[row]?.id ?? (row === last ? 'otherwise' : 'blank')}
                view={view}
                row={row}
                role={row < sheet.rows.length ? 'rule' : row === last ? 'otherwise' : 'blank'}
                cursor={at.row === row ? cursor : null}
                chosen={chosen(row)}
                textIn={cursor.textIn}
                onKeyDown={onKeyDown}
                onGo={go}
                onEdit={edit}
              />
            ))}
          </tbody>
        </table>
      </div>
      <Meaning view={view} cursor={cursor} />
    </>
  );
}

/** What stands in the cell, or is being typed, as a sentence; or why it cannot be read. */
function Meaning({ view, cursor }: { readonly view: TableView; readonly cursor: SheetCursor }) {
  const { t, text } = useSpeech();
  const { at, draft, fault, last } = cursor;
  const name = at.column < view.sheet.inputs.length && at.row < last.row ? view.names[at.column] : undefined;
  const read = readCell(draft ?? cursor.textIn(at), view.types[at.column] ?? 'string');
  const said = (): string => {
    if (name === undefined) return t('sheet.hint');
    if (!read.ok) return t(`sheet.fault.${read.fault}`, { part: read.part });
    return read.cell === null
      ? `${t('sheet.means', { column: name, text: t('sheet.anything') })} — ${t('sheet.hint')}`
      : sentence(name, read.cell);
  };
  const sentence = (field: string, { op, value, open }: NonNullable<TableCell>): string => {
    if (op !== 'between' || open === undefined) return text(conditionText({ field, op, ...(value === undefined ? {} : { value }) }));
    const [low = 0, high = 0] = [value].flat() as (string | number)[];
    const lower = conditionText({ field, op: open === 'high' ? 'ge' : 'gt', value: low });
    const upper = conditionText({ field, op: open === 'low' ? 'le' : 'lt', value: high });
    return `${text(lower)}${t('sheet.andMeans')}${text(upper)}`;
  };
  return (
    <p className={classes.meaning} role="status" data-fault={fault !== null || (name !== undefined && !read.ok) || undefined}>
      {fault ?? said()}
    </p>
  );
}
