// A population as typed arrays: what the sweep reads. Row i is customer i; collections are read by offsets.

/** Stands for a missing civil day in `DateColumn.values`. */
export const MISSING_DAY = -2_147_483_648;

export interface NumberColumn {
  readonly type: 'number';
  /** NaN = missing; stored values are finite. */
  readonly values: Float64Array;
}

export interface BooleanColumn {
  readonly type: 'boolean';
  /** 0 false, 1 true, 2 missing. */
  readonly values: Uint8Array;
}

export interface StringColumn {
  readonly type: 'string';
  /** Index into `dictionary`; 0 = missing (entry 0 is never read). */
  readonly codes: Uint32Array;
  readonly dictionary: readonly string[];
}

export interface DateColumn {
  readonly type: 'date';
  /** Days since 1970-01-01, or MISSING_DAY. */
  readonly values: Int32Array;
}

export interface DatetimeColumn {
  readonly type: 'datetime';
  /** Milliseconds since 1970 UTC; NaN = missing. */
  readonly values: Float64Array;
  /** Civil day of the instant in the workspace's zone, computed once at import; MISSING_DAY where missing. */
  readonly days: Int32Array;
}

export type ColumnData = NumberColumn | BooleanColumn | StringColumn | DateColumn | DatetimeColumn;

/** Lines sorted by customer, time, line of the file. Customer i owns the lines start[i] ≤ line < end[i]. */
export interface CollectionData {
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly lines: number;
  readonly fields: { readonly [name: string]: ColumnData };
}

export interface Table {
  readonly rows: number;
  /** The customers' keys, all present and distinct. */
  readonly key: StringColumn;
  readonly fields: { readonly [name: string]: ColumnData };
  readonly collections: { readonly [name: string]: CollectionData };
}
