// What the names of a formula stand for. The caller answers; this package knows no flow and no data.
import type { Expr, Field, ValueType } from '@tierflow/definition';

/** A value per customer a formula can read by name. */
export interface FormulaColumn {
  readonly type: ValueType;
  readonly expr: Expr;
  /** The value is a whole number times 10^-decimals; absent where unknown. */
  readonly decimals?: number;
}

/** A list in a customer's record, read through aggregates. */
export interface FormulaCollection {
  readonly name: string;
  /** Field that dates a line: lines after the as-of day, and lines without a date, are not seen. */
  readonly time?: string;
  readonly fields: readonly Field[];
}

export interface FormulaScope {
  readonly column: (name: string) => FormulaColumn | undefined;
  readonly collection: (name: string) => FormulaCollection | undefined;
  /** All names of columns and collections, for completions and for "did you mean". */
  readonly names: () => readonly string[];
  /** The formula is about one line of this collection: names are fields of the line, `$$.name` is the customer's. */
  readonly line?: FormulaCollection;
}
