// Rows as CSV (RFC 4180, UTF-8, CRLF). Numbers in their shortest exact form; text that a spreadsheet would run as a formula is disarmed.
import type { Cell, CustomerRow } from './customer-rows.ts';
import type { FlatColumn } from './flat-columns.ts';

export interface CsvOptions {
  /** Texts exactly as they are, also those that begin like a formula. */
  readonly raw: boolean;
}

/** Separates several segments or playbooks in one cell. */
const LIST = ';';
// biome-ignore lint/suspicious/noControlCharactersInRegex: a cell that begins with one of these is read as a formula
const FORMULA = /^[=+\-@\t\r\n\u0000＝＋－＠]/;

/** A text as it was before it was disarmed. */
export function asTyped(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}

export function csvHead(columns: readonly FlatColumn[], options: CsvOptions): string {
  return csvLine(
    columns.map(({ head }) => head),
    options,
  );
}

export function csvRow(columns: readonly FlatColumn[], row: CustomerRow, options: CsvOptions): string {
  return csvLine(
    columns.map(({ cell }) => cell(row)),
    options,
  );
}

function csvLine(cells: readonly (Cell | readonly string[])[], options: CsvOptions): string {
  return `${cells.map((cell) => csvCell(cell, options)).join(',')}\r\n`;
}

function csvCell(cell: Cell | readonly string[], { raw }: CsvOptions): string {
  if (cell === null) return '';
  const text = typeof cell === 'object' ? cell.join(LIST) : cell;
  if (typeof text !== 'string') return String(text);
  const safe = !raw && FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
