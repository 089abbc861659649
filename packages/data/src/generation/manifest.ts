// The manifest of a generation: what the data set is, how it was read, what is in it, and the digest of every file.
import type { Json, ValueType } from '@tierflow/definition';

export const GENERATION_FORMAT = 'tierflow/generation@1';

/** Something that people should know about an import; it did not stop it. */
export interface Notice {
  readonly code: string;
  readonly params: { readonly [name: string]: Json };
}

/** A part of a column file: bytes from `at`, little-endian. */
export interface Section {
  readonly at: number;
  readonly bytes: number;
}

/**
 * - number: `values` Float64, NaN = missing; boolean: `values` Uint8, 2 = missing; date: `values` Int32
 * - datetime: `values` Float64 (ms), `days` Int32 (civil days in the zone of the import)
 * - string: `codes` Uint32 into a dictionary of `entries` texts, code 0 = missing: `ends` Uint32 (UTF-16 units, from the start of
 *   the block), `blocks` Float64 pairs (first entry, first byte), `text` UTF-8
 */
export interface Sections {
  readonly values?: Section;
  readonly days?: Section;
  readonly codes?: Section;
  readonly ends?: Section;
  readonly blocks?: Section;
  readonly text?: Section;
  readonly offsets?: Section;
}

export interface ColumnStats {
  readonly missing: number;
  /** Distinct values, missing not counted. */
  readonly distinct: number;
  /** Numbers as such, days as `YYYY-MM-DD`, moments as RFC 3339, texts by code point; null where all is missing. */
  readonly min: number | string | boolean | null;
  readonly max: number | string | boolean | null;
}

export interface ManifestColumn {
  readonly name: string;
  readonly type: ValueType;
  /** As written in the header. */
  readonly header?: string;
  /** The rule by which all cells were read, e.g. `decimal-point`, `ymd`, `ymd-local`. */
  readonly rule: string;
  readonly inferred: boolean;
  /** Cells that could not be read and were left empty, as the mapping asked. */
  readonly unreadable: number;
  readonly stats: ColumnStats;
  /** The column file, and the column of `data.duckdb`. */
  readonly file: string;
  readonly column: string;
  readonly sections: Sections;
  /** Entries of the dictionary, the unused 0 included; strings only. */
  readonly entries?: number;
}

/** Distinct customers of a collection in order of code points, and where their lines begin. */
export interface ManifestCustomers {
  readonly field: string;
  readonly count: number;
  readonly file: string;
  /** `ends`, `blocks`, `text` of the keys; `offsets` Uint32, count + 1. */
  readonly sections: Sections;
  readonly entries: number;
}

export interface Manifest {
  readonly format: typeof GENERATION_FORMAT;
  readonly kind: 'customers' | 'collection';
  /** customers: the key column. collection: the line's own key, if it has one. */
  readonly key: string | null;
  /** collection: the column that named the customer. */
  readonly customer: string | null;
  /** collection: the column that dates a line. */
  readonly time: string | null;
  readonly timeZone: string;
  readonly rows: number;
  readonly rejected: number;
  /** Lines of a collection that belong to nobody: loaded, counted, at the end. */
  readonly withoutCustomer: number;
  readonly blankLines: number;
  readonly duplicateRows: number;
  /** Last civil day of its time fields, without placeholders such as 9999-12-31. */
  readonly asOf: string | null;
  readonly columns: readonly ManifestColumn[];
  readonly customers: ManifestCustomers | null;
  readonly source: {
    /** `ndjson` also stands for one array of objects. */
    readonly format: 'csv' | 'ndjson';
    readonly bytes: number;
    readonly sha256: string;
    readonly encoding: string;
    readonly delimiter?: string;
    readonly quote?: string;
    readonly header?: boolean;
  };
  readonly rejects: { readonly [reason: string]: number };
  readonly notices: readonly Notice[];
  /** Digest of the content: schema, rows and column files; equal data gives an equal digest. */
  readonly digest: string;
  readonly files: { readonly [name: string]: { readonly bytes: number; readonly sha256: string } };
}
