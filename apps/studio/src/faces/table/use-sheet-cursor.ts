// Where somebody is in a sheet and what they type there. Rows of the grid: the rules, a blank one to write the next rule
// into, and what is otherwise.
import { useRef, useState } from 'react';
import { useSpeech } from '../../words/use-words.ts';
import { columnsOf, mostRows, type Place, type Sheet, textAt, type Written, withRow, withText } from './sheet.ts';
import type { Rectangle } from './sheet-clipboard.ts';
import type { TableView } from './use-table.ts';

export interface SheetCursor {
  /** The cell with the focus, and the other corner of what is selected. */
  readonly at: Place;
  readonly to: Place;
  /** What is being typed; null while one only moves about. */
  readonly draft: string | null;
  /** What cannot be read, in words. */
  readonly fault: string | null;
  readonly tell: (fault: string | null) => void;
  /** There is room for one more rule. */
  readonly blank: boolean;
  /** Last row and last column of the grid. */
  readonly last: Place;
  readonly textIn: (place: Place) => string;
  readonly go: (place: Place, extend?: boolean) => void;
  readonly edit: (text: string) => void;
  /** Takes back what was typed. */
  readonly drop: () => void;
  /** Keeps what was typed; false where it cannot be read. */
  readonly keep: () => boolean;
  /** Empties what is selected. */
  readonly clear: () => void;
  /** The reason why a text is no cell. */
  readonly faultText: (written: Extract<Written, { ok: false }>) => string;
}

export function useSheetCursor({ sheet, types, put }: TableView): SheetCursor {
  const { t, language } = useSpeech();
  const [corners, setCorners] = useState<Rectangle>({ from: { row: 0, column: 0 }, to: { row: 0, column: 0 } });
  const [draft, setDraft] = useState<string | null>(null);
  const [fault, tell] = useState<string | null>(null);
  const frame: Frame = { sheet, types, blank: sheet.rows.length < mostRows };
  const last = { row: sheet.rows.length + (frame.blank ? 1 : 0), column: Math.max(0, columnsOf(sheet) - 1) };
  const inside = (place: Place): Place => ({ row: between(place.row, last.row), column: between(place.column, last.column) });
  const [at, to] = [inside(corners.from), inside(corners.to)];
  // What was kept is not kept once more by the blur that follows.
  const typed = useRef<string | null>(null);
  const edit = (text: string | null): void => {
    typed.current = text;
    setDraft(text);
    tell(null);
  };
  const faultText: SheetCursor['faultText'] = (written) => t(`sheet.fault.${written.fault as 'number'}`, { part: written.part });
  const keep = (): boolean => {
    if (typed.current === null) return true;
    const written = typedInto(frame, at, typed.current);
    if (written.ok) {
      edit(null);
      put(written.sheet);
    } else tell(faultText(written));
    return written.ok;
  };
  return {
    at,
    to,
    draft,
    fault,
    tell,
    blank: frame.blank,
    last,
    textIn: (place) => (isBlank(frame, place) ? '' : textAt(sheet, onSheet(frame, place), language)),
    go: (place, extend = false) => {
      if (keep()) setCorners({ from: extend ? at : inside(place), to: inside(place) });
    },
    edit,
    drop: () => edit(null),
    keep,
    clear: () => put(cleared(frame, { from: at, to })),
    faultText,
  };
}

interface Frame {
  readonly sheet: Sheet;
  readonly types: TableView['types'];
  readonly blank: boolean;
}

function between(at: number, most: number): number {
  return Math.max(0, Math.min(most, at));
}

function isBlank({ sheet, blank }: Frame, { row }: Place): boolean {
  return blank && row === sheet.rows.length;
}

/** The place in the sheet, which has no blank row. */
function onSheet({ sheet, blank }: Frame, place: Place): Place {
  return blank && place.row > sheet.rows.length ? { ...place, row: sheet.rows.length } : place;
}

function typedInto(frame: Frame, place: Place, text: string): Written {
  const { sheet, types } = frame;
  if (!isBlank(frame, place)) return withText(sheet, onSheet(frame, place), text, types);
  return text.trim() === '' ? { ok: true, sheet } : withText(withRow(sheet, sheet.rows.length), place, text, types);
}

function cleared(frame: Frame, range: Rectangle): Sheet {
  return rowsOf(range)
    .flatMap((row) => columnsIn(range).map((column) => ({ row, column })))
    .filter((place) => !isBlank(frame, place))
    .reduce((sheet, place) => {
      const written = withText(sheet, onSheet(frame, place), '', frame.types);
      return written.ok ? written.sheet : sheet;
    }, frame.sheet);
}

export function rowsOf({ from, to }: Rectangle): readonly number[] {
  return Array.from({ length: Math.abs(to.row - from.row) + 1 }, (_, at) => Math.min(from.row, to.row) + at);
}

export function columnsIn({ from, to }: Rectangle): readonly number[] {
  return Array.from({ length: Math.abs(to.column - from.column) + 1 }, (_, at) => Math.min(from.column, to.column) + at);
}
