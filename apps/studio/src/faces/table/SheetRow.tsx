// One row of the sheet: its cells, its people, what can be done with it. The cell with the cursor is a text field, so that an
// input method writes into it from the first key on.
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconTargetArrow } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useSpeech } from '../../words/use-words.ts';
import { mostRows, type Place, withMovedRow, withoutRow, withRow } from './sheet.ts';
import classes from './table.module.css';
import type { SheetCursor } from './use-sheet-cursor.ts';
import type { TableView } from './use-table.ts';

interface Props {
  readonly view: TableView;
  readonly row: number;
  readonly role: 'rule' | 'blank' | 'otherwise';
  /** Where the cursor is in this row. */
  readonly cursor: SheetCursor | null;
  /** First and last column selected. */
  readonly chosen: readonly [number, number] | null;
  readonly textIn: (place: Place) => string;
  readonly onGo: (row: number, column: number, extend: boolean) => void;
  readonly onEdit: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** Of a cell in a grid. */
const selected = { 'aria-selected': true } as const;

export function SheetRow({ view, row, role, cursor, chosen, textIn, onGo, onEdit, onKeyDown }: Props) {
  const { t, exact } = useSpeech();
  const { sheet, names, decided } = view;
  const id = sheet.rows[row]?.id ?? '';
  const lit = role === 'rule' && decided.has(id);
  const label = role === 'rule' ? exact(row + 1) : t(role === 'blank' ? 'sheet.newRow' : 'sheet.otherwise');
  const closed = (column: number): boolean => role === 'otherwise' && column < sheet.inputs.length;
  return (
    <tr data-role={role} data-decided={lit || undefined} data-row={id || role} aria-rowindex={row + 2}>
      <th scope="row" title={id}>
        {lit && <IconTargetArrow size={13} role="img" aria-label={t('sheet.decided')} />}
        {label}
      </th>
      {names.map((name, column) => {
        const text = textIn({ row, column });
        const active = cursor !== null && cursor.at.column === column;
        const inside = chosen !== null && column >= chosen[0] && column <= chosen[1];
        const what = t('sheet.cellOf', { row: label, column: name });
        return (
          <td
            key={column}
            data-cell
            aria-colindex={column + 2}
            {...(inside ? selected : {})}
            data-active={active || undefined}
            data-chosen={inside || undefined}
            data-output={column >= sheet.inputs.length || undefined}
            data-first-output={column === sheet.inputs.length || undefined}
            data-closed={closed(column) || undefined}
            data-empty={text === '' || undefined}
            onMouseDown={(event) => {
              if (active) return;
              event.preventDefault();
              (document.activeElement as HTMLElement | null)?.closest('[data-cells]') ??
                (document.activeElement as HTMLElement | null)?.blur();
              onGo(row, column, event.shiftKey);
            }}
            onMouseEnter={(event) => {
              if (event.buttons === 1) onGo(row, column, true);
            }}
            onDoubleClick={() => {
              if (!closed(column)) onEdit(text);
            }}
          >
            {active ? (
              <input
                value={cursor.draft ?? text}
                readOnly={closed(column)}
                aria-label={what}
                aria-invalid={cursor.fault !== null && cursor.draft !== null ? true : undefined}
                spellCheck={false}
                autoComplete="off"
                onChange={(event) => onEdit(event.currentTarget.value)}
                onKeyDown={onKeyDown}
                onBlur={() => void cursor.keep()}
              />
            ) : (
              <span>{text === '' && column < sheet.inputs.length && role === 'rule' ? '–' : text}</span>
            )}
          </td>
        );
      })}
      <PeopleCell view={view} role={role} id={id} />
      <td className={classes.tools}>
        {role === 'rule' && <RowMenu view={view} row={row} />}
        {role === 'otherwise' && sheet.otherwise !== undefined && (
          <button type="button" className={classes.link} onClick={() => view.put({ ...sheet, otherwise: undefined })}>
            {t('sheet.clearOtherwise')}
          </button>
        )}
      </td>
    </tr>
  );
}

/** People the row decides, and those it would hold for where a row above it came first. */
function PeopleCell({ view, role, id }: Pick<Props, 'view' | 'role'> & { readonly id: string }) {
  const { t, exact } = useSpeech();
  const { counts, sheet } = view;
  if (role === 'blank') return <td className={classes.people} />;
  const n = counts?.[role === 'otherwise' ? 'none' : `row:${id}`];
  const holds = role === 'otherwise' ? n : counts?.[`hits:${id}`];
  return (
    <td className={classes.people} data-people={n}>
      <span>{n === undefined ? '—' : exact(n)}</span>
      {holds !== undefined && holds !== n && sheet.hit !== 'collect' && <small>{t('sheet.hitsAlso', { n: exact(holds) })}</small>}
    </td>
  );
}

function RowMenu({ view: { sheet, put }, row }: Pick<Props, 'view' | 'row'>) {
  const { t, exact } = useSpeech();
  const full = sheet.rows.length >= mostRows;
  const items = [
    { key: 'insertAbove', off: full, run: () => withRow(sheet, row) },
    { key: 'duplicate', off: full, run: () => withRow(sheet, row + 1, sheet.rows[row]) },
    { key: 'up', off: row === 0, run: () => withMovedRow(sheet, row, -1) },
    { key: 'down', off: row === sheet.rows.length - 1, run: () => withMovedRow(sheet, row, 1) },
    { key: 'remove', off: false, run: () => withoutRow(sheet, row) },
  ] as const;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon size={20} aria-label={t('sheet.rowMenu', { row: exact(row + 1) })}>
          <IconDots size={14} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {items.map(({ key, off, run }) => (
          <Menu.Item key={key} disabled={off} onClick={() => put(run())}>
            {t(`sheet.${key}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
