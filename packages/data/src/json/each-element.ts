// Goes through a JSON array element by element without holding the array.
import { MAX_LINE_BYTES } from '../limits.ts';
import { Refusal } from '../outcome.ts';
import { textPieces } from '../source/text-source.ts';
import type { OnValue } from './each-line.ts';
import type { JsonRequest } from './read-value.ts';

const QUOTE = 34;
const BACKSLASH = 92;
const COMMA = 44;
const OPEN = 91;
const CLOSE = 93;

const opens = (byte: number): boolean => byte === OPEN || byte === 123;
const closes = (byte: number): boolean => byte === CLOSE || byte === 125;

/**
 * Finds the borders of the elements by brackets, quotes and commas. Whether an element is sound is for its reader to say; an array
 * that does not begin or end as one is refused, since nobody could tell what is missing.
 */
class ElementSplitter {
  #depth = 0;
  #inText = false;
  #escaped = false;
  #line = 1;
  #startLine = 1;
  #started = false;
  #begun = false;
  #ended = false;
  #carry: Uint8Array = new Uint8Array(0);
  readonly #onElement: OnValue;

  constructor(onElement: OnValue) {
    this.#onElement = onElement;
  }

  push(piece: Uint8Array): void {
    const seen = this.#carry.length;
    const bytes = seen === 0 ? piece : Buffer.concat([this.#carry, piece]);
    let from = 0;
    for (let at = seen; at < bytes.length; at++) {
      const byte = bytes[at] as number;
      if (byte === 10) this.#line++;
      if (this.#inText) this.#text(byte);
      else if (this.#border(byte)) {
        if (this.#begun) this.#onElement(bytes.subarray(from, at), this.#startLine);
        this.#begun = false;
        from = at + 1;
      } else if (byte > 32 && !this.#begun) {
        this.#begun = true;
        this.#startLine = this.#line;
      }
    }
    if (bytes.length - from > MAX_LINE_BYTES) throw new Refusal('line.tooLong', { line: this.#startLine, limit: MAX_LINE_BYTES });
    this.#carry = new Uint8Array(bytes.subarray(from));
  }

  #text(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === BACKSLASH) this.#escaped = true;
    else if (byte === QUOTE) this.#inText = false;
  }

  /** Whether an element ends (or the array begins) at this byte, which is in no text. */
  #border(byte: number): boolean {
    if (byte <= 32) return false;
    if (this.#ended) throw new Refusal('json.unfinished', { line: this.#line });
    if (!this.#started) {
      if (byte !== OPEN) throw new Refusal('json.unfinished', { line: this.#line });
      this.#started = true;
      return true;
    }
    if (byte === QUOTE) this.#inText = true;
    else if (opens(byte)) this.#depth++;
    else if (closes(byte) && --this.#depth < 0) {
      this.#ended = true;
      return true;
    }
    return byte === COMMA && this.#depth === 0;
  }

  end(): void {
    if (!this.#ended) throw new Refusal('json.unfinished', { line: this.#line });
  }
}

/** Calls back with every element of the array that the file holds. */
export async function eachElement(request: JsonRequest, onElement: OnValue, onPiece: (position: number) => Promise<void>): Promise<void> {
  const splitter = new ElementSplitter(onElement);
  for (const piece of textPieces(request.path, request.encoding)) {
    splitter.push(piece.bytes);
    await onPiece(piece.position);
  }
  splitter.end();
}
