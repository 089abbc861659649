// Goes through a file line by line.
import { MAX_LINE_BYTES } from '../limits.ts';
import { Refusal } from '../outcome.ts';
import { textPieces } from '../source/text-source.ts';
import type { JsonRequest } from './read-value.ts';

/** Is told the bytes of a value, valid during the call, and the line on which it begins. */
export type OnValue = (bytes: Uint8Array, line: number) => void;

/** Calls back with every line that is not blank. Answers the number of blank lines. */
export async function eachLine(request: JsonRequest, onLine: OnValue, onPiece: (position: number) => Promise<void>): Promise<number> {
  let carry: Uint8Array = new Uint8Array(0);
  let line = 1;
  let blanks = 0;
  const take = (bytes: Uint8Array) => {
    if (bytes.every((byte) => byte <= 32)) blanks++;
    else onLine(bytes, line);
    line++;
  };
  for (const piece of textPieces(request.path, request.encoding)) {
    const bytes = carry.length === 0 ? piece.bytes : Buffer.concat([carry, piece.bytes]);
    let from = 0;
    for (let to = bytes.indexOf(10, from); to >= 0; to = bytes.indexOf(10, from)) {
      take(bytes.subarray(from, to));
      from = to + 1;
    }
    if (bytes.length - from > MAX_LINE_BYTES) throw new Refusal('line.tooLong', { line, limit: MAX_LINE_BYTES });
    carry = new Uint8Array(bytes.subarray(from));
    await onPiece(piece.position);
  }
  if (carry.length > 0) take(carry);
  return blanks;
}
