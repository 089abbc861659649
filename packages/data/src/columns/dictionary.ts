// Distinct texts of a column by the order in which they first occur, kept as UTF-8 bytes. Code 0 stands for missing.
import type { Budget } from './budget.ts';

const FIRST_SLOTS = 1024;

/** Maps texts to codes 1, 2, 3 … without making a string per cell. */
export class Dictionary {
  /** Number of entries, the unused entry 0 included. */
  size = 1;
  #bytes = new Uint8Array(1 << 14);
  #used = 0;
  #ends = new Float64Array(1024);
  #hashes = new Int32Array(1024);
  #slots = new Uint32Array(FIRST_SLOTS);
  #last = 0;
  readonly #seed: number;
  readonly #budget: Budget;

  /** @param seed of the hash: from the digest of the file, so that nobody can prepare a file full of collisions. */
  constructor(seed: number, budget: Budget) {
    this.#seed = seed;
    this.#budget = budget;
    budget.take(this.#bytes.length + 12 * 1024 + 4 * FIRST_SLOTS);
  }

  /** The code of the text `bytes[start … end)`. */
  code(bytes: Uint8Array, start: number, end: number): number {
    if (this.#last !== 0 && this.#equals(this.#last, bytes, start, end)) return this.#last;
    let hash = this.#seed;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
    hash ^= hash >>> 15;
    hash = Math.imul(hash, 0x2c1b3c6d);
    hash ^= hash >>> 13;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const code = this.#slots[slot] as number;
      if (code === 0) break;
      if (this.#hashes[code] === hash && this.#equals(code, bytes, start, end)) {
        this.#last = code;
        return code;
      }
      slot = (slot + 1) & mask;
    }
    this.#last = this.#add(bytes, start, end, hash, slot);
    return this.#last;
  }

  #equals(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.#ends[code - 1] as number;
    if ((this.#ends[code] as number) - from !== end - start) return false;
    const own = this.#bytes;
    for (let i = start, j = from; i < end; i++, j++) if (own[j] !== bytes[i]) return false;
    return true;
  }

  #add(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const length = end - start;
    if (this.#used + length > this.#bytes.length) this.#growBytes(this.#used + length);
    if (this.size === this.#ends.length) this.#growEntries();
    if (length > 64) this.#bytes.set(bytes.subarray(start, end), this.#used);
    else for (let i = start, j = this.#used; i < end; i++, j++) this.#bytes[j] = bytes[i] as number;
    this.#used += length;
    const code = this.size++;
    this.#ends[code] = this.#used;
    this.#hashes[code] = hash;
    this.#slots[slot] = code;
    if (this.size * 2 > this.#slots.length) this.#rehash();
    return code;
  }

  #growBytes(need: number): void {
    const grown = new Uint8Array(Math.max(need, Math.ceil(this.#bytes.length * 1.7)));
    this.#budget.take(grown.length - this.#bytes.length);
    grown.set(this.#bytes);
    this.#bytes = grown;
  }

  #growEntries(): void {
    const length = this.#ends.length * 2;
    this.#budget.take((length - this.#ends.length) * 12);
    const ends = new Float64Array(length);
    ends.set(this.#ends);
    this.#ends = ends;
    const hashes = new Int32Array(length);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
  }

  #rehash(): void {
    const slots = new Uint32Array(this.#slots.length * 2);
    this.#budget.take(slots.byteLength / 2);
    const mask = slots.length - 1;
    for (let code = 1; code < this.size; code++) {
      let slot = (this.#hashes[code] as number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.#slots = slots;
  }

  /** The UTF-8 bytes of an entry, in place. */
  bytesOf(code: number): Uint8Array {
    return this.#bytes.subarray(this.#ends[code - 1], this.#ends[code]);
  }

  text(code: number): string {
    const bytes = this.bytesOf(code);
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  }

  /** All bytes in order of codes; entry `code` is `bytes[ends[code - 1] … ends[code])`. */
  get contents(): { readonly bytes: Uint8Array; readonly ends: Float64Array } {
    return { bytes: this.#bytes.subarray(0, this.#used), ends: this.#ends.subarray(0, this.size) };
  }
}
