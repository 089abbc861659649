// A file with one JSON object per line as a source of records. Values keep the types that JSON gives them.
import { MAX_COLUMNS, MAX_LINE_BYTES, MAX_NAME_LENGTH } from '../limits.ts';
import { type Cells, EMPTY_TEXT, type RecordSink } from '../csv/scanner.ts';
import type { RecordSource, SourceColumn } from '../load/record-source.ts';
import { Refusal } from '../outcome.ts';
import type { Encoding } from '../source/encoding.ts';
import type { FileFacts } from '../source/file-facts.ts';
import { textPieces } from '../source/text-source.ts';
import { inferRule } from '../values/infer.ts';
import { looksLikeIdentifier } from '../values/names.ts';

export interface NdjsonRequest {
  readonly path: string;
  readonly facts: FileFacts;
  readonly encoding: Encoding;
  /** Fields that are left out whatever they hold. */
  readonly ignore: readonly string[];
  /** Lines are the elements of this field's lists; each also gets the record's customer. */
  readonly nested?: { readonly field: string; readonly customer?: string };
}

export type JsonReason = 'json.invalid' | 'json.notObject' | 'json.nested' | 'text.invalid' | 'value.number';
type Scalar = string | number | boolean;
type Row = ReadonlyMap<string, Scalar>;

/** A line of the file as rows, or why it has none. */
type Reading = { readonly rows: readonly Row[] } | { readonly reason: JsonReason; readonly column: string | null };

/** Calls back with every line that is not blank; its bytes are valid during the call. */
async function eachLine(request: NdjsonRequest, onLine: (bytes: Uint8Array, line: number) => void, onPiece: (position: number) => Promise<void>): Promise<number> {
  let carry: Uint8Array = new Uint8Array(0);
  let line = 1;
  let blanks = 0;
  const take = (bytes: Uint8Array) => {
    if (bytes.every((byte) => byte <= 32)) blanks++;
    else onLine(bytes, line);
    line++;
  };
  for (const piece of textPieces(request.path, request.encoding)) {
    const bytes = carry.length === 0 ? piece.bytes : Buffer.concat([carry, piece.bytes]);
    let from = 0;
    for (let to = bytes.indexOf(10, from); to >= 0; to = bytes.indexOf(10, from)) {
      take(bytes.subarray(from, to));
      from = to + 1;
    }
    if (bytes.length - from > MAX_LINE_BYTES) throw new Refusal('line.tooLong', { line, limit: MAX_LINE_BYTES });
    carry = new Uint8Array(bytes.subarray(from));
    await onPiece(piece.position);
  }
  if (carry.length > 0) take(carry);
  return blanks;
}

const isObject = (value: unknown): value is { readonly [name: string]: unknown } => typeof value === 'object' && value !== null && !Array.isArray(value);

function flat(object: { readonly [name: string]: unknown }, ignore: ReadonlySet<string>, first: readonly (readonly [string, Scalar])[]): Reading {
  const row = new Map<string, Scalar>(first);
  for (const name of Object.keys(object)) {
    const value = object[name];
    if (ignore.has(name) || value === null) continue;
    if (typeof value === 'object') return { reason: 'json.nested', column: name };
    if (typeof value === 'string' && !value.isWellFormed()) return { reason: 'text.invalid', column: name };
    if (typeof value === 'number' && !Number.isFinite(value)) return { reason: 'value.number', column: name };
    row.set(name, value as Scalar);
  }
  return { rows: [row] };
}

const MAX_DEPTH = 64;

/** Whether brackets nest deeper than any record needs; checked before parsing, quotes respected. */
function tooDeep(bytes: Uint8Array): boolean {
  let depth = 0;
  let inText = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (inText) {
      if (byte === 92) i++;
      else if (byte === 34) inText = false;
    } else if (byte === 34) inText = true;
    else if (byte === 123 || byte === 91) {
      if (++depth > MAX_DEPTH) return true;
    } else if (byte === 125 || byte === 93) depth--;
  }
  return false;
}

function readLine(bytes: Uint8Array, request: NdjsonRequest, ignore: ReadonlySet<string>): Reading {
  let value: unknown;
  try {
    if (tooDeep(bytes)) return { reason: 'json.nested', column: null };
    value = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'));
  } catch {
    return { reason: 'json.invalid', column: null };
  }
  if (!isObject(value)) return { reason: 'json.notObject', column: null };
  return request.nested === undefined ? flat(value, ignore, []) : nestedRows(value, request.nested, ignore);
}

