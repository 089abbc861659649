// A finished column in memory: what gets arranged, measured and written.

import type { ValueType } from '@tierflow/definition';
import { ABSENT_DAY } from '../columns/absent-day.ts';
import type { AnyBuilder } from '../columns/builder.ts';
import type { Dictionary } from '../columns/dictionary.ts';
import type { LoadedColumn } from '../load/loader.ts';
import { type Clockwork, ruleName } from '../values/rule.ts';

export type StoredData =
  | { readonly type: 'number'; readonly values: Float64Array }
  | { readonly type: 'boolean'; readonly values: Uint8Array }
  | { readonly type: 'date'; readonly values: Int32Array }
  | { readonly type: 'datetime'; readonly values: Float64Array; readonly days: Int32Array }
  | { readonly type: 'string'; readonly codes: Uint32Array; readonly dictionary: Dictionary };

export interface StoredColumn {
  readonly name: string;
  readonly header?: string;
  readonly rule: string;
  readonly inferred: boolean;
  readonly unreadable: number;
  readonly data: StoredData;
}

function dataOf(builder: AnyBuilder, rows: number, clock: Clockwork): StoredData {
  if ('codes' in builder) return { type: 'string', codes: builder.codes.subarray(0, rows), dictionary: builder.dictionary };
  const type: ValueType = builder.rule.type;
  if (type === 'datetime' && builder.values instanceof Float64Array) {
    const values = builder.values.subarray(0, rows);
    const days = new Int32Array(rows);
    for (let row = 0; row < rows; row++) {
      const ms = values[row] as number;
      days[row] = ms === ms ? clock.civilDay(ms) : ABSENT_DAY;
    }
    return { type, values, days };
  }
  if (builder.values instanceof Float64Array) return { type: 'number', values: builder.values.subarray(0, rows) };
  if (builder.values instanceof Int32Array) return { type: 'date', values: builder.values.subarray(0, rows) };
  return { type: 'boolean', values: builder.values.subarray(0, rows) };
}

export function storedColumn(column: LoadedColumn, rows: number, clock: Clockwork): StoredColumn {
  const { plan, builder } = column;
  return {
    name: plan.name,
    ...(plan.header === undefined ? {} : { header: plan.header }),
    rule: ruleName(builder.rule),
    inferred: plan.inferred,
    unreadable: column.unreadable,
    data: dataOf(builder, rows, clock),
  };
}

type Values = Float64Array | Int32Array | Uint32Array | Uint8Array;

function gather<T extends Values>(values: T, order: Uint32Array): T {
  const out = new (values.constructor as new (length: number) => T)(order.length);
  for (let i = 0; i < order.length; i++) out[i] = values[order[i] as number] as number;
  return out;
}

/** The column with its rows in another order; rows that `order` leaves out are gone. */
export function arranged(column: StoredColumn, order: Uint32Array): StoredColumn {
  const { data } = column;
  if (data.type === 'string') return { ...column, data: { ...data, codes: gather(data.codes, order) } };
  if (data.type === 'datetime')
    return { ...column, data: { type: data.type, values: gather(data.values, order), days: gather(data.days, order) } };
  if (data.type === 'number') return { ...column, data: { type: data.type, values: gather(data.values, order) } };
  if (data.type === 'date') return { ...column, data: { type: data.type, values: gather(data.values, order) } };
  return { ...column, data: { type: data.type, values: gather(data.values, order) } };
}
