// The keys of a sheet: arrows, Tab and Enter move, Enter and F2 write, Escape takes back, Delete empties.
import type { KeyboardEvent } from 'react';
import { useStudio } from '../../app/studio.ts';
import type { SheetCursor } from './use-sheet-cursor.ts';

const arrows: { readonly [key: string]: readonly [down: number, across: number] } = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export function useSheetKeys(cursor: SheetCursor): (event: KeyboardEvent<HTMLInputElement>) => void {
  const { document } = useStudio();
  return (event) => {
    // While a word is composed, all keys belong to the input method.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const undo = cursor.draft === null ? undoOf(event) : undefined;
    if (undo !== undefined) document[undo]();
    else if (!(cursor.draft === null ? moves(event, cursor) : writes(event, cursor))) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

function undoOf({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): 'undo' | 'redo' | undefined {
  const letter = ctrlKey || metaKey ? key.toLowerCase() : '';
  if (letter === 'y' || (letter === 'z' && shiftKey)) return 'redo';
  return letter === 'z' ? 'undo' : undefined;
}

/** Whether the key was taken, while one only moves about. */
function moves(event: KeyboardEvent, cursor: SheetCursor): boolean {
  const { key, shiftKey } = event;
  const { at, to, last, go } = cursor;
  const by = arrows[key];
  if (by !== undefined) {
    const from = shiftKey ? to : at;
    go({ row: from.row + by[0], column: from.column + by[1] }, shiftKey);
    return true;
  }
  if (key === 'Tab') return tab(event, cursor);
  if (key === 'Enter' || key === 'F2') cursor.edit(cursor.textIn(at));
  else if (key === 'Delete' || key === 'Backspace') cursor.clear();
  else if (key === 'Home') go({ ...at, column: 0 });
  else if (key === 'End') go({ ...at, column: last.column });
  else return false;
  return true;
}

/** Whether the key was taken, while somebody writes. */
function writes(event: KeyboardEvent, cursor: SheetCursor): boolean {
  const { at } = cursor;
  if (event.key === 'Escape') cursor.drop();
  else if (event.key === 'Enter') cursor.go({ row: at.row + (event.shiftKey ? -1 : 1), column: at.column });
  else return event.key === 'Tab' && tab(event, cursor);
  return true;
}

/** The next cell, in the next row after the last; beyond the sheet the key is not taken. */
function tab({ shiftKey }: KeyboardEvent, { at, last, go, keep }: SheetCursor): boolean {
  const column = at.column + (shiftKey ? -1 : 1);
  const row = at.row + (column < 0 ? -1 : column > last.column ? 1 : 0);
  if (row < 0 || row > last.row) return !keep();
  go({ row, column: column < 0 ? last.column : column > last.column ? 0 : column });
  return true;
}
