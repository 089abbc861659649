// Splits CSV bytes into records, exactly and once: every physical record is either handed on, reported as broken, or blank.
import { MAX_COLUMNS, MAX_LINE_BYTES } from '../limits.ts';
import { Refusal } from '../outcome.ts';

export interface Dialect {
  /** One ASCII byte. */
  readonly delimiter: number;
  /** One ASCII byte, or -1 for none. */
  readonly quote: number;
  /** The byte that ends a record: LF (a CR before it belongs to it) or, in old Macintosh files, CR. */
  readonly newline: 10 | 13;
}

/** Cell `i` is `bytes[start[i] … end[i])`; valid only while the record is handed over. Cells past the limit of columns are counted only. */
export interface Cells {
  readonly bytes: Uint8Array;
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly flags: Uint8Array;
  /** Where the record lies in `bytes`. */
  readonly from: number;
  readonly to: number;
}

/** Flags of a cell: its quotes are doubled inside, or it is an empty text that counts as a value (JSON). */
export const ESCAPED = 1;
export const EMPTY_TEXT = 2;

/** Text at `bytes[from … to)` that cannot be split (CSV: `line` is that of the opening quote) or read (JSON). */
export interface BrokenRecord {
  readonly reason: string;
  readonly line: number;
  readonly column: string | null;
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
}

export interface RecordSink {
  /** A whole record that begins on `line` (1-based). */
  record(cells: Cells, line: number): void;
  broken(record: BrokenRecord): void;
}

const CR = 13;

/** Byte classes: 1 ends an unquoted cell. */
function stops(dialect: Dialect): Uint8Array {
  const table = new Uint8Array(256);
  table[dialect.delimiter] = 1;
  table[dialect.newline] = 1;
  return table;
}

/**
 * A record with a stray or unclosed quote costs only the lines up to the one on which that quote opened; reading goes on with
 * the next line. So one forgotten quote cannot swallow the rest of a file.
 */
