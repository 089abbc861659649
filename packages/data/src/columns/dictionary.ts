// Distinct texts of a column by the order in which they first occur, kept as UTF-8 bytes. Code 0 stands for missing.
import type { Budget } from './budget.ts';

const FIRST_SLOTS = 1024;

/** A 32-bit hash, four bytes at a step. */
function hashOf(bytes: Uint8Array, start: number, end: number, seed: number): number {
  let hash = seed ^ (end - start);
  let i = start;
  for (; i + 4 <= end; i += 4) {
    const word =
      (bytes[i] as number) | ((bytes[i + 1] as number) << 8) | ((bytes[i + 2] as number) << 16) | ((bytes[i + 3] as number) << 24);
    hash = Math.imul(hash ^ word, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  for (; i < end; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

/** Maps texts to codes 1, 2, 3 … without making a string per cell. */
export class Dictionary {
  /** Number of entries, the unused entry 0 included. */
  size = 1;
  #bytes = new Uint8Array(1 << 14);
  #used = 0;
  #ends = new Float64Array(1024);
  /** Pairs of code and hash: what decides nearly every probe lies side by side. */
  #slots = new Int32Array(FIRST_SLOTS * 2);
  #last = 0;
  readonly #seed: number;
  readonly #budget: Budget;

  /** @param seed of the hash: from the digest of the file, so that nobody can prepare a file full of collisions. */
  constructor(seed: number, budget: Budget) {
    this.#seed = seed;
    this.#budget = budget;
    budget.take(this.#bytes.length + 8 * 1024 + 8 * FIRST_SLOTS);
  }

  /** The code of the text `bytes[start … end)`. */
  code(bytes: Uint8Array, start: number, end: number): number {
    if (this.#last !== 0 && this.#equals(this.#last, bytes, start, end)) return this.#last;
    const hash = hashOf(bytes, start, end, this.#seed);
    const slots = this.#slots;
    const mask = slots.length - 2;
    let slot = (hash << 1) & mask;
    for (;;) {
      const code = slots[slot] as number;
      if (code === 0) break;
      if (slots[slot + 1] === hash && this.#equals(code, bytes, start, end)) {
        this.#last = code;
        return code;
      }
      slot = (slot + 2) & mask;
    }
    this.#last = this.#add(bytes, start, end);
    slots[slot] = this.#last;
    slots[slot + 1] = hash;
    if (this.size * 4 > slots.length) this.#rehash();
    return this.#last;
  }

  /** From the end, where numbered texts differ first. */
  #equals(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.#ends[code - 1] as number;
    if ((this.#ends[code] as number) - from !== end - start) return false;
    const own = this.#bytes;
    const shift = from - start;
    for (let i = end - 1; i >= start; i--) if (own[i + shift] !== bytes[i]) return false;
    return true;
  }

  #add(bytes: Uint8Array, start: number, end: number): number {
    const length = end - start;
    if (this.#used + length > this.#bytes.length) this.#growBytes(this.#used + length);
    if (this.size === this.#ends.length) this.#growEntries();
    if (length > 64) this.#bytes.set(bytes.subarray(start, end), this.#used);
    else for (let i = start, j = this.#used; i < end; i++, j++) this.#bytes[j] = bytes[i] as number;
    this.#used += length;
    const code = this.size++;
    this.#ends[code] = this.#used;
    return code;
  }

  #growBytes(need: number): void {
    const grown = new Uint8Array(Math.max(need, Math.ceil(this.#bytes.length * 1.7)));
    this.#budget.take(grown.length - this.#bytes.length);
    grown.set(this.#bytes);
    this.#bytes = grown;
  }

  #growEntries(): void {
    const ends = new Float64Array(this.#ends.length * 2);
    this.#budget.take(ends.byteLength / 2);
    ends.set(this.#ends);
    this.#ends = ends;
  }

  #rehash(): void {
    const old = this.#slots;
    const slots = new Int32Array(old.length * 2);
    this.#budget.take(slots.byteLength / 2);
    const mask = slots.length - 2;
    for (let at = 0; at < old.length; at += 2) {
      const code = old[at] as number;
      if (code === 0) continue;
      const hash = old[at + 1] as number;
      let slot = (hash << 1) & mask;
      while (slots[slot] !== 0) slot = (slot + 2) & mask;
      slots[slot] = code;
      slots[slot + 1] = hash;
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
