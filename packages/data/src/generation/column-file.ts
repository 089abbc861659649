// Writes one file per column: sections of little-endian values, each on a multiple of eight bytes; synced and hashed.
import { isAscii } from 'node:buffer';
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Dictionary } from '../columns/dictionary.ts';
import type { Section, Sections } from './manifest.ts';
import type { StoredData } from './stored-column.ts';

export interface WrittenFile {
  readonly bytes: number;
  readonly sha256: string;
}

type SectionName = keyof Sections;
export type Parts = readonly (readonly [SectionName, ArrayBufferView])[];

/** Writes all of `view`; large views go out in pieces that every platform takes. */
function writeAll(file: number, view: ArrayBufferView, hash: ReturnType<typeof createHash>): void {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  for (let from = 0; from < bytes.length; ) {
    const piece = bytes.subarray(from, from + (1 << 28));
    from += writeSync(file, piece, 0, piece.length);
  }
  hash.update(bytes);
}

const padding = (bytes: number): number => (8 - (bytes % 8)) % 8;

/** Writes the parts to `dir/name`, durably. */
export function writeSections(dir: string, name: string, parts: Parts): { readonly sections: Sections; readonly file: WrittenFile } {
  const file = openSync(join(dir, name), 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    const sections: { [section in SectionName]?: Section } = {};
    let at = 0;
    for (const [section, view] of parts) {
      writeAll(file, view, hash);
      sections[section] = { at, bytes: view.byteLength };
      const gap = padding(view.byteLength);
      if (gap > 0) writeAll(file, new Uint8Array(gap), hash);
      at += view.byteLength + gap;
    }
    fsyncSync(file);
    return { sections, file: { bytes: at, sha256: hash.digest('hex') } };
  } finally {
    closeSync(file);
  }
}

const BLOCK_ENTRIES = 1 << 16;
const BLOCK_BYTES = 1 << 26;

/** UTF-16 units of a UTF-8 text. */
function unitsIn(bytes: Uint8Array): number {
  let units = 0;
  for (const byte of bytes) {
    if ((byte & 0xc0) !== 0x80) units++;
    if (byte >= 0xf0) units++;
  }
  return units;
}

/** A dictionary whose entries 1, 2, … are `codes` of `dictionary`, in blocks that can each be decoded as one string. */
export function textParts(dictionary: Dictionary, codes: Uint32Array): { readonly parts: Parts; readonly entries: number } {
  const { bytes, ends } = dictionary.contents;
  let total = 0;
  for (const code of codes) total += (ends[code] as number) - (ends[code - 1] as number);
  const text = new Uint8Array(total);
  const unitEnds = new Uint32Array(codes.length + 1);
  const blocks: number[] = [1, 0];
  const ascii = isAscii(bytes);
  let at = 0;
  let units = 0;
  let firstEntry = 1;
  let firstByte = 0;
  for (let entry = 1; entry <= codes.length; entry++) {
    if (entry - firstEntry >= BLOCK_ENTRIES || at - firstByte >= BLOCK_BYTES) {
      blocks.push(entry, at);
      firstEntry = entry;
      firstByte = at;
      units = 0;
    }
    const code = codes[entry - 1] as number;
    const own = bytes.subarray(ends[code - 1], ends[code]);
    text.set(own, at);
    at += own.length;
    units += ascii ? own.length : unitsIn(own);
    unitEnds[entry] = units;
  }
  return {
    parts: [
      ['ends', unitEnds],
      ['blocks', Float64Array.from(blocks)],
      ['text', text],
    ],
    entries: codes.length + 1,
  };
}

/** The codes that occur, renumbered 1, 2, … in the order of the dictionary. */
function compact(codes: Uint32Array, size: number): { readonly codes: Uint32Array; readonly kept: Uint32Array } {
  const map = new Uint32Array(size);
  for (let row = 0; row < codes.length; row++) map[codes[row] as number] = 1;
  const kept = new Uint32Array(size);
  let count = 0;
  map[0] = 0;
  for (let code = 1; code < size; code++) {
    if (map[code] === 0) continue;
    kept[count++] = code;
    map[code] = count;
  }
  return { codes: count === size - 1 ? codes : codes.map((code) => map[code] as number), kept: kept.subarray(0, count) };
}

/** The parts of a column's file, and for strings the number of entries of its dictionary. */
export function columnParts(data: StoredData): { readonly parts: Parts; readonly entries?: number } {
  if (data.type === 'datetime')
    return {
      parts: [
        ['values', data.values],
        ['days', data.days],
      ],
    };
  if (data.type !== 'string') return { parts: [['values', data.values]] };
  const { codes, kept } = compact(data.codes, data.dictionary.size);
  const { parts, entries } = textParts(data.dictionary, kept);
  return { parts: [['codes', codes], ...parts], entries };
}
