// Reads column files straight into typed arrays.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { ColumnData } from '@tierflow/evaluator';
import type { Budget } from '../columns/budget.ts';
import type { Manifest, ManifestColumn, Section, Sections } from '../generation/manifest.ts';
import { Refusal } from '../outcome.ts';
import { fileDigest } from '../source/file-digest.ts';

/** Reads sections of one file of a generation; keep it open while several are read. */
export class SectionReader {
  readonly #file: number;
  readonly #name: string;
  readonly #size: number;
  readonly #budget: Budget;

  constructor(dir: string, name: string, budget: Budget) {
    this.#name = name;
    this.#budget = budget;
    try {
      this.#file = openSync(join(dir, name), 'r');
    } catch {
      throw new Refusal('generation.corrupt', { file: name });
    }
    this.#size = fstatSync(this.#file).size;
  }

  close(): void {
    closeSync(this.#file);
  }

  #bytes(section: Section | undefined): ArrayBuffer {
    if (section === undefined || section.at + section.bytes > this.#size) throw new Refusal('generation.corrupt', { file: this.#name });
    this.#budget.take(section.bytes);
    const bytes = new Uint8Array(section.bytes);
    for (let from = 0; from < bytes.length; ) {
      const read = readSync(this.#file, bytes, from, Math.min(bytes.length - from, 1 << 28), section.at + from);
      if (read === 0) throw new Refusal('generation.corrupt', { file: this.#name });
      from += read;
    }
    return bytes.buffer;
  }

  float64(section: Section | undefined): Float64Array {
    return new Float64Array(this.#bytes(section));
  }

  int32(section: Section | undefined): Int32Array {
    return new Int32Array(this.#bytes(section));
  }

  uint32(section: Section | undefined): Uint32Array {
    return new Uint32Array(this.#bytes(section));
  }

  uint8(section: Section | undefined): Uint8Array {
    return new Uint8Array(this.#bytes(section));
  }

  /** The texts of a dictionary; entry 0 is empty and stands for missing. */
  texts(sections: Sections, entries: number): string[] {
    const ends = this.uint32(sections.ends);
    const blocks = this.float64(sections.blocks);
    const bytes = Buffer.from(this.#bytes(sections.text));
    this.#budget.take(entries * 32);
    const texts = new Array<string>(entries);
    texts[0] = '';
    for (let block = 0; block < blocks.length; block += 2) {
      const first = blocks[block] as number;
      const last = block + 2 < blocks.length ? (blocks[block + 2] as number) : entries;
      const text = bytes.toString('utf8', blocks[block + 1], block + 3 < blocks.length ? (blocks[block + 3] as number) : bytes.length);
      let from = 0;
      for (let entry = first; entry < last; entry++) {
        const to = ends[entry] as number;
        texts[entry] = text.slice(from, to);
        from = to;
      }
    }
    return texts;
  }
}

/** Reads one column of a generation. */
export function readColumn(dir: string, column: ManifestColumn, budget: Budget): ColumnData {
  const reader = new SectionReader(dir, column.file, budget);
  const { sections } = column;
  try {
    if (column.type === 'string')
      return { type: 'string', codes: reader.uint32(sections.codes), dictionary: reader.texts(sections, column.entries ?? 1) };
    if (column.type === 'boolean') return { type: 'boolean', values: reader.uint8(sections.values) };
    if (column.type === 'date') return { type: 'date', values: reader.int32(sections.values) };
    if (column.type === 'number') return { type: 'number', values: reader.float64(sections.values) };
    return { type: 'datetime', values: reader.float64(sections.values), days: reader.int32(sections.days) };
  } finally {
    reader.close();
  }
}

/** Compares files of a generation with the digests of its manifest. */
export function verifyFiles(dir: string, manifest: Manifest, names: Iterable<string>): void {
  for (const name of names) {
    let sha256: string;
    try {
      sha256 = fileDigest(join(dir, name)).sha256;
    } catch {
      throw new Refusal('generation.corrupt', { file: name });
    }
    if (manifest.files[name]?.sha256 !== sha256) throw new Refusal('generation.corrupt', { file: name });
  }
}