function nestedRows(record: { readonly [name: string]: unknown }, nested: NonNullable<NdjsonRequest['nested']>, ignore: ReadonlySet<string>): Reading {
  const list = Object.hasOwn(record, nested.field) ? record[nested.field] : undefined;
  if (list === undefined || list === null) return { rows: [] };
  if (!Array.isArray(list)) return { reason: 'json.nested', column: nested.field };
  const owner = nested.customer === undefined || !Object.hasOwn(record, nested.customer) ? undefined : record[nested.customer];
  const first = typeof owner === 'string' || typeof owner === 'number' ? ([[nested.customer ?? '', owner]] as const) : [];
  const rows: Row[] = [];
  for (const element of list) {
    if (!isObject(element)) return { reason: 'json.nested', column: nested.field };
    const reading = flat(element, ignore, first);
    if (!('rows' in reading)) return reading;
    rows.push(...reading.rows);
  }
  return { rows };
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
async function columnsOf(request: NdjsonRequest, ignore: ReadonlySet<string>): Promise<{ readonly columns: readonly SourceColumn[]; readonly rows: number }> {
  const kinds = new Map<string, Kinds>();
  if (request.nested?.customer !== undefined) kinds.set(request.nested.customer, { texts: 0, numbers: 0, booleans: 0, sample: new Set(), repeats: 0 });
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
  await eachLine(request, (bytes) => {
    const reading = readLine(bytes, request, ignore);
    lines++;
    if (!('rows' in reading)) return;
    readable++;
    for (const row of reading.rows) note(row);
  }, () => Promise.resolve());
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
  if (kind.numbers > 0 && kind.texts + kind.booleans === 0) return { kind: 'rule', rule: { type: 'number', mark: 'point', percent: false, strict: false } };
  if (kind.booleans > 0 && kind.texts + kind.numbers === 0) return { kind: 'rule', rule: { type: 'boolean', pair: 0 } };
  if (kind.numbers + kind.booleans > 0) return { kind: 'text' };
  const guess = inferRule(sample, looksLikeIdentifier(name) ? name : 'text', 'point');
  return guess.kind === 'rule' && (guess.rule.type === 'date' || guess.rule.type === 'datetime') ? guess : { kind: 'text' };
}

/** Writes rows of values as cells of text, which the builders read back under exact rules. */
class CellWriter {
  readonly cells: { bytes: Uint8Array; count: number; readonly start: Int32Array; readonly end: Int32Array; readonly flags: Uint8Array };
  readonly #names: readonly string[];

  constructor(names: readonly string[]) {
    this.#names = names;
    this.cells = { bytes: new Uint8Array(1 << 16), count: names.length, start: new Int32Array(names.length), end: new Int32Array(names.length), flags: new Uint8Array(names.length) };
  }

  write(row: Row): Cells {
    const { cells } = this;
    let at = 0;
    this.#names.forEach((name, index) => {
      const value = row.get(name);
      const text = value === undefined ? '' : String(value);
      if (cells.bytes.length - at < text.length * 3) {
        const more = new Uint8Array((at + text.length * 3) * 2);
        more.set(cells.bytes.subarray(0, at));
        cells.bytes = more;
      }
      cells.start[index] = at;
      at += Buffer.from(cells.bytes.buffer).write(text, at, 'utf8');
      cells.end[index] = at;
      cells.flags[index] = value === '' ? EMPTY_TEXT : 0;
    });
    return cells;
  }
}

export async function ndjsonSource(request: NdjsonRequest): Promise<RecordSource> {
  const ignore = new Set(request.ignore);
  const { columns, rows } = await columnsOf(request, ignore);
  return {
    format: 'ndjson',
    columns,
    notices: request.encoding.confidence === undefined ? [] : [{ code: 'encoding.guessed', params: { encoding: request.encoding.name, confidence: request.encoding.confidence } }],
    description: { encoding: request.encoding.name },
    bytes: request.facts.bytes,
    sha256: request.facts.sha256,
    expectedRecords: rows,
    preferredMark: 'point',
    quote: -1,
    scan: async (sink: RecordSink, onPiece) => {
      const writer = new CellWriter(columns.map((column) => column.name));
      const blankLines = await eachLine(request, (bytes, line) => {
        const reading = readLine(bytes, request, ignore);
        if ('reason' in reading) sink.broken(reading.reason, line, bytes, 0, bytes.length, reading.column);
        else for (const row of reading.rows) sink.record(writer.write(row), line, 0, 0);
      }, onPiece);
      return { blankLines };
    },
  };
}
