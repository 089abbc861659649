// Rows in the order of their keys: what a fit goes by where the order of rows must not matter.
import type { StringColumn } from '@tierflow/evaluator';

/** Row numbers by rising key; undefined where the rows stand so already. */
export function keyOrder({ codes, dictionary }: StringColumn): Uint32Array | undefined {
  const keyAt = (row: number): string => dictionary[codes[row] as number] as string;
  let sorted = true;
  for (let row = 1; row < codes.length && sorted; row++) sorted = keyAt(row - 1) <= keyAt(row);
  if (sorted) return undefined;
  const rows = Uint32Array.from(codes, (_, row) => row);
  return rows.sort((a, b) => (keyAt(a) < keyAt(b) ? -1 : keyAt(a) > keyAt(b) ? 1 : a - b));
}
