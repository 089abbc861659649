// What stands in a generated file: its columns with types and titles. The writers take their header from it,
// the flows their field types, the documentation its tables.
import type { Field, LocalText, ValueType } from '@tierflow/definition';

/** One column of a generated file. */
export interface ColumnInfo extends Field {
  readonly title: LocalText;
}

/** One generated file. */
export interface FileInfo {
  /** Name of the data set and of the file, without `.csv`. */
  readonly name: string;
  readonly key: string;
  /** For a collection: the column that names the customer. */
  readonly customer?: string;
  /** For a collection: the column that dates a line. */
  readonly time?: string;
  readonly columns: readonly ColumnInfo[];
}

/** A written file with what an import of it should find. */
export interface WrittenFile {
  readonly path: string;
  /** Rows that load. */
  readonly rows: number;
  /** Rows that an import has to refuse. */
  readonly rejected: number;
  /** Rows that load and belong to no customer. */
  readonly withoutCustomer: number;
  /** `sha256:<hex>` of the bytes. */
  readonly digest: string;
}

/** A column, in the short form the schema files use. */
export function column(name: string, type: ValueType, en: string, zh: string): ColumnInfo {
  return { name, type, title: { en, 'zh-CN': zh } };
}

/** The header of a file. */
export function headerOf(file: FileInfo): readonly string[] {
  return file.columns.map((each) => each.name);
}

/** How an import reads the file: every column by its type, so that an unreadable cell is a bad row and never turns a column into text. */
export function mappingsOf(file: FileInfo): { readonly [column: string]: { readonly type: ValueType } } {
  return Object.fromEntries(file.columns.map(({ name, type }) => [name, { type }]));
}
