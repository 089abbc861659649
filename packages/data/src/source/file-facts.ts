// First look at a file: digest, size, whether it is UTF-8, and a stretch of its first bytes that are not ASCII.
import { isAscii, isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { CHUNK_BYTES, MAX_LINE_BYTES } from '../limits.ts';
import { Refusal } from '../outcome.ts';

export interface FileFacts {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** The first bytes. */
  readonly head: Uint8Array;
  /** Bytes around the first one that is not ASCII; empty where all are. */
  readonly foreign: Uint8Array;
  /** Where the first byte that breaks UTF-8 is, undefined in valid UTF-8. */
  readonly broken?: { readonly byte: number; readonly sound: number };
}

const HEAD_BYTES = 64 * 1024;
const FOREIGN_BYTES = 256 * 1024;

/** Length of `bytes` without a character that is cut off at its end. */
export function wholeCharacters(bytes: Uint8Array): number {
  const end = bytes.length;
  for (let back = 1; back <= Math.min(4, end); back++) {
    const byte = bytes[end - back] as number;
    if ((byte & 0xc0) === 0x80) continue;
    const need = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return need > back ? end - back : end;
  }
  return end;
}

/** The line (from 1) on which a byte of the file is. */
export function lineAt(path: string, byte: number): number {
  const file = openFile(path);
  try {
    const buffer = new Uint8Array(CHUNK_BYTES);
    let line = 1;
    for (let from = 0; from < byte; ) {
      const read = readSync(file, buffer, 0, Math.min(CHUNK_BYTES, byte - from), from);
      if (read === 0) break;
      const piece = buffer.subarray(0, read);
      for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) line++;
      from += read;
    }
    return line;
  } finally {
    closeSync(file);
  }
}

/** Length of the longest valid UTF-8 prefix. */
function validPrefix(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const piece = bytes.subarray(0, middle);
    if (isUtf8(piece.subarray(0, wholeCharacters(piece)))) low = middle;
    else high = middle - 1;
  }
  return low;
}

const leads = (bytes: Uint8Array): number => bytes.reduce((n, byte) => (byte >= 0xc2 ? n + 1 : n), 0);

/** Reads the whole file once. Refuses a stretch longer than the longest line as soon as it is seen. */
export function fileFacts(path: string, onBytes: (bytes: number) => void = () => undefined): FileFacts {
  const file = openFile(path);
  try {
    return { path, ...scanFacts(file, onBytes) };
  } finally {
    closeSync(file);
  }
}

function scanFacts(file: number, onBytes: (bytes: number) => void): Omit<FileFacts, 'path'> {
  const hash = createHash('sha256');
  const buffer = new Uint8Array(CHUNK_BYTES + 4);
  let carry = 0;
  let total = 0;
  let sinceBreak = 0;
  let limit = MAX_LINE_BYTES;
  let sound = 0;
  let head: Uint8Array = new Uint8Array(0);
  let foreign: Uint8Array = new Uint8Array(0);
  let broken: FileFacts['broken'];
  for (;;) {
    const read = readSync(file, buffer, carry, CHUNK_BYTES, null);
    const fresh = buffer.subarray(carry, carry + read);
    if (total === 0) {
      head = fresh.slice(0, HEAD_BYTES);
      limit = isArray(head) ? Number.POSITIVE_INFINITY : MAX_LINE_BYTES;
    }
    hash.update(fresh);
    sinceBreak = longestStretch(fresh, sinceBreak);
    if (sinceBreak > limit) throw new Refusal('line.tooLong', { limit: MAX_LINE_BYTES });
    if (foreign.length === 0 && !isAscii(fresh)) foreign = around(fresh);
    if (broken === undefined) {
      const known = buffer.subarray(0, carry + read);
      const whole = known.subarray(0, read === 0 ? known.length : wholeCharacters(known));
      if (!isUtf8(whole)) {
        const at = validPrefix(whole);
        broken = { byte: total - carry + at, sound: sound + leads(whole.subarray(0, at)) };
      } else {
        if (read > 0 && sound < 1000 && !isAscii(whole)) sound += leads(whole);
        buffer.copyWithin(0, whole.length, known.length);
        carry = known.length - whole.length;
      }
    }
    if (broken !== undefined) carry = 0;
    total += read;
    onBytes(total);
    if (read === 0) break;
  }
  return { bytes: total, sha256: hash.digest('hex'), head, foreign, ...(broken === undefined ? {} : { broken }) };
}

/** A JSON array may stand on one line; its elements are limited instead. */
const isArray = (head: Uint8Array): boolean => head.find((byte) => byte > 32 && byte < 0x80) === 91;

/** Bytes since the last line break, or the limit passed on the way. */
function longestStretch(bytes: Uint8Array, before: number): number {
  const first = firstBreak(bytes);
  if (first < 0) return before + bytes.length;
  if (before + first > MAX_LINE_BYTES) return before + first;
  return bytes.length - Math.max(bytes.lastIndexOf(10), bytes.lastIndexOf(13));
}

function firstBreak(bytes: Uint8Array): number {
  const lf = bytes.indexOf(10);
  const cr = bytes.subarray(0, lf < 0 ? bytes.length : lf).indexOf(13);
  return cr < 0 ? lf : cr;
}

function around(bytes: Uint8Array): Uint8Array {
  let at = 0;
  while (at < bytes.length && (bytes[at] as number) < 0x80) at++;
  return bytes.slice(Math.max(0, at - 200), at + FOREIGN_BYTES);
}

/** Opens a file for reading; a missing or unreadable one is a refusal. */
export function openFile(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new Refusal('file.unreadable', { path, reason: code });
  }
}
