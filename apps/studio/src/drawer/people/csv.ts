// A table as CSV for people and spreadsheets: with a byte order mark, and without cells that a spreadsheet would run.
import type { Cell } from '@tierflow/api';

/** Spreadsheets take a text that begins like this for a formula. */
const formulaStart = /^[=+\-@\t\r]/;

/** One cell. Numbers stay numbers; a text that looks like a formula gets an apostrophe in front. */
export function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = formulaStart.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line with its end. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** The mark by which a spreadsheet knows UTF-8. */
export const byteOrderMark = '\u{feff}';
