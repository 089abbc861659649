// Collects a computed column while a sweep runs.
import type { ValueType } from '@tierflow/definition';
import { type ColumnData, MISSING_DAY } from '../table.ts';

export interface ColumnBuilder {
  /** Statement that stores `text` at row i. */
  readonly emit: (constant: (value: unknown) => string, text: string) => string;
  readonly finish: () => ColumnData;
}

/** A builder for values in generated code's form: doubles with NaN, strings or undefined, 0/1/2. Masks come as 0/1. */
export function columnBuilder(type: ValueType, rows: number): ColumnBuilder {
  if (type === 'number') {
    const values = new Float64Array(rows);
    return { emit: (constant, text) => `${constant(values)}[i] = ${text};`, finish: () => ({ type, values }) };
  }
  if (type === 'boolean') {
    const values = new Uint8Array(rows);
    return { emit: (constant, text) => `${constant(values)}[i] = ${text};`, finish: () => ({ type, values }) };
  }
  if (type === 'string') return textBuilder(rows);
  return type === 'date' ? dayBuilder(rows) : instantBuilder(rows);
}

function dayBuilder(rows: number): ColumnBuilder {
  const values = new Int32Array(rows);
  const store = (i: number, value: number): void => {
    values[i] = Number.isNaN(value) ? MISSING_DAY : value;
  };
  return { emit: (constant, text) => `${constant(store)}(i, ${text});`, finish: () => ({ type: 'date', values }) };
}

/** Computed instants have no stored civil day: it is made when asked. */
function instantBuilder(rows: number): ColumnBuilder {
  const values = new Float64Array(rows);
  return {
    emit: (constant, text) => `${constant(values)}[i] = ${text};`,
    finish: () => ({ type: 'datetime', values, days: new Int32Array(0) }),
  };
}

function textBuilder(rows: number): ColumnBuilder {
  const codes = new Uint32Array(rows);
  const dictionary: string[] = [''];
  const known = new Map<string, number>();
  const store = (i: number, value: string | undefined): void => {
    if (value === undefined) {
      codes[i] = 0;
      return;
    }
    let code = known.get(value);
    if (code === undefined) {
      code = dictionary.push(value) - 1;
      known.set(value, code);
    }
    codes[i] = code;
  };
  return { emit: (constant, text) => `${constant(store)}(i, ${text});`, finish: () => ({ type: 'string', codes, dictionary }) };
}
