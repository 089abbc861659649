// What comes out: by `first` and `unique` the values of the row that decides, by `collect` those of all rows hit together.
import { anyOf, call, literal, type MadeColumn } from '@tierflow/compiler';
import type { Expr } from '@tierflow/definition';
import { collectedColumns, joinedTexts } from './collected.ts';
import { type OutputValue, rowName } from './config.ts';
import { chosenValue, countOf, decimalsOf, namedOutput, type TableParts, valuesOf } from './output-parts.ts';

/** Position of people hit by more than one row of a `unique` table. */
const SEVERAL = -1;

/**
 * `row` is the position of the row that decides from 1 on, 0 if no row is true, and by `unique` -1 if several are, which
 * `hits` counts; by `collect` no row decides alone. Then the outputs, and the ids of the rows as text.
 */
export function outputColumns(parts: TableParts): readonly MadeColumn[] {
  const { config, rows } = parts;
  const hits = { id: 'hits', type: 'number', decimals: 0, expr: countOf(rows) } as const;
  const row = { id: 'row', type: 'number', decimals: 0, expr: position(parts) } as const;
  const decides = { first: [row], unique: [hits, row], collect: [] }[config.hit];
  const outputs = config.outputs.flatMap((_, at) => (config.hit === 'collect' ? collectedColumns(parts, at) : chosen(parts, at)));
  return [...decides, ...outputs, rowText(parts)];
}

/** True for people this row decides. */
export function deciding({ config, rows, own }: TableParts, at: number): Expr {
  return config.hit === 'collect' ? (rows[at] as Expr) : call('eq', own('row'), literal(at + 1));
}

function position({ config, rows, own }: TableParts): Expr {
  if (rows.length === 0) return literal(0);
  const first = rows.flatMap((row, at) => [row, literal(at + 1)]);
  const several = config.hit === 'unique' ? [call('gt', own('hits'), literal(1)), literal(SEVERAL)] : [];
  return call('case', ...several, ...first, literal(0));
}

/** The value of the row that decides; 0 stands for no row, which has the value otherwise. */
function chosen({ config, own }: TableParts, at: number): readonly MadeColumn[] {
  const output = namedOutput(config, at);
  const places = new Map<NonNullable<OutputValue>, number[]>();
  [config.otherwise, ...config.rows.map(({ values }) => values)].forEach((values, place) => {
    const value = values?.[at] ?? null;
    if (value !== null) places.set(value, [...(places.get(value) ?? []), place]);
  });
  const pairs = [...places].map(([value, found]) => [anyOf(found.map((place) => call('eq', own('row'), literal(place)))), value] as const);
  const values = valuesOf(config, at);
  const texts = values.map((value) => ({ value: String(value) }));
  return [
    { ...output, expr: chosenValue(output.type, pairs), ...(output.type === 'string' ? { values: texts } : {}), ...decimalsOf(values) },
  ];
}

/** Which row decided, for people to see: its id, or the ids of all rows that hit. */
function rowText(parts: TableParts): MadeColumn {
  const { config } = parts;
  const base = { id: 'rowId', name: rowName(config), type: 'string', title } as const;
  const ids = config.rows.map(({ id }, at) => [deciding(parts, at), id] as const);
  if (config.hit === 'collect') return { ...base, expr: joinedTexts(ids, config.separator) };
  return { ...base, expr: chosenValue('string', ids), values: config.rows.map(({ id }) => ({ value: id })) };
}

const title = { en: 'Row hit', 'zh-CN': '命中规则' };
