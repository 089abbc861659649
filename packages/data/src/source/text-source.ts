// A file as a sequence of UTF-8 pieces, whatever its encoding. What cannot be decoded is refused with its line, never replaced.
import { closeSync, readSync } from 'node:fs';
import iconv from 'iconv-lite';
import { CHUNK_BYTES } from '../limits.ts';
import { Refusal } from '../outcome.ts';
import type { Encoding } from './encoding.ts';
import { openFile } from './file-facts.ts';

export interface TextPiece {
  /** UTF-8; may begin or end inside a character. Valid only until the next piece is asked for. */
  readonly bytes: Uint8Array;
  /** Bytes of the file read so far. */
  readonly position: number;
}

/** Pieces of a file from its start, without the byte order mark. */
export function* textPieces(path: string, encoding: Encoding, chunkBytes: number = CHUNK_BYTES): Generator<TextPiece> {
  const file = openFile(path);
  try {
    const buffer = Buffer.allocUnsafe(chunkBytes);
    const decode = encoding.name === 'utf-8' ? undefined : strictDecoder(encoding.name);
    let position = encoding.mark;
    for (;;) {
      const read = readSync(file, buffer, 0, chunkBytes, position);
      position += read;
      const piece = buffer.subarray(0, read);
      const bytes = decode === undefined ? piece : decode(piece, read === 0);
      if (bytes.length > 0) yield { bytes, position };
      if (read === 0) return;
    }
  } finally {
    closeSync(file);
  }
}

/** Decodes piece by piece to UTF-8; a faulty byte sequence is a refusal that names the line. */
function strictDecoder(encoding: string): (piece: Buffer, last: boolean) => Uint8Array {
  const decoder = iconv.getDecoder(encoding, { stripBOM: false });
  const wide = encoding.startsWith('utf-16');
  const fault = encoding === 'windows-1252' ? /[\ufffd\u0080-\u009f]/ : /\ufffd/;
  let lines = 1;
  let units = 0;
  let half = '';
  return (piece, last) => {
    let text = half + (last ? (decoder.end() ?? '') : decoder.write(piece));
    units += piece.length;
    half = !last && /[\ud800-\udbff]$/.test(text) ? text.slice(-1) : '';
    if (half !== '') text = text.slice(0, -1);
    const at = wide ? (text.isWellFormed() && !(last && units % 2 !== 0) ? -1 : 0) : text.search(fault);
    if (at >= 0) throw new Refusal('encoding.broken', { encoding, line: lines + (text.slice(0, at).match(/\n/g)?.length ?? 0) });
    const bytes = Buffer.from(text, 'utf8');
    for (let found = bytes.indexOf(10); found >= 0; found = bytes.indexOf(10, found + 1)) lines++;
    return bytes;
  };
}

/** The first bytes of a file as UTF-8 text. */
export function sampleText(path: string, encoding: Encoding, bytes: number): Uint8Array {
  for (const piece of textPieces(path, encoding, bytes)) return new Uint8Array(piece.bytes);
  return new Uint8Array(0);
}

const magic: readonly (readonly [name: string, bytes: string])[] = [
  ['xlsx', 'PK\u0003\u0004'],
  ['xls', '\u00d0\u00cf\u0011\u00e0'],
  ['gzip', '\u001f\u008b'],
  ['parquet', 'PAR1'],
  ['pdf', '%PDF'],
];

/** Whether a file begins as an .xlsx workbook does: with an entry of a ZIP archive. */
export function isWorkbook(head: Uint8Array): boolean {
  return formatOf(head) === 'xlsx';
}

function formatOf(head: Uint8Array): string | undefined {
  const start = Buffer.from(head.subarray(0, 4)).toString('latin1');
  return magic.find(([, bytes]) => start.startsWith(bytes))?.[0];
}

/** Refuses files that are no text: known binary formats by their first bytes, others by their NUL bytes. */
export function refuseBinary(head: Uint8Array, encoding: Encoding | undefined): void {
  const format = formatOf(head);
  if (format !== undefined) throw new Refusal('file.binary', { format });
  if (encoding !== undefined && !encoding.name.startsWith('utf-16') && head.includes(0))
    throw new Refusal('file.binary', { format: 'unknown' });
}
