// One value of a column as it travels: dates as days, instants as RFC 3339, missing as null.
import type { Cell } from '@tierflow/api';
import { formatDay, formatInstant } from '@tierflow/definition';
import { type ColumnData, MISSING_DAY } from '@tierflow/evaluator';

export function cellAt(column: ColumnData, row: number): Cell {
  switch (column.type) {
    case 'number': {
      const value = column.values[row] as number;
      return Number.isNaN(value) ? null : value;
    }
    case 'boolean': {
      const value = column.values[row];
      return value === 2 ? null : value === 1;
    }
    case 'string': {
      const code = column.codes[row] as number;
      return code === 0 ? null : (column.dictionary[code] ?? null);
    }
    case 'date': {
      const value = column.values[row] as number;
      return value === MISSING_DAY ? null : formatDay(value);
    }
    case 'datetime': {
      const value = column.values[row] as number;
      return Number.isNaN(value) ? null : formatInstant(value);
    }
  }
}

/** The value as a number to order and to bin by: days, milliseconds, 0 and 1; NaN where missing or text. */
export function numberAt(column: ColumnData, row: number): number {
  switch (column.type) {
    case 'number':
    case 'datetime':
      return column.values[row] as number;
    case 'boolean':
      return column.values[row] === 2 ? Number.NaN : (column.values[row] as number);
    case 'date':
      return column.values[row] === MISSING_DAY ? Number.NaN : (column.values[row] as number);
    case 'string':
      return Number.NaN;
  }
}

/** A number made by `numberAt`, as the value it stands for. */
export function cellOfNumber(type: ColumnData['type'], value: number): Cell {
  if (Number.isNaN(value)) return null;
  if (type === 'date') return formatDay(value);
  if (type === 'datetime') return formatInstant(value);
  return type === 'boolean' ? value === 1 : value;
}
