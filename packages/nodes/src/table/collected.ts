// Outputs of a table that collects: numbers are added up exactly as typed (or the smallest, the largest, how many), texts
// joined, each once and in the order of the rows; true wins over false.
import { anyOf, call, decimalOf, literal, type MadeColumn, unitsAt } from '@tierflow/compiler';
import type { Expr } from '@tierflow/definition';
import type { OutputValue } from './config.ts';
import { chosenValue, countOf, decimalsOf, flatSum, namedOutput, noRowHits, type TableParts, valuesOf } from './output-parts.ts';

type Value = NonNullable<OutputValue>;

/** A row that brings a value, and its condition. */
interface Given {
  readonly row: Expr;
  readonly value: Value;
}

/** Room for 200 rows within the whole numbers of a double. */
const MOST_UNITS = 4e13;

export function collectedColumns(parts: TableParts, at: number): readonly MadeColumn[] {
  const { config, rows } = parts;
  const output = namedOutput(config, at);
  const given = config.rows.flatMap(({ values }, place): Given[] => {
    const value = values[at] ?? null;
    return value === null ? [] : [{ row: rows[place] as Expr, value }];
  });
  const otherwise = config.otherwise?.[at] ?? null;
  const noRow = noRowHits(parts);
  const first = (pairs: readonly (readonly [Expr, OutputValue])[]): Expr => chosenValue(output.type, [...pairs, [noRow, otherwise]]);
  if (output.type === 'boolean') return [{ ...output, expr: first(byValue(given).toSorted(([, a], [, b]) => Number(b) - Number(a))) }];
  if (output.type === 'string') {
    const joined = joinedTexts(
      given.map(({ row, value }) => [row, String(value)] as const),
      config.separator,
    );
    return [{ ...output, expr: otherwise === null ? joined : call('case', noRow, literal(otherwise), joined) }];
  }
  const how = config.outputs[at]?.collect ?? 'sum';
  if (how === 'sum') return summed(parts, at, given);
  if (how === 'count') {
    const count = countOf(given.map(({ row }) => row));
    return [{ ...output, decimals: 0, expr: otherwise === null ? count : call('if', noRow, literal(otherwise), count) }];
  }
  const sign = how === 'min' ? 1 : -1;
  const sorted = byValue(given).toSorted(([, a], [, b]) => sign * (Number(a) - Number(b)));
  return [{ ...output, expr: first(sorted), ...decimalsOf(valuesOf(config, at)) }];
}

/** Different values, each with "some row that brings it is true". */
function byValue(given: readonly Given[]): readonly (readonly [Expr, Value])[] {
  const rows = new Map<Value, Expr[]>();
  for (const { row, value } of given) rows.set(value, [...(rows.get(value) ?? []), row]);
  return [...rows].map(([value, conditions]) => [anyOf(conditions), value]);
}

/** In whole units where they have room, so that 0.1 and 0.2 make 0.3. */
function summed(parts: TableParts, at: number, given: readonly Given[]): readonly MadeColumn[] {
  const { config, own } = parts;
  const output = namedOutput(config, at);
  const values = valuesOf(config, at).map(Number);
  const { decimals = 0 } = decimalsOf(values);
  const scale = 10 ** decimals;
  const whole = values.every((value) => decimalOf(value).decimals <= decimals && Math.abs(value) * scale <= MOST_UNITS);
  const units = (value: Value): Expr => literal(whole ? Number(unitsAt(decimalOf(Number(value)), decimals)) : value);
  const otherwise = config.otherwise?.[at] ?? null;
  const sum = flatSum(given.map(({ row, value }) => call('if', row, units(value), literal(0))));
  const some = anyOf(given.map(({ row }) => row));
  const rest = otherwise === null ? [] : [noRowHits(parts), units(otherwise)];
  const expr = call('case', some, sum, ...rest);
  if (!whole || decimals === 0) return [{ ...output, expr, ...(whole ? { decimals: 0 } : {}) }];
  const twin = `out${at + 1}units`;
  return [
    { id: twin, type: 'number', decimals: 0, expr },
    { ...output, decimals, exact: { column: twin, scale }, expr: call('div', own(twin), literal(scale)) },
  ];
}

/** Texts whose condition is true, each once; missing where there is none. */
export function joinedTexts(pairs: readonly (readonly [when: Expr, text: string])[], separator: string): Expr {
  const groups = byValue(pairs.map(([row, value]) => ({ row, value })));
  const parts = groups.map(([when, text]) => call('if', when, literal(`${separator}${text}`)));
  // What is joined begins with a separator, which is cut off.
  const joined = call('substringAfter', call('concat', literal(''), ...(parts.length === 0 ? [literal('')] : parts)), literal(separator));
  return call('if', anyOf(pairs.map(([when]) => when)), joined);
}
