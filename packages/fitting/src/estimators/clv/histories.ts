// What a purchase model is fitted on: the different histories of customers, each with how many have it. Customers with the
// same history have the same likelihood; days and whole purchases repeat so often that this makes a fit many times shorter.
import type { ColumnData } from '@tierflow/evaluator';
import type { Rows } from '../sample.ts';

/** Different rows of some columns in ascending order, with how many customers have each. */
export interface Tallied {
  readonly columns: readonly Float64Array[];
  readonly people: Float64Array;
  readonly total: number;
}

/** Counts equal rows; the result does not depend on their order. Rows where `fits` says no, or with a missing value, are left out. */
export function tally(data: readonly ColumnData[], rows: Rows, fits: (row: readonly number[]) => boolean): Tallied {
  const values = data.map((column) => (column.type === 'number' ? column.values : new Float64Array()));
  const length = Math.min(...values.map((column) => column.length));
  const kept: number[] = [];
  for (let row = 0; row < length; row++) {
    if (rows !== undefined && rows[row] !== 1) continue;
    if (fits(values.map((column) => column[row] as number))) kept.push(row);
  }
  const compare = (a: number, b: number): number => {
    for (const column of values) {
      const difference = (column[a] as number) - (column[b] as number);
      if (difference !== 0) return difference;
    }
    return 0;
  };
  kept.sort(compare);
  const firsts: number[] = [];
  const people: number[] = [];
  for (const row of kept) {
    const last = firsts.at(-1);
    if (last !== undefined && compare(last, row) === 0) people[people.length - 1] = (people.at(-1) as number) + 1;
    else {
      firsts.push(row);
      people.push(1);
    }
  }
  return {
    columns: values.map((column) => Float64Array.from(firsts, (row) => column[row] as number)),
    people: Float64Array.from(people),
    total: kept.length,
  };
}

/** Repeat purchases, time of the last one and time watched, in one unit. */
export interface Histories {
  readonly x: Float64Array;
  readonly tx: Float64Array;
  readonly T: Float64Array;
  readonly people: Float64Array;
  readonly total: number;
}

const isHistory = ([x = Number.NaN, tx = Number.NaN, T = Number.NaN]: readonly number[]): boolean =>
  Number.isInteger(x) && x >= 0 && tx >= 0 && T >= tx;

/** The different histories of the columns x, t_x and T. */
export function historiesOf(data: readonly ColumnData[], rows: Rows): Histories {
  const { columns, people, total } = tally(data, rows, isHistory);
  const [x = people, tx = people, T = people] = columns;
  return { x, tx, T, people, total };
}

/** The same histories in a unit that makes the mean time watched 1, and that unit. */
export function scaled(histories: Histories): { readonly histories: Histories; readonly unit: number } {
  const { people, T, tx, total } = histories;
  let sum = 0;
  for (let at = 0; at < T.length; at++) sum += (people[at] as number) * (T[at] as number);
  const unit = sum > 0 ? sum / total : 1;
  const inUnits = (times: Float64Array): Float64Array => times.map((time) => time / unit);
  return { histories: { ...histories, tx: inUnits(tx), T: inUnits(T) }, unit };
}

/** Every so many-th of the different histories, with the people who have it. */
export function thinned({ x, tx, T, people }: Histories, every: number): Histories {
  const kept = (values: Float64Array): Float64Array => values.filter((_, at) => at % every === 0);
  const n = kept(people);
  return { x: kept(x), tx: kept(tx), T: kept(T), people: n, total: n.reduce((sum, each) => sum + each, 0) };
}

/** Different values of an ascending column, with how many people have each. */
export function byValue(column: Float64Array, people: Float64Array): readonly (readonly [value: number, people: number])[] {
  const found: [number, number][] = [];
  column.forEach((value, at) => {
    const last = found.at(-1);
    const n = people[at] as number;
    if (last?.[0] === value) last[1] += n;
    else found.push([value, n]);
  });
  return found;
}
