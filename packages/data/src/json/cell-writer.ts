// Writes rows of JSON values as cells of text, which the builders read back under exact rules.
import { type Cells, EMPTY_TEXT } from '../csv/scanner.ts';
import type { Row } from './read-value.ts';

/** Bytes of the line that are kept for excerpts. */
const SHOWN_BYTES = 400;

export class CellWriter {
  readonly #names: readonly string[];
  #bytes = Buffer.alloc(1 << 16);
  readonly #start: Int32Array;
  readonly #end: Int32Array;
  readonly #flags: Uint8Array;

  constructor(names: readonly string[]) {
    this.#names = names;
    this.#start = new Int32Array(names.length);
    this.#end = new Int32Array(names.length);
    this.#flags = new Uint8Array(names.length);
  }

  #room(at: number, units: number): void {
    if (this.#bytes.length - at >= units * 3) return;
    const more = Buffer.alloc((at + units * 3) * 2);
    more.set(this.#bytes.subarray(0, at));
    this.#bytes = more;
  }

  /**
   * The cells of a row, valid until the next one.
   * @param line the record as it is in the file, for excerpts.
   */
  write(row: Row, line: Uint8Array): Cells {
    let at = 0;
    this.#names.forEach((name, index) => {
      const value = row.get(name);
      const text = value === undefined ? '' : String(value);
      this.#room(at, text.length);
      this.#start[index] = at;
      at += this.#bytes.write(text, at, 'utf8');
      this.#end[index] = at;
      this.#flags[index] = value === '' ? EMPTY_TEXT : 0;
    });
    const shown = line.subarray(0, SHOWN_BYTES);
    this.#room(at, shown.length);
    this.#bytes.set(shown, at);
    const { length } = this.#names;
    return { bytes: this.#bytes, count: length, start: this.#start, end: this.#end, flags: this.#flags, from: at, to: at + shown.length };
  }
}
