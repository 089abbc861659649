// What is in a column: missing, distinct, least, greatest; exact duplicates of rows; the last plausible day.
import { formatDay, formatInstant } from '@tierflow/definition';
import { ABSENT_DAY } from '../columns/absent-day.ts';
import type { Dictionary } from '../columns/dictionary.ts';
import type { ColumnStats } from './manifest.ts';
import type { StoredColumn, StoredData } from './stored-column.ts';

const BITMAP_BITS = 2 ** 27;

interface Extent {
  readonly min: number;
  readonly max: number;
}

/** Distinct numbers by a bitmap over `scale × value` where that is a whole number in a narrow range; -1 where it is not. */
function distinctByBitmap(values: Float64Array | Int32Array, missing: number, { min, max }: Extent, scale: number): number {
  const low = Math.round(min * scale);
  const range = Math.round(max * scale) - low + 1;
  if (!(range <= BITMAP_BITS) || range > Math.max(1 << 20, values.length * 64)) return -1;
  const bits = new Uint32Array((range >>> 5) + 1);
  let distinct = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value !== value || value === missing) continue;
    const whole = Math.round(value * scale);
    if (whole / scale !== value) return -1;
    const at = whole - low;
    const bit = 1 << (at & 31);
    const word = bits[at >>> 5] as number;
    if ((word & bit) === 0) {
      bits[at >>> 5] = word | bit;
      distinct++;
    }
  }
  return distinct;
}

function distinctBySort(values: Float64Array): number {
  const sorted = values.slice().sort();
  let distinct = 0;
  let last = Number.NaN;
  for (const value of sorted) {
    if (value !== value) break;
    if (value !== last) distinct++;
    last = value;
  }
  return distinct;
}

interface Range extends Extent {
  readonly missing: number;
  readonly distinct: number;
}

/** @param absent the value that stands for missing beside NaN. */
function rangeOf(values: Float64Array | Int32Array, absent: number): Range | { missing: number } {
  let missing = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value !== value || value === absent) {
      missing++;
      continue;
    }
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (missing === values.length) return { missing };
  for (const scale of [1, 100, 0.001]) {
    const distinct = distinctByBitmap(values, absent, { min, max }, scale);
    if (distinct >= 0) return { missing, distinct, min, max };
  }
  if (values instanceof Float64Array) return { missing, distinct: distinctBySort(values), min, max };
  return { missing, distinct: new Set(values).size - (missing > 0 ? 1 : 0), min, max };
}

function textRange(codes: Uint32Array, dictionary: Dictionary): ColumnStats {
  const used = new Uint8Array(dictionary.size);
  let missing = 0;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    used[code] = 1;
    if (code === 0) missing++;
  }
  const { contents } = dictionary;
  let distinct = 0;
  let min = 0;
  let max = 0;
  for (let code = 1; code < used.length; code++) {
    if (used[code] === 0) continue;
    distinct++;
    if (min === 0 || compare(contents, code, min) < 0) min = code;
    if (max === 0 || compare(contents, code, max) > 0) max = code;
  }
  const shown = (code: number) => (code === 0 ? null : dictionary.text(code).slice(0, 200));
  return { missing, distinct, min: shown(min), max: shown(max) };
}

function compare({ bytes, ends }: Dictionary['contents'], a: number, b: number): number {
  const endA = ends[a] as number;
  const endB = ends[b] as number;
  let i = ends[a - 1] as number;
  let j = ends[b - 1] as number;
  while (i < endA && j < endB && bytes[i] === bytes[j]) {
    i++;
    j++;
  }
  if (i === endA || j === endB) return endA - i - (endB - j);
  return (bytes[i] as number) - (bytes[j] as number);
}

export function statsOf(data: StoredData): ColumnStats {
  if (data.type === 'string') return textRange(data.codes, data.dictionary);
  if (data.type === 'boolean') {
    const counts = [0, 0, 0];
    for (const value of data.values) counts[value] = (counts[value] ?? 0) + 1;
    const [no = 0, yes = 0, missing = 0] = counts;
    return {
      missing,
      distinct: Number(no > 0) + Number(yes > 0),
      min: no > 0 ? false : yes > 0 ? true : null,
      max: yes > 0 ? true : no > 0 ? false : null,
    };
  }
  const range = rangeOf(data.values, data.type === 'date' ? ABSENT_DAY : Number.NaN);
  if (!('min' in range)) return { missing: range.missing, distinct: 0, min: null, max: null };
  const shown = data.type === 'number' ? (value: number) => value : data.type === 'date' ? formatDay : formatInstant;
  return { missing: range.missing, distinct: range.distinct, min: shown(range.min), max: shown(range.max) };
}

/** 1970-01-01 … 2098-12-31: days outside, such as 1900-01-01 and 9999-12-31, are placeholders and no events. */
const FIRST_PLAUSIBLE = 0;
const LAST_PLAUSIBLE = 47_116;

/** The last plausible civil day in columns of days and moments, as `YYYY-MM-DD`. */
export function lastDay(columns: readonly StoredColumn[]): string | null {
  let last = -1;
  for (const { data } of columns) {
    const days = data.type === 'date' ? data.values : data.type === 'datetime' ? data.days : undefined;
    if (days === undefined) continue;
    for (let row = 0; row < days.length; row++) {
      const day = days[row] as number;
      if (day > last && day >= FIRST_PLAUSIBLE && day <= LAST_PLAUSIBLE) last = day;
    }
  }
  return last < 0 ? null : formatDay(last);
}
