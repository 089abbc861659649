// The log of what was not loaded: counted by reason, written line by line, excerpts kept short.
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

/** One rejected row (or, with `kept`, one unreadable cell of a row that was loaded). */
export interface Reject {
  readonly line: number;
  /** Name of the column, where one is to blame. */
  readonly column: string | null;
  readonly reason: string;
  /** The first characters of the record. */
  readonly raw: string;
  /** The row was loaded, with this cell missing. */
  readonly kept?: true;
}

const EXCERPT_BYTES = 200;
const FLUSH_BYTES = 1 << 16;
const SHOWN = 100;

/** The first bytes of a record as text, never half a character. */
export function excerpt(bytes: Uint8Array, from: number, to: number): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.min(to - from, EXCERPT_BYTES)).toString('utf8');
  return to - from > EXCERPT_BYTES ? `${text.replace(/\ufffd+$/, '')}…` : text.replace(/\r$/, '');
}

export class RejectLog {
  rows = 0;
  /** Rows rejected by reason, unreadable cells not counted. */
  readonly counts = new Map<string, number>();
  /** The first rejects. */
  readonly shown: Reject[] = [];
  readonly #file: number | undefined;
  #pending = '';

  /** @param path file to write to; none for a dry run. */
  constructor(path: string | undefined) {
    this.#file = path === undefined ? undefined : openSync(path, 'w', 0o600);
  }

  add(reject: Reject): void {
    if (reject.kept !== true) {
      this.rows++;
      this.counts.set(reject.reason, (this.counts.get(reject.reason) ?? 0) + 1);
    }
    if (this.shown.length < SHOWN) this.shown.push(reject);
    if (this.#file === undefined) return;
    this.#pending += `${JSON.stringify(reject)}\n`;
    if (this.#pending.length > FLUSH_BYTES) this.#flush();
  }

  #flush(): void {
    if (this.#file !== undefined && this.#pending !== '') writeSync(this.#file, this.#pending);
    this.#pending = '';
  }

  close(): void {
    if (this.#file === undefined) return;
    this.#flush();
    fsyncSync(this.#file);
    closeSync(this.#file);
  }
}
