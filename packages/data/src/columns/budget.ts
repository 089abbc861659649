// Counts the bytes that an import or a table holds and refuses to go over a limit: an answer instead of a dying process.
import { Refusal } from '../outcome.ts';

export class Budget {
  readonly limit: number;
  readonly #code: string;
  #used = 0;

  /** @param code of the refusal. */
  constructor(limit: number, code: string) {
    this.limit = limit;
    this.#code = code;
  }

  /** Adds (or gives back) bytes; refuses when over the limit. */
  take(bytes: number): void {
    this.#used += bytes;
    if (this.#used > this.limit) throw new Refusal(this.#code, { needed: this.#used, limit: this.limit });
  }
}
