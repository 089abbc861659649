// How few people bring how much: positive values in falling order, added up, and the same sums by class.
import type { Shares } from '@tierflow/api';
import type { ColumnData, StringColumn } from '@tierflow/evaluator';
import { numberAt } from './cell.ts';

/** Steps of a curve: a point every half percent of the people. */
const STEPS = 200;

/** @param mask 1 for the people who count; whoever has no class is in the group of null. */
export function sharesOf(column: ColumnData, classes: StringColumn, mask: Uint8Array): Shares {
  const counts = new Array<number>(classes.dictionary.length).fill(0);
  const sums = counts.map(() => new Total());
  const positive: number[] = [];
  for (let row = 0; row < mask.length; row++) {
    if (mask[row] !== 1) continue;
    const code = classes.codes[row] as number;
    const value = numberAt(column, row);
    counts[code]! += 1;
    if (!(value > 0)) continue;
    (sums[code] as Total).add(value);
    positive.push(value);
  }
  const { curve, total } = curveOf(Float64Array.from(positive).sort().reverse());
  const groups = counts
    .map((n, code) => ({ value: code === 0 ? null : (classes.dictionary[code] ?? null), n, sum: (sums[code] as Total).value }))
    .filter(({ n }) => n > 0);
  return { people: positive.length, total, curve, groups };
}

/** The curve through values in falling order. */
function curveOf(falling: Float64Array): { readonly curve: [number, number][]; readonly total: number } {
  const curve: [number, number][] = [[0, 0]];
  const sum = new Total();
  let step = 1;
  for (let at = 0; at < falling.length; at++) {
    sum.add(falling[at] as number);
    const people = at + 1;
    if (people * STEPS < step * falling.length) continue;
    curve.push([people, sum.value]);
    step = Math.floor((people * STEPS) / falling.length) + 1;
  }
  return { curve, total: sum.value };
}

/** A sum of positive numbers by Neumaier's compensated addition (Neumaier 1974). */
class Total {
  #sum = 0;
  #lost = 0;

  get value(): number {
    return this.#sum + this.#lost;
  }

  add(value: number): void {
    const next = this.#sum + value;
    this.#lost += this.#sum >= value ? this.#sum - next + value : value - next + this.#sum;
    this.#sum = next;
  }
}
