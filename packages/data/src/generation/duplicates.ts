// Counts rows that equal an earlier row in every column. Hashes find candidates, the values decide.
import type { StoredColumn, StoredData } from './stored-column.ts';

/** The 32-bit words that make up a column's values: equal words, equal values. */
function wordsOf(data: StoredData): readonly { readonly words: Uint32Array | Int32Array | Uint8Array; readonly step: number }[] {
  if (data.type === 'string') return [{ words: data.codes, step: 1 }];
  if (data.type === 'number' || data.type === 'datetime')
    return [{ words: new Uint32Array(data.values.buffer, data.values.byteOffset, data.values.length * 2), step: 2 }];
  return [{ words: data.values, step: 1 }];
}

/** For every row 1 where it equals an earlier one. */
export function repeatedRows(
  columns: readonly StoredColumn[],
  rows: number,
  seed: number,
): { readonly repeated: Uint8Array; readonly count: number } {
  const parts = columns.flatMap((column) => wordsOf(column.data));
  const hashes = new Int32Array(rows).fill(seed);
  for (const { words, step } of parts) {
    for (let row = 0; row < rows; row++) {
      let hash = hashes[row] as number;
      for (let i = 0; i < step; i++) {
        hash = Math.imul(hash ^ (words[row * step + i] as number), 0x85ebca6b);
        hash ^= hash >>> 15;
      }
      hashes[row] = Math.imul(hash, 0xc2b2ae35);
    }
  }
  const equal = (a: number, b: number): boolean =>
    parts.every(({ words, step }) => words[a * step] === words[b * step] && (step === 1 || words[a * step + 1] === words[b * step + 1]));
  let size = 16;
  while (size < rows * 2) size *= 2;
  const slots = new Uint32Array(size);
  const repeated = new Uint8Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    const hash = hashes[row] as number;
    let slot = (hash ^ (hash >>> 13)) & (size - 1);
    for (;;) {
      const other = slots[slot] as number;
      if (other === 0) {
        slots[slot] = row + 1;
        break;
      }
      if (hashes[other - 1] === hash && equal(other - 1, row)) {
        repeated[row] = 1;
        count++;
        break;
      }
      slot = (slot + 1) & (size - 1);
    }
  }
  return { repeated, count };
}
