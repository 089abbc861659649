// A file of JSON objects, one per line or in one array, as a source of records. Values keep the types that JSON gives them.

import type { RecordSink } from '../csv/scanner.ts';
import { MAX_COLUMNS, MAX_NAME_LENGTH } from '../limits.ts';
import type { RecordSource, SourceColumn } from '../load/record-source.ts';
import { Refusal } from '../outcome.ts';
import { inferRule } from '../values/infer.ts';
import { looksLikeIdentifier } from '../values/names.ts';
import { CellWriter } from './cell-writer.ts';
import { eachElement } from './each-element.ts';
import { eachLine, type OnValue } from './each-line.ts';
import { type JsonRequest, type Row, readValue } from './read-value.ts';

/** Goes through the records of the file; answers the number of blank lines. */
async function eachValue(request: JsonRequest, onValue: OnValue, onPiece: (position: number) => Promise<void>): Promise<number> {
  if (request.format === 'ndjson') return await eachLine(request, onValue, onPiece);
  await eachElement(request, onValue, onPiece);
  return 0;
}

interface Kinds {
  texts: number;
  numbers: number;
  booleans: number;
  readonly sample: Set<string>;
  repeats: number;
}

const SAMPLED = 2000;

/** Columns in order of first appearance, with what JSON says about their types. */
async function columnsOf(
  request: JsonRequest,
  ignore: ReadonlySet<string>,
): Promise<{ readonly columns: readonly SourceColumn[]; readonly rows: number }> {
  const kinds = new Map<string, Kinds>();
  if (request.nested?.customer !== undefined)
    kinds.set(request.nested.customer, { texts: 0, numbers: 0, booleans: 0, sample: new Set(), repeats: 0 });
  let rows = 0;
  let readable = 0;
  let lines = 0;
  const note = (row: Row) => {
    rows++;
    for (const [name, value] of row) {
      let kind = kinds.get(name);
      if (kind === undefined) {
        if (kinds.size >= MAX_COLUMNS) throw new Refusal('columns.tooMany', { limit: MAX_COLUMNS });
        if (name.length > MAX_NAME_LENGTH) throw new Refusal('header.tooLong', { limit: MAX_NAME_LENGTH });
        kind = { texts: 0, numbers: 0, booleans: 0, sample: new Set(), repeats: 0 };
        kinds.set(name, kind);
      }
      if (typeof value === 'string') kind.texts++;
      else if (typeof value === 'number') kind.numbers++;
      else kind.booleans++;
      if (rows > SAMPLED || value === '') continue;
      if (kind.sample.has(String(value))) kind.repeats++;
      kind.sample.add(String(value));
    }
  };
  await eachValue(
    request,
    (bytes) => {
      const reading = readValue(bytes, request, ignore);
      lines++;
      if (!('rows' in reading)) return;
      readable++;
      for (const row of reading.rows) note(row);
    },
    () => Promise.resolve(),
  );
  if (readable === 0 && lines > 0) throw new Refusal('json.noRecords', { lines });
  const columns = [...kinds].map(([name, kind]): SourceColumn => {
    const sample = [...kind.sample];
    const total = kind.texts + kind.numbers + kind.booleans;
    return { name, header: name, guess: guessOf(name, kind, sample), sample, unique: kind.repeats === 0 && total === rows && rows > 0 };
  });
  return { columns, rows };
}

/** Numbers and booleans are what JSON says; texts may be days or moments; a mixture is text. */
function guessOf(name: string, kind: Kinds, sample: readonly string[]): SourceColumn['guess'] {
  if (kind.numbers > 0 && kind.texts + kind.booleans === 0)
    return { kind: 'rule', rule: { type: 'number', mark: 'point', percent: false, strict: false } };
  if (kind.booleans > 0 && kind.texts + kind.numbers === 0) return { kind: 'rule', rule: { type: 'boolean', pair: 0 } };
  if (kind.numbers + kind.booleans > 0) return { kind: 'text' };
  const guess = inferRule(sample, looksLikeIdentifier(name) ? name : 'text', 'point');
  return guess.kind === 'rule' && (guess.rule.type === 'date' || guess.rule.type === 'datetime') ? guess : { kind: 'text' };
}

export async function jsonSource(request: JsonRequest): Promise<RecordSource> {
  const ignore = new Set(request.ignore);
  const { columns, rows } = await columnsOf(request, ignore);
  return {
    format: 'ndjson',
    columns,
    notices:
      request.encoding.confidence === undefined
        ? []
        : [{ code: 'encoding.guessed', params: { encoding: request.encoding.name, confidence: request.encoding.confidence } }],
    description: { encoding: request.encoding.name },
    bytes: request.facts.bytes,
    sha256: request.facts.sha256,
    expectedRecords: rows,
    preferredMark: 'point',
    quote: -1,
    scan: async (sink: RecordSink, onPiece) => {
      const writer = new CellWriter(columns.map((column) => column.name));
      const blankLines = await eachValue(
        request,
        (bytes, line) => {
          const reading = readValue(bytes, request, ignore);
          if ('reason' in reading) sink.broken({ ...reading, line, bytes, from: 0, to: bytes.length });
          else for (const row of reading.rows) sink.record(writer.write(row, bytes), line);
        },
        onPiece,
      );
      return { blankLines };
    },
  };
}
