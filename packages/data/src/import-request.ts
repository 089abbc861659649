// What an import is asked to do, and what it answers.
import type { Manifest } from './generation/manifest.ts';
import type { Reject } from './load/rejects.ts';
import type { ColumnMapping } from './values/rule.ts';

/** What kind of data set a file is. Names left out are found by the columns' names and values. */
export type DatasetRole =
  | {
      readonly kind: 'customers' /** Column of the keys. */;
      readonly key?: string /** Which of several rows with one key stays; default `last`. */;
      readonly keep?: 'last' | 'first';
    }
  | {
      readonly kind: 'collection';
      /** Column that names the customer of a line. */
      readonly customer?: string;
      /** Column that dates a line. */
      readonly time?: string;
      /** Column of the line's own key; kept as text, not checked for being unique. */
      readonly key?: string;
      /** Drop lines that equal an earlier one in every column; default false. */
      readonly dropDuplicates?: boolean;
      /** JSON in the record shape of decide: the field whose lists hold the lines. */
      readonly nested?: string;
    };

/** How a file is read; everything left out is detected. */
export interface ReadOptions {
  /** `json`: one array of objects. */
  readonly format?: 'csv' | 'ndjson' | 'json';
  readonly encoding?: string;
  readonly delimiter?: string;
  /** Empty for none. */
  readonly quote?: string;
  readonly header?: boolean;
  /** By column name as detected. */
  readonly columns?: { readonly [column: string]: ColumnMapping };
  /** IANA zone in which times without a zone are read and civil days are counted; default UTC. */
  readonly timeZone?: string;
  /** JSON: fields with lists or objects that are left out instead of rejecting their records. */
  readonly ignore?: readonly string[];
}

export interface ImportRequest extends ReadOptions {
  /** Path of the file. */
  readonly source: string;
  /** Directory of generations; made if need be. */
  readonly into: string;
  readonly dataset: DatasetRole;
  /** Name of the generation's directory; default the first 32 digits of the content's digest. */
  readonly name?: string;
  /** Refuse the file when more than this share of its rows (and more than 100) is rejected, repeated keys not counted; default 0.05. */
  readonly maxRejected?: number;
  /** Bytes that the import may hold in memory; default 4 GiB. */
  readonly memoryLimit?: number;
  /** Whether to write `data.duckdb`; default true. Without it an import takes about half the time, for use within one command. */
  readonly database?: boolean;
}

export interface ImportProgress {
  readonly phase: 'inspect' | 'read' | 'arrange' | 'write';
  readonly bytes: number;
  readonly totalBytes: number;
  readonly rows: number;
  readonly rejected: number;
}

/** A finished, visible generation. */
export interface ImportedGeneration {
  readonly name: string;
  readonly dir: string;
  readonly manifest: Manifest;
  /** The first rejects; all of them are in `rejects.ndjson`. */
  readonly rejects: readonly Reject[];
}