export class CsvScanner {
  /** Blank lines so far: neither loaded nor rejected. */
  blanks = 0;
  #line: number;
  #carry: Uint8Array = new Uint8Array(0);
  readonly #dialect: Dialect;
  readonly #sink: RecordSink;
  readonly #stops: Uint8Array;
  readonly #start = new Int32Array(MAX_COLUMNS + 1);
  readonly #end = new Int32Array(MAX_COLUMNS + 1);
  readonly #flags = new Uint8Array(MAX_COLUMNS + 1);
  // One object for all records: it is only valid inside `record`.
  readonly #cells = {
    bytes: new Uint8Array(0) as Uint8Array,
    count: 0,
    start: this.#start,
    end: this.#end,
    flags: this.#flags,
    from: 0,
    to: 0,
  };
  // The cell being read: where it ended, or why it did not.
  #at = 0;
  #breaks = 0;

  /** @param line number of the first line. */
  constructor(dialect: Dialect, sink: RecordSink, line = 1) {
    this.#line = line;
    this.#dialect = dialect;
    this.#sink = sink;
    this.#stops = stops(dialect);
  }

  /** Takes the next bytes; what is not a whole record yet is kept. */
  push(bytes: Uint8Array): void {
    this.#scan(this.#joined(bytes), false);
  }

  /** Takes the end of the text. */
  end(): void {
    this.#scan(this.#carry, true);
  }

  #joined(bytes: Uint8Array): Uint8Array {
    if (this.#carry.length === 0) return bytes;
    const joined = new Uint8Array(this.#carry.length + bytes.length);
    joined.set(this.#carry);
    joined.set(bytes, this.#carry.length);
    return joined;
  }

  #scan(bytes: Uint8Array, last: boolean): void {
    let at = 0;
    this.#cells.bytes = bytes;
    while (at < bytes.length) {
      const next = this.#record(bytes, at, last);
      if (next < 0) break;
      at = next;
    }
    const rest = bytes.length - at;
    if (rest > MAX_LINE_BYTES && bytes.indexOf(this.#dialect.newline, at) < 0)
      throw new Refusal('line.tooLong', { line: this.#line, limit: MAX_LINE_BYTES });
    this.#carry = new Uint8Array(bytes.subarray(at));
  }

  /** Reads one record from `from`; the position after it, or -1 where more bytes are needed. */
  #record(bytes: Uint8Array, from: number, last: boolean): number {
    const { delimiter, quote, newline } = this.#dialect;
    const length = bytes.length;
    let count = 0;
    let at = from;
    let breaks = 0;
    for (;;) {
      let start = at;
      let flags = 0;
      let end: number;
      if (at < length && bytes[at] === quote) {
        const closed = this.#quoted(bytes, at, last);
        if (closed < 0) {
          if (closed === -1 && length - from <= MAX_LINE_BYTES) return -1;
          this.#cells.from = from;
          this.#breaks = breaks;
          return this.#giveUp(closed === -3 ? 'quote.stray' : 'quote.unclosed', at, last);
        }
        start = at + 1;
        end = closed & 0x3fffffff;
        flags = closed > 0x3fffffff ? ESCAPED : 0;
        breaks += this.#breaks;
        at = this.#at;
      } else {
        const table = this.#stops;
        while (at < length && table[bytes[at] as number] === 0) at++;
        if (at === length && !last) return -1;
        end = at;
        if (end > start && bytes[end - 1] === CR && newline !== CR && (at === length || bytes[at] === newline)) end--;
      }
      if (count <= MAX_COLUMNS) {
        this.#start[count] = start;
        this.#end[count] = end;
        this.#flags[count] = flags;
      }
      count++;
      if (at >= length || bytes[at] !== delimiter) break;
      at++;
    }
    const blank = count === 1 && this.#start[0] === this.#end[0] && this.#start[0] === from;
    if (blank) this.blanks++;
    else {
      this.#cells.count = count;
      this.#cells.from = from;
      this.#cells.to = at;
      this.#sink.record(this.#cells, this.#line);
    }
    this.#line += breaks + 1;
    return at + 1;
  }

  /**
   * Reads a quoted cell that opens at `open`: its end, plus 2^30 if quotes inside are doubled; leaves the position after it in
   * `#at`. -1 more bytes needed, -2 never closed, -3 text after the closing quote, -4 the same across lines.
   */
  #quoted(bytes: Uint8Array, open: number, last: boolean): number {
    const { delimiter, quote, newline } = this.#dialect;
    const length = bytes.length;
    let at = open + 1;
    let breaks = 0;
    let doubled = false;
    for (;;) {
      while (at < length && bytes[at] !== quote) {
        if (bytes[at] === newline) breaks++;
        at++;
      }
      if (at >= length) return last ? -2 : -1;
      if (at + 1 >= length && !last) return -1;
      if (bytes[at + 1] !== quote || at + 1 >= length) break;
      doubled = true;
      at += 2;
    }
    const end = at++;
    if (at < length && newline !== CR && bytes[at] === CR) {
      if (at + 1 >= length && !last) return -1;
      if (at + 1 >= length || bytes[at + 1] === newline) at++;
    }
    if (at < length && bytes[at] !== delimiter && bytes[at] !== newline) return breaks > 0 ? -4 : -3;
    this.#at = at;
    this.#breaks = breaks;
    return doubled ? end + 0x40000000 : end;
  }

  /** Rejects the lines of the record so far, up to that of the quote at `open`, and goes on behind them. */
  #giveUp(reason: 'quote.stray' | 'quote.unclosed', open: number, last: boolean): number {
    const { bytes, from } = this.#cells;
    const newline = bytes.indexOf(this.#dialect.newline, open);
    if (newline < 0 && !last) return -1;
    const to = newline < 0 ? bytes.length : newline;
    this.#sink.broken({ reason, line: this.#line + this.#breaks, column: null, bytes, from, to });
    this.#line += this.#breaks + 1;
    return to + 1;
  }
}

/** Copies an escaped cell into `into` with its doubled quotes made single; its length there. */
export function unescapeInto(into: Uint8Array, cells: Cells, index: number, quote: number): number {
  const end = cells.end[index] as number;
  let to = 0;
  for (let at = cells.start[index] as number; at < end; at++) {
    const byte = cells.bytes[at] as number;
    into[to++] = byte;
    if (byte === quote) at++;
  }
  return to;
}

/** The cells of a record as text, at most `most` of them. */
export function cellTexts(cells: Cells, quote: number, most: number): string[] {
  let scratch: Uint8Array | undefined;
  return Array.from({ length: Math.min(cells.count, most) }, (_, index) => {
    const start = cells.start[index] as number;
    const end = cells.end[index] as number;
    if (cells.flags[index] !== ESCAPED) return utf8(cells.bytes, start, end);
    scratch ??= new Uint8Array(cells.to - cells.from);
    return utf8(scratch, 0, unescapeInto(scratch, cells, index, quote));
  });
}

function utf8({ buffer, byteOffset }: Uint8Array, from: number, to: number): string {
  return Buffer.from(buffer, byteOffset + from, to - from).toString('utf8');
}
