// Copies a rectangle of a sheet and takes one in, from Excel too; a whole table with its header into an empty sheet.
import type { ClipboardEvent } from 'react';
import { useStudio } from '../../app/studio.ts';
import { announce } from '../../app/ui-store.ts';
import { useForm } from '../../inspector/form/form-scope.ts';
import { useSpeech } from '../../words/use-words.ts';
import { pasted, pastedTable, readMatrix, writeMatrix } from './sheet-clipboard.ts';
import { columnsIn, rowsOf, type SheetCursor } from './use-sheet-cursor.ts';
import type { TableView } from './use-table.ts';

export interface SheetClipboard {
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
}

export function useSheetClipboard({ sheet, types, names, put }: TableView, cursor: SheetCursor): SheetClipboard {
  const { t } = useSpeech();
  const { ui } = useStudio();
  const form = useForm();
  const range = { from: cursor.at, to: cursor.to };
  const columnOf = (title: string) => {
    const scope = form.facts?.scope;
    return scope?.get(title) ?? [...(scope?.values() ?? [])].find((info) => Object.values(info.title ?? {}).includes(title));
  };
  return {
    onCopy: (event) => {
      if (cursor.draft !== null || !isCell(event)) return;
      take(event);
      const texts = rowsOf(range).map((row) => columnsIn(range).map((column) => cursor.textIn({ row, column })));
      event.clipboardData.setData('text/plain', writeMatrix(texts));
      if (event.type === 'cut') cursor.clear();
    },
    onPaste: (event) => {
      if (cursor.draft !== null || !isCell(event)) return;
      take(event);
      const matrix = readMatrix(event.clipboardData.getData('text/plain'));
      const [row = 0, column = 0] = [rowsOf(range)[0], columnsIn(range)[0]];
      // The row of what is otherwise comes after the blank one.
      const start = { row: Math.min(row, row > sheet.rows.length ? sheet.rows.length : row), column };
      const written = pastedTable(sheet, matrix, columnOf) ?? pasted(sheet, start, matrix, types);
      if (written.ok) {
        put(written.sheet);
        cursor.tell(null);
        announce(ui, t('sheet.pasted', { rows: matrix.length, columns: matrix[0]?.length ?? 0 }));
        return;
      }
      const { place } = written;
      cursor.tell(t('sheet.faultAt', { row: place.row + 1, column: names[place.column] ?? '', fault: cursor.faultText(written) }));
    },
  };
}

function isCell({ target }: ClipboardEvent): boolean {
  return target instanceof Element && target.closest('[data-cells]') !== null;
}

function take(event: ClipboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
