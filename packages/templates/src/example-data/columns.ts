// What the worlds share: columns by name, numbers of customers, days that count back from the last one.
import { daysFromCivil, formatDay } from '@tierflow/definition';
import type { Random } from '@tierflow/draw';
import { customerFields } from '../fields/customer-fields.ts';
import { lineFields } from '../fields/line-fields.ts';
import type { FieldRow } from '../fields/row.ts';
import type { Cell, ExampleSet } from './example-set.ts';

/** Seed of all example data. */
export const SEED = 1;

const LAST_DAY = daysFromCivil(2026, 10, 31);

/** The day so many days before the last one. */
export function dayBack(days: number): string {
  return formatDay(LAST_DAY - days);
}

/** A customer number: a letter and five digits. */
export function numbered(letter: string, index: number): string {
  return `${letter}${String(index + 1).padStart(5, '0')}`;
}

/** A number kept within two bounds. */
export function within(low: number, value: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** A whole answer on a scale, near a middle. */
export function answer(random: Random, middle: number, high: number): number {
  return within(1, Math.round(middle + random.normal()), high);
}

/** The customers; columns that no template names are text. */
export function customerSet(names: readonly string[], rows: readonly (readonly Cell[])[]): ExampleSet {
  return { name: 'customers', key: 'customer_id', columns: columnsOf(names, customerFields), rows };
}

/** Lines of customers. */
export function lineSet(name: string, time: string, names: readonly string[], rows: readonly (readonly Cell[])[]): ExampleSet {
  return { name, customer: 'customer_id', time, columns: columnsOf(names, lineFields), rows };
}

function columnsOf(names: readonly string[], fields: readonly FieldRow[]): ExampleSet['columns'] {
  return names.map((name) => ({ name, type: fields.find(([field]) => field === name)?.[1] ?? 'string' }));
}
