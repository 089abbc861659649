// A column read as another type than it was imported with: what has no such reading is missing.
import { formatDay, formatInstant, type ValueType } from '@tierflow/definition';
import type { ColumnData, StringColumn } from '@tierflow/evaluator';
import { numberAt } from './cell.ts';
import { Refused } from './refused.ts';

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

/** Numbers, days and booleans as text; text as numbers; instants as days. Anything else is refused. */
export function castColumn(name: string, column: ColumnData, type: ValueType): ColumnData {
  if (column.type === type) return column;
  if (type === 'string') return asText(column);
  if (type === 'number' && column.type === 'string') return asNumbers(column);
  if (type === 'date' && column.type === 'datetime') return { type: 'date', values: column.days };
  throw new Refused('data.type', { column: name, found: column.type, wanted: type });
}

function asText(column: Exclude<ColumnData, StringColumn> | StringColumn): StringColumn {
  if (column.type === 'string') return column;
  const dictionary: string[] = [''];
  const known = new Map<number, number>();
  const codes = Uint32Array.from(column.values, (_, row) => {
    const value = numberAt(column, row);
    if (Number.isNaN(value)) return 0;
    const code = known.get(value) ?? dictionary.length;
    if (code === dictionary.length) {
      known.set(value, code);
      dictionary.push(textOf(column.type, value));
    }
    return code;
  });
  return { type: 'string', codes, dictionary };
}

function textOf(type: ColumnData['type'], value: number): string {
  if (type === 'date') return formatDay(value);
  if (type === 'datetime') return formatInstant(value);
  return type === 'boolean' ? String(value === 1) : String(value);
}

function asNumbers({ codes, dictionary }: StringColumn): ColumnData {
  const readings = Float64Array.from(dictionary, (text, code) => (code > 0 && NUMBER.test(text.trim()) ? Number(text) : Number.NaN));
  return { type: 'number', values: Float64Array.from(codes, (code) => readings[code] as number) };
}
