// What a file holds, without importing it.
import type { ValueType } from '@tierflow/definition';
import type { ColumnStats, Notice } from '../generation/manifest.ts';
import type { ReadOptions } from '../import-request.ts';
import type { Reject } from '../load/rejects.ts';

export interface ProfileRequest extends ReadOptions {
  /** Path of the file. */
  readonly source: string;
  readonly memoryLimit?: number;
}

export interface ProfileColumn {
  readonly name: string;
  readonly header?: string;
  readonly type: ValueType;
  readonly rule: string;
  readonly stats: ColumnStats;
}

export interface FileProfile {
  /** `ndjson` also stands for one array of objects. */
  readonly format: 'csv' | 'ndjson';
  readonly bytes: number;
  readonly sha256: string;
  readonly encoding: string;
  readonly delimiter?: string;
  readonly header?: boolean;
  readonly rows: number;
  readonly rejected: number;
  readonly blankLines: number;
  /** Rows that equal an earlier row in every column. */
  readonly duplicateRows: number;
  readonly columns: readonly ProfileColumn[];
  /** Rejects by reason, and the first of them. */
  readonly reasons: { readonly [reason: string]: number };
  readonly rejects: readonly Reject[];
  readonly notices: readonly Notice[];
  /** Columns that look like what a data set needs, by name. */
  readonly suggested: { readonly key: string | null; readonly customer: string | null; readonly time: string | null };
}
