// Reads the entries of a ZIP archive that is small and may be hostile: every length is checked, unpacking is bounded.
// Layout: PKWARE APPNOTE.TXT 6.3.10, sections 4.3.7 (local header), 4.3.12 (directory) and 4.3.16 (end of directory).
import { inflateRawSync } from 'node:zlib';
import { Refusal } from '../outcome.ts';

/** Bytes of the unpacked entries that are read, all together. */
const MAX_UNPACKED = 64 * 1024 * 1024;
const END_BYTES = 22;
const MAX_COMMENT = 65_535;

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly at: number;
}

/** An entry by name, unpacked; undefined where there is none. */
export type ReadEntry = (name: string) => Buffer | undefined;

export function openZip(bytes: Buffer): ReadEntry {
  const entries = directoryOf(bytes);
  let left = MAX_UNPACKED;
  return (name) => {
    const entry = entries.get(name);
    if (entry === undefined) return undefined;
    const unpacked = unpack(bytes, entry, left);
    left -= unpacked.length;
    return unpacked;
  };
}

function directoryOf(bytes: Buffer): ReadonlyMap<string, Entry> {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let each = 0; each < count; each++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY) throw broken('directory');
    const [nameLength, extra, comment] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const locked = (bytes.readUInt16LE(at + 8) & 1) === 1;
    if (locked) throw broken('password');
    entries.set(name, { method: bytes.readUInt16LE(at + 10), packed: bytes.readUInt32LE(at + 20), at: bytes.readUInt32LE(at + 42) });
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

function endOf(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_BYTES - MAX_COMMENT);
  for (let at = bytes.length - END_BYTES; at >= first; at--) if (bytes.readUInt32LE(at) === END) return at;
  throw broken('directory');
}

function unpack(bytes: Buffer, { method, packed, at }: Entry, most: number): Buffer {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL) throw broken('entry');
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  if (from + packed > bytes.length) throw broken('entry');
  const content = bytes.subarray(from, from + packed);
  if (method === 0) return content.length > most ? refuseSize() : content;
  if (method !== 8) throw broken('method');
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    if (error instanceof RangeError) return refuseSize();
    throw broken('entry');
  }
}

function refuseSize(): never {
  throw new Refusal('file.workbookTooLarge', { limit: MAX_UNPACKED });
}

function broken(part: string): Refusal {
  return new Refusal('file.workbook', { part });
}
