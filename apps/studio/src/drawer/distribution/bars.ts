// A histogram as bars that can be clicked: each knows exactly which people it stands for. No words, no pixels.
import type { Cell, Histogram } from '@tierflow/api';
import { formatDay, formatInstant, parseDay, parseInstant } from '@tierflow/definition';

/** People with one value (`is`), or from a value up to, but without, another; without `to` up to the largest. */
export interface Bar {
  readonly n: number;
  readonly is?: Cell;
  readonly from?: Cell;
  readonly to?: Cell;
}

export interface Bars {
  /** Side by side along a scale, or a list of values. */
  readonly shape: 'scale' | 'list';
  readonly bars: readonly Bar[];
  readonly missing: number;
  /** Different texts are too many to be counted one by one. */
  readonly tooMany: boolean;
}

/** Up to this many different numbers each has a bar of its own. */
const single = 40;
const bins = 32;

/** The bars of a histogram. */
export function barsOf(histogram: Histogram): Bars {
  const { type, values, missing } = histogram;
  const each = (values ?? []).map(({ value, n }): Bar => ({ is: value, n }));
  if (type === 'string' || type === 'boolean') return { shape: 'list', bars: each, missing, tooMany: values === null };
  if (values !== null && values.length <= single) return { shape: 'scale', bars: each, missing, tooMany: false };
  return { shape: 'scale', bars: values === null ? equalBins(histogram) : gathered(histogram), missing, tooMany: false };
}

/** Values gathered into bins that begin at a value that occurs, so that every bar is exact. */
function gathered({ type, values, min, max }: Histogram): readonly Bar[] {
  const low = numberOf(type, min);
  const width = (numberOf(type, max) - low) / bins;
  const groups = new Map<number, { readonly from: Cell; n: number }>();
  for (const { value, n } of values ?? []) {
    const at = Math.min(bins - 1, Math.floor((numberOf(type, value) - low) / width));
    const group = groups.get(at);
    if (group === undefined) groups.set(at, { from: value, n });
    else group.n += n;
  }
  const starts = [...groups.values()];
  return starts.map(({ from, n }, at): Bar => {
    const next = starts[at + 1];
    return next === undefined ? { from, n } : { from, to: next.from, n };
  });
}

/** Bins of equal width as the runtime counted them; the last is closed. */
function equalBins({ type, counts, min, max }: Histogram): readonly Bar[] {
  const low = numberOf(type, min);
  const width = (numberOf(type, max) - low) / counts.length;
  return counts.map((n, at): Bar => {
    const from = cellOf(type, low + at * width);
    return at === counts.length - 1 ? { from, n } : { from, to: cellOf(type, low + (at + 1) * width), n };
  });
}

/** A value on its scale; days and instants as numbers. */
export function numberOf(type: Histogram['type'], cell: Cell): number {
  if (typeof cell === 'number') return cell;
  if (typeof cell !== 'string') return Number.NaN;
  return (type === 'date' ? parseDay(cell) : parseInstant(cell)) ?? Number.NaN;
}

/** The first day or instant at or after a place between two. */
function cellOf(type: Histogram['type'], value: number): Cell {
  if (type === 'date') return formatDay(Math.ceil(value));
  return type === 'datetime' ? formatInstant(Math.ceil(value)) : value;
}
