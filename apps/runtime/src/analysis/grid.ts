// Cross counts of two columns with few values, such as R by F, or cut at given edges.
import type { Cell, Grid } from '@tierflow/api';
import type { ColumnData } from '@tierflow/evaluator';
import { cellAt, numberAt } from './cell.ts';

/** Up to this many different values on a side. */
const MAX_SIDE = 50;

/** A column, and the rising edges it is cut at; without edges its values are counted one by one. */
export interface GridSide {
  readonly column: ColumnData;
  readonly edges: readonly number[] | undefined;
}

/**
 * Undefined where a side has too many values to be a grid. People beyond the edges count in no cell, people with a missing value only
 * where it is asked for, as a last row and column of their own.
 */
export function gridOf(rows: GridSide, columns: GridSide, mask: Uint8Array, missing = false): Grid | undefined {
  const side = ({ column, edges }: GridSide) => (edges === undefined ? sideOf(column, mask, missing) : cutSide(column, edges));
  const [down, across] = [side(rows), side(columns)];
  if (down === undefined || across === undefined) return undefined;
  const counts = down.values.map(() => across.values.map(() => 0));
  for (let row = 0; row < mask.length; row++) {
    if (mask[row] !== 1) continue;
    const r = down.place(row);
    const c = across.place(row);
    if (r !== undefined && c !== undefined) (counts[r] as number[])[c]! += 1;
  }
  return { rows: down.values, columns: across.values, counts };
}

interface Side {
  readonly values: Cell[];
  readonly place: (row: number) => number | undefined;
}

function sideOf(column: ColumnData, mask: Uint8Array, missing: boolean): Side | undefined {
  const keyAt = column.type === 'string' ? (row: number) => column.codes[row] || Number.NaN : (row: number) => numberAt(column, row);
  const first = new Map<number, number>();
  for (let row = 0; row < mask.length; row++) {
    if (mask[row] !== 1) continue;
    const key = keyAt(row);
    if (Number.isNaN(key) || first.has(key)) continue;
    if (first.size >= MAX_SIDE) return undefined;
    first.set(key, row);
  }
  const sorted = [...first]
    .map(([key, row]) => ({ key, value: cellAt(column, row) }))
    .sort((a, b) => (typeof a.value === 'string' ? (a.value < String(b.value) ? -1 : 1) : a.key - b.key));
  const places = new Map(sorted.map(({ key }, at) => [key, at]));
  if (missing) places.set(Number.NaN, sorted.length);
  return { values: [...sorted.map(({ value }) => value), ...(missing ? [null] : [])], place: (row) => places.get(keyAt(row)) };
}

/** The value at the last edge belongs to the last cell. */
function cutSide(column: ColumnData, edges: readonly number[]): Side {
  const last = edges.length - 1;
  return {
    values: edges.slice(0, last),
    place: (row) => {
      const value = numberAt(column, row);
      if (!(value >= (edges[0] as number) && value <= (edges[last] as number))) return undefined;
      return Math.min(
        edges.findLastIndex((edge) => edge <= value),
        last - 1,
      );
    },
  };
}
