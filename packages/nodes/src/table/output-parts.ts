// What the outputs of every hit policy are made with.
import { anyOf, call, decimalOf, literal, type MadeColumn, missing, sumOf } from '@tierflow/compiler';
import type { Expr } from '@tierflow/definition';
import { localText } from '@tierflow/flow';
import type { OutputValue, TableConfig } from './config.ts';

type Own = (id: string) => Expr;

/** A table with its rows as conditions. */
export interface TableParts {
  readonly config: TableConfig;
  readonly rows: readonly Expr[];
  readonly own: Own;
}

/** True for people no row hits. */
export function noRowHits({ rows }: TableParts): Expr {
  return call('not', anyOf(rows));
}

/** How many of the conditions are true. */
export function countOf(conditions: readonly Expr[]): Expr {
  return flatSum(conditions.map((row) => call('if', row, literal(1), literal(0))));
}

/** A sum that stays flat, however many parts there are. */
export function flatSum(parts: readonly Expr[]): Expr {
  if (parts.length <= 2) return sumOf(parts);
  const half = Math.ceil(parts.length / 2);
  return call('add', flatSum(parts.slice(0, half)), flatSum(parts.slice(half)));
}

/** What stands in every output column beside its value. */
export function namedOutput({ outputs }: TableConfig, at: number) {
  const { name, type, title } = outputs[at] as TableConfig['outputs'][number];
  const answers = type === 'boolean' ? {} : { answers: true as const };
  return { id: `out${at + 1}`, name, type, ...answers, ...(title === undefined ? {} : { title: localText(title) }) };
}

/** Different values that can come out, in the order they first stand in. */
export function valuesOf({ rows, otherwise }: TableConfig, at: number): readonly NonNullable<OutputValue>[] {
  return [...new Set([...rows.map(({ values }) => values[at]), otherwise?.[at]].flatMap((value) => value ?? []))];
}

/** Values that only some conditions bring: the first true one wins. Missing where none is. */
export function chosenValue(type: MadeColumn['type'], pairs: readonly (readonly [when: Expr, value: OutputValue])[]): Expr {
  const given = pairs.flatMap(([when, value]) => (value === null ? [] : [when, literal(value)]));
  return given.length === 0 ? missing(type) : call('case', ...given);
}

/** Decimals of numbers that are passed on as they were typed. */
export function decimalsOf(values: readonly unknown[]): { readonly decimals?: number } {
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length === 0 || numbers.length < values.length) return {};
  const decimals = Math.max(...numbers.map((value) => decimalOf(value).decimals));
  return decimals <= 9 ? { decimals } : {};
}
