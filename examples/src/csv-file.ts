// Writes a CSV file in large pieces, so that a file of millions of rows needs little memory, and digests it on the way.
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';

const PIECE = 1 << 20;

/** A value of a cell; missing is an empty cell. */
export type Cell = string | number | boolean | undefined;

/** An open CSV file. Call `flush` now and then, `close` at the end. */
export class CsvFile {
  readonly #handle: FileHandle;
  readonly #hash = createHash('sha256');
  #pending = '';

  private constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  static async create(path: string, header: readonly string[]): Promise<CsvFile> {
    const file = new CsvFile(await open(path, 'w'));
    file.row(header);
    return file;
  }

  /** Adds a row. */
  row(cells: readonly Cell[]): void {
    let line = '';
    for (let i = 0; i < cells.length; i += 1) line += i === 0 ? text(cells[i]) : `,${text(cells[i])}`;
    this.#pending += `${line}\n`;
  }

  /** Writes out what has gathered, once it is a piece worth writing. */
  async flush(least = PIECE): Promise<void> {
    if (this.#pending.length < least) return;
    const bytes = Buffer.from(this.#pending);
    this.#pending = '';
    this.#hash.update(bytes);
    await this.#handle.writeFile(bytes);
  }

  /** Writes the rest and answers the file's digest, `sha256:<hex>`. */
  async close(): Promise<string> {
    await this.flush(1);
    await this.#handle.close();
    return `sha256:${this.#hash.digest('hex')}`;
  }
}

function text(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
