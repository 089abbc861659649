// The cells of the first visible sheet of an .xlsx workbook as text (ECMA-376 part 1, 18.3 worksheets, 18.4 shared strings).
// Formulas give the value they were saved with; days and times, which are stored as numbers, are written as such.
import { MAX_COLUMNS } from '../limits.ts';
import { Refusal } from '../outcome.ts';
import { dayStyles, dayText } from './day-styles.ts';
import { attribute, readXml } from './xml.ts';
import { openZip, type ReadEntry } from './zip.ts';

export interface SheetRow {
  /** Number of the row in the sheet, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Rows with something in them, at most `limit`. */
export function readWorkbook(bytes: Buffer, limit: number): readonly SheetRow[] {
  const entry = openZip(bytes);
  const { sheet, strings, styles, since1904 } = partsOf(entry);
  const texts = strings === undefined ? [] : sharedStrings(textOf(entry, strings));
  const days = styles === undefined ? new Set<number>() : dayStyles(textOf(entry, styles));
  return sheetRows(textOf(entry, sheet), { texts, days, since1904 }, limit);
}

interface Parts {
  readonly sheet: string;
  readonly strings: string | undefined;
  readonly styles: string | undefined;
  readonly since1904: boolean;
}

function partsOf(entry: ReadEntry): Parts {
  const targets = new Map<string, { readonly type: string; readonly path: string }>();
  readXml(textOf(entry, 'xl/_rels/workbook.xml.rels'), 'relations', {
    open: (name, own) => {
      const [id, target] = [attribute(own, 'Id'), attribute(own, 'Target')];
      if (name !== 'Relationship' || id === undefined || target === undefined) return;
      const type = (attribute(own, 'Type') ?? '').replace(/^.*\//, '');
      targets.set(id, { type, path: target.startsWith('/') ? target.slice(1) : `xl/${target}` });
    },
    close: () => undefined,
    text: () => undefined,
  });
  const sheets: string[] = [];
  let since1904 = false;
  readXml(textOf(entry, 'xl/workbook.xml'), 'workbook', {
    open: (name, own) => {
      if (name === 'workbookPr') since1904 = /^(?:1|true)$/.test(attribute(own, 'date1904') ?? '');
      const target =
        name === 'sheet' && (attribute(own, 'state') ?? 'visible') === 'visible' ? targets.get(attribute(own, 'id') ?? '') : undefined;
      if (target?.type === 'worksheet') sheets.push(target.path);
    },
    close: () => undefined,
    text: () => undefined,
  });
  const [sheet] = sheets;
  if (sheet === undefined) throw new Refusal('file.workbook', { part: 'sheet' });
  const byType = (type: string) => [...targets.values()].find((target) => target.type === type)?.path;
  return { sheet, strings: byType('sharedStrings'), styles: byType('styles'), since1904 };
}

function textOf(entry: ReadEntry, name: string): string {
  const bytes = entry(name);
  if (bytes === undefined) throw new Refusal('file.workbook', { part: name });
  return bytes.toString('utf8').replace(/^\ufeff/, '');
}

/** Texts that cells point to. Runs of rich text are joined; how a Chinese or Japanese text is read aloud is left out. */
function sharedStrings(xml: string): readonly string[] {
  const texts: string[] = [];
  let text = '';
  let inside = false;
  let aloud = false;
  readXml(xml, 'strings', {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') aloud = true;
      inside = name === 't';
    },
    close: (name) => {
      if (name === 'si') texts.push(text);
      if (name === 'rPh') aloud = false;
      inside = false;
    },
    text: (more) => {
      if (inside && !aloud) text += more;
    },
  });
  return texts;
}

interface Book {
  readonly texts: readonly string[];
  readonly days: ReadonlySet<number>;
  readonly since1904: boolean;
}

function sheetRows(xml: string, book: Book, limit: number): readonly SheetRow[] {
  const rows: SheetRow[] = [];
  let line = 0;
  let cells: string[] = [];
  let cell = { type: 'n', style: 0, at: 0, text: '' };
  let inside = false;
  readXml(xml, 'sheet', {
    open: (name, own) => {
      if (name === 'row') {
        line = Number(attribute(own, 'r') ?? line + 1);
        cells = [];
      } else if (name === 'c') {
        const at = columnAt(attribute(own, 'r')) ?? cells.length;
        if (at >= MAX_COLUMNS) throw new Refusal('columns.tooMany', { limit: MAX_COLUMNS });
        cell = { type: attribute(own, 't') ?? 'n', style: Number(attribute(own, 's') ?? 0), at, text: '' };
      }
      inside = name === 'v' || name === 't';
    },
    close: (name) => {
      inside = false;
      if (name === 'c') {
        while (cells.length < cell.at) cells.push('');
        cells[cell.at] = cellText(cell, book);
      }
      if (name !== 'row' || cells.every((text) => text.trim() === '')) return;
      if (rows.length >= limit) throw new Refusal('table.tooManyRows', { limit });
      rows.push({ line, cells });
    },
    text: (more) => {
      if (inside) cell.text += more;
    },
  });
  return rows;
}

/** `AB12` → 27. */
function columnAt(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference ?? '')?.[0];
  return letters === undefined ? undefined : [...letters].reduce((at, letter) => at * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function cellText({ type, style, text }: { readonly type: string; readonly style: number; readonly text: string }, book: Book): string {
  if (type === 's') return book.texts[Number(text)] ?? '';
  if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
  const number = type === 'n' && text !== '' ? Number(text) : Number.NaN;
  if (Number.isNaN(number)) return text;
  return book.days.has(style) ? dayText(number, book.since1904) : String(number);
}
