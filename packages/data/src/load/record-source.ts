// A file as records of cells, whatever its format: what the loader reads, as often as it needs.

import type { NamedColumn } from '../columns/names.ts';
import type { RecordSink } from '../csv/scanner.ts';
import type { Notice } from '../generation/manifest.ts';
import type { Guess } from '../values/infer.ts';
import type { DecimalMark } from '../values/number.ts';

export interface SourceColumn extends NamedColumn {
  /** What the first records say about it. */
  readonly guess: Guess;
  /** Distinct values of the first records, for finding keys by their shape. */
  readonly sample: readonly string[];
  /** No value of the first records occurs twice, and none is missing. */
  readonly unique: boolean;
}

export interface ScanCounts {
  readonly blankLines: number;
}

export interface RecordSource {
  /** `ndjson` also stands for one array of objects. */
  readonly format: 'csv' | 'ndjson';
  readonly columns: readonly SourceColumn[];
  readonly notices: readonly Notice[];
  /** The encoding, and for CSV delimiter, quote and header. */
  readonly description: { readonly encoding: string; readonly delimiter?: string; readonly quote?: string; readonly header?: boolean };
  /** Bytes of the file. */
  readonly bytes: number;
  readonly sha256: string;
  /** A guess at the number of records, to make room for them. */
  readonly expectedRecords: number;
  /** Where all numbers of a column can be read either way. */
  readonly preferredMark: DecimalMark;
  /** Byte of the quote inside escaped cells. */
  readonly quote: number;
  /** Hands every record on, in order. `onPiece` is awaited between pieces and is told the bytes read. */
  scan(sink: RecordSink, onPiece: (position: number) => Promise<void>): Promise<ScanCounts>;
}
