// A small file as rows of text: nothing is guessed about types, nothing is stored.
import type { Notice } from '../generation/manifest.ts';
import type { ReadOptions } from '../import-request.ts';

export interface TextTableRequest extends Pick<ReadOptions, 'encoding' | 'delimiter' | 'header'> {
  /** Path of the file: text as imports accept it, or an .xlsx workbook. */
  readonly source: string;
  /** More rows than this are refused with `table.tooManyRows`. */
  readonly maxRows: number;
}

export interface TextTable {
  readonly format: 'csv' | 'ndjson' | 'xlsx';
  /** Absent for a workbook. */
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly header: boolean;
  /** Distinct names. */
  readonly columns: readonly string[];
  /** As many cells as columns; what is missing is the empty text. `line` is the line of the file or the row of the sheet. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  /** Records that cannot be split or have another number of cells, by the line they begin on. */
  readonly unreadable: readonly number[];
  readonly notices: readonly Notice[];
}
