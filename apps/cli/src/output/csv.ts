// Rows as CSV (RFC 4180, UTF-8, CRLF). Numbers in their shortest exact form; text that a spreadsheet would run as a formula is disarmed.
import type { Cell, CustomerRow, RowShape } from './customer-rows.ts';

export interface CsvOptions {
  /** Texts exactly as they are, also those that begin like a formula. */
  readonly raw: boolean;
}

/** Separates several segments or playbooks in one cell. */
const LIST = ';';
// biome-ignore lint/suspicious/noControlCharactersInRegex: a cell that begins with one of these is read as a formula
const FORMULA = /^[=+\-@\t\r\n\u0000＝＋－＠]/;

interface CsvColumn {
  readonly head: string;
  readonly cell: (row: CustomerRow) => Cell;
}

/** Columns of the file, each head once: the score of the tiers is not repeated under its own name, a taken name gives way to the column's id. */
export function csvColumns(shape: RowShape): readonly CsvColumn[] {
  const fixed: readonly CsvColumn[] = [
    { head: 'key', cell: (row) => row.key },
    { head: 'tier', cell: (row) => row.tier },
    { head: 'score', cell: (row) => row.score },
  ];
  const lists: readonly CsvColumn[] = [
    { head: 'segments', cell: (row) => row.segments.join(LIST) },
    { head: 'playbooks', cell: (row) => row.playbooks.join(LIST) },
  ];
  const taken = new Set([...fixed, ...lists].map(({ head }) => head));
  const named = (columns: RowShape['columns'], group: 'scores' | 'labels' | 'columns'): readonly CsvColumn[] =>
    columns
      .filter(({ name, column }) => column !== shape.score || name !== 'score')
      .map(({ name, column }) => {
        const head = taken.has(name) ? column : name;
        taken.add(head);
        return { head, cell: (row) => row[group][name] ?? null };
      });
  return [...fixed, ...named(shape.scores, 'scores'), ...named(shape.labels, 'labels'), ...lists, ...named(shape.columns, 'columns')];
}

export function csvHead(columns: readonly CsvColumn[], options: CsvOptions): string {
  return csvLine(
    columns.map(({ head }) => head),
    options,
  );
}

export function csvRow(columns: readonly CsvColumn[], row: CustomerRow, options: CsvOptions): string {
  return csvLine(
    columns.map(({ cell }) => cell(row)),
    options,
  );
}

function csvLine(cells: readonly Cell[], options: CsvOptions): string {
  return `${cells.map((cell) => csvCell(cell, options)).join(',')}\r\n`;
}

function csvCell(cell: Cell, { raw }: CsvOptions): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = !raw && FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
