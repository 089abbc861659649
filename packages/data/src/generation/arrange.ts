// Puts the rows of a data set in their final order and finds whose they are.
import { ABSENT_DAY } from '../columns/absent-day.ts';
import type { Budget } from '../columns/budget.ts';
import type { Dictionary } from '../columns/dictionary.ts';
import type { RejectLog } from '../load/rejects.ts';
import { wholeKeys } from './identifiers.ts';
import { sortedCodes } from './key-order.ts';
import { arranged, type StoredColumn } from './stored-column.ts';

export interface ArrangeContext {
  readonly lines: Uint32Array;
  readonly rejects: RejectLog;
  readonly seed: number;
  readonly budget: Budget;
}

/** Distinct customers in order of code points. */
export interface Keys {
  readonly dictionary: Dictionary;
  /** Codes of the dictionary in order. */
  readonly sorted: Uint32Array;
  /** Collections: customer `i` owns the lines `offsets[i] ≤ line < offsets[i + 1]`. */
  readonly offsets?: Uint32Array;
}

export interface Arranged {
  readonly rows: number;
  readonly columns: readonly StoredColumn[];
  readonly keys: Keys;
  readonly withoutCustomer: number;
}

/** Which of several rows with one key stays. */
export type DuplicateRule = 'last' | 'first';

function usedIn(codes: Uint32Array, size: number): Uint8Array {
  const used = new Uint8Array(size);
  for (let row = 0; row < codes.length; row++) used[codes[row] as number] = 1;
  return used;
}

/** The key column with its whole numbers repaired, and its place among the columns. */
function keyed(columns: readonly StoredColumn[], name: string, context: ArrangeContext) {
  const index = columns.findIndex((column) => column.name === name);
  const column = columns[index];
  if (column === undefined || column.data.type !== 'string') throw new Error(`no key column ${name}`);
  const used = usedIn(column.data.codes, column.data.dictionary.size);
  const keys = wholeKeys(column.data, used, context.seed, context.budget);
  const changed = keys !== column.data;
  const own: StoredColumn = { ...column, data: { type: 'string', ...keys }, ...(changed ? { rule: 'whole-number' } : {}) };
  return { ...keys, columns: columns.with(index, own), used: changed ? usedIn(keys.codes, keys.dictionary.size) : used };
}

const codesOf = (used: Uint8Array): Uint32Array => {
  const codes: Uint32Array = new Uint32Array(used.length);
  let count = 0;
  for (let code = 1; code < used.length; code++) if (used[code] === 1) codes[count++] = code;
  return codes.subarray(0, count);
};

/** One row per customer, in order of keys; earlier (or later) rows of the same key are rejected as `key.duplicate`. */
export function arrangeCustomers(columns: readonly StoredColumn[], key: string, keep: DuplicateRule, context: ArrangeContext): Arranged {
  const own = keyed(columns, key, context);
  const row = new Int32Array(own.dictionary.size).fill(-1);
  const { codes } = own;
  const out: number[] = [];
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] as number;
    const before = row[code] as number;
    if (before >= 0) out.push(keep === 'last' ? before : at);
    if (before < 0 || keep === 'last') row[code] = at;
  }
  for (const at of out.sort((a, b) => a - b)) {
    context.rejects.add({
      line: context.lines[at] ?? 0,
      column: key,
      reason: 'key.duplicate',
      raw: own.dictionary.text(codes[at] as number).slice(0, 200),
    });
  }
  const sorted = sortedCodes(own.dictionary, codesOf(own.used));
  const order = sorted.map((code) => row[code] as number);
  return {
    rows: order.length,
    columns: own.columns.map((column) => arranged(column, order)),
    keys: { dictionary: own.dictionary, sorted },
    withoutCustomer: 0,
  };
}

/** Rows in order of customer, time and line; rows of nobody last. */
export function arrangeCollection(
  columns: readonly StoredColumn[],
  customer: string,
  time: string | null,
  context: ArrangeContext,
): Arranged {
  const own = keyed(columns, customer, context);
  const sorted = sortedCodes(own.dictionary, codesOf(own.used));
  const rank = new Uint32Array(own.dictionary.size).fill(sorted.length);
  for (let i = 0; i < sorted.length; i++) rank[sorted[i] as number] = i;
  const { codes } = own;
  const offsets = new Uint32Array(sorted.length + 2);
  for (let row = 0; row < codes.length; row++) {
    const at = (rank[codes[row] as number] as number) + 1;
    offsets[at] = (offsets[at] as number) + 1;
  }
  for (let i = 1; i < offsets.length; i++) offsets[i] = (offsets[i] as number) + (offsets[i - 1] as number);
  const next = offsets.slice();
  const order = new Uint32Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    const at = rank[codes[row] as number] as number;
    order[next[at] as number] = row;
    next[at] = (next[at] as number) + 1;
  }
  sortByTime(order, offsets, timesOf(own.columns, time));
  const known = offsets[sorted.length] as number;
  return {
    rows: codes.length,
    columns: own.columns.map((column) => arranged(column, order)),
    keys: { dictionary: own.dictionary, sorted, offsets: offsets.slice(0, sorted.length + 1) },
    withoutCustomer: codes.length - known,
  };
}

/** Times of the rows; missing ones come last. */
function timesOf(columns: readonly StoredColumn[], time: string | null): Float64Array | undefined {
  const data = columns.find((column) => column.name === time)?.data;
  if (data === undefined || (data.type !== 'date' && data.type !== 'datetime')) return undefined;
  const times = new Float64Array(data.values.length);
  for (let row = 0; row < times.length; row++) {
    const value = data.values[row] as number;
    times[row] = Number.isNaN(value) || value === ABSENT_DAY ? Number.POSITIVE_INFINITY : value;
  }
  return times;
}

/** Sorts each customer's rows by time; rows of one moment stay in the order of the file. */
function sortByTime(order: Uint32Array, offsets: Uint32Array, times: Float64Array | undefined): void {
  if (times === undefined) return;
  for (let i = 0; i + 1 < offsets.length; i++) {
    const from = offsets[i] as number;
    const to = offsets[i + 1] as number;
    let sorted = true;
    for (let at = from + 1; at < to && sorted; at++)
      sorted = (times[order[at - 1] as number] as number) <= (times[order[at] as number] as number);
    if (sorted) continue;
    if (to - from < 24) insertionSort(order, from, to, times);
    else order.subarray(from, to).sort((a, b) => compareTimes(times[a] as number, times[b] as number) || a - b);
  }
}

/** Infinities are equal: their difference would be no number. */
const compareTimes = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

function insertionSort(order: Uint32Array, from: number, to: number, times: Float64Array): void {
  for (let at = from + 1; at < to; at++) {
    const row = order[at] as number;
    const time = times[row] as number;
    let place = at;
    while (place > from && (times[order[place - 1] as number] as number) > time) {
      order[place] = order[place - 1] as number;
      place--;
    }
    order[place] = row;
  }
}
