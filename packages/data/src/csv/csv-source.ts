// A CSV file as a source of records: encoding, dialect, header and first guesses of the columns' types.
import { distinctNames, type NamedColumn, tidyName } from '../columns/names.ts';
import type { Notice } from '../generation/manifest.ts';
import { SAMPLE_BYTES } from '../limits.ts';
import type { RecordSource, SourceColumn } from '../load/record-source.ts';
import { Refusal } from '../outcome.ts';
import type { Encoding } from '../source/encoding.ts';
import type { FileFacts } from '../source/file-facts.ts';
import { sampleText, textPieces } from '../source/text-source.ts';
import { inferRule } from '../values/infer.ts';
import type { DecimalMark } from '../values/number.ts';
import { type DialectOptions, detectLayout, type Layout } from './dialect.ts';
import { CsvScanner, type RecordSink } from './scanner.ts';

export interface CsvRequest extends DialectOptions {
  readonly path: string;
  readonly facts: FileFacts;
  readonly encoding: Encoding;
}

/** Distinct non-empty values of one column of the sample, and what they look like. */
function sourceColumn(named: NamedColumn, index: number, body: readonly (readonly string[])[], preferred: DecimalMark): SourceColumn {
  const cells = body.map((record) => record[index] ?? '');
  const values = [...new Set(cells.filter((cell) => cell.trim() !== ''))];
  return {
    ...named,
    guess: inferRule(values, named.name, preferred),
    sample: values,
    unique: values.length === body.length && body.length > 0,
  };
}

/** Where a number like 1.234 could be either, a semicolon file in which another column clearly has decimal commas decides. */
function preferredMark(layout: Layout): DecimalMark {
  if (layout.dialect.delimiter !== 59) return 'point';
  return layout.records.some((record) => record.some((cell) => /^-?(\d+|\d{1,3}(\.\d{3})+),(\d{1,2}|\d{4,})$/.test(cell.trim())))
    ? 'comma'
    : 'point';
}

function columnsOf(layout: Layout): readonly SourceColumn[] {
  const [first, ...rest] = layout.records;
  if (first === undefined) return [];
  const headers = layout.header ? distinctNames(first) : distinctNames(first.map(() => ''));
  const body = (layout.header ? rest : layout.records).filter((record) => record.length === first.length);
  const preferred = preferredMark(layout);
  return headers.map((name, index) =>
    sourceColumn({ name, ...(layout.header ? { header: first[index] ?? '' } : {}) }, index, body, preferred),
  );
}

function noticesOf(layout: Layout, encoding: Encoding, columns: readonly SourceColumn[]): readonly Notice[] {
  const notices: Notice[] = [];
  if (encoding.confidence !== undefined)
    notices.push({ code: 'encoding.guessed', params: { encoding: encoding.name, confidence: encoding.confidence } });
  if (!layout.header && columns.length > 0) notices.push({ code: 'header.absent', params: { columns: columns.length } });
  for (const column of columns) {
    if (column.header !== undefined && tidyName(column.header) !== column.name)
      notices.push({ code: 'header.renamed', params: { header: column.header, column: column.name } });
  }
  return notices;
}

/** Drops the header from what is handed on. */
function afterHeader(sink: RecordSink): RecordSink {
  let seen = false;
  return {
    record: (cells, line) => {
      if (seen) sink.record(cells, line);
      seen = true;
    },
    broken: (record) => sink.broken(record),
  };
}

export function csvSource(request: CsvRequest): RecordSource {
  const { path, facts, encoding } = request;
  const sample = sampleText(path, encoding, SAMPLE_BYTES);
  const whole = facts.bytes <= SAMPLE_BYTES;
  const layout = detectLayout(sample, whole, request);
  if (layout.records.length === 0 && !whole) throw new Refusal('header.tooLong', { limit: SAMPLE_BYTES });
  const columns = columnsOf(layout);
  const breaks = sample.reduce((n, byte) => (byte === layout.dialect.newline ? n + 1 : n), 1);
  const { dialect } = layout;
  return {
    format: 'csv',
    columns,
    notices: noticesOf(layout, encoding, columns),
    description: {
      encoding: encoding.name,
      delimiter: String.fromCharCode(dialect.delimiter),
      quote: dialect.quote < 0 ? '' : String.fromCharCode(dialect.quote),
      header: layout.header,
    },
    bytes: facts.bytes,
    sha256: facts.sha256,
    expectedRecords: Math.ceil((facts.bytes / Math.max(1, sample.length)) * breaks * 1.05),
    preferredMark: preferredMark(layout),
    quote: dialect.quote,
    scan: async (sink, onPiece) => {
      const scanner = new CsvScanner(dialect, layout.header ? afterHeader(sink) : sink, layout.separatorLine ? 2 : 1);
      let skip = layout.separatorLine;
      for (const piece of textPieces(path, encoding)) {
        scanner.push(skip ? piece.bytes.subarray(piece.bytes.indexOf(10) + 1) : piece.bytes);
        skip = false;
        await onPiece(piece.position);
      }
      scanner.end();
      return { blankLines: scanner.blanks };
    },
  };
}
