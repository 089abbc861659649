// What closures read while they run, and what they are compiled against.
import type { TypeScope } from '@tierflow/definition';
import type { Prepared } from '../program.ts';
import type { Fields } from '../row.ts';
import type { Value } from '../value.ts';

/** What an expression reads while it runs. */
export interface Frame {
  readonly fields: Fields;
  readonly lines: readonly (readonly Fields[])[];
  /** Values of earlier columns, by position. */
  readonly columns: readonly Value[];
  readonly asOf: number;
}

export type Evaluate = (frame: Frame, line: Fields) => Value;

export interface ClosureScope extends TypeScope {
  /** Position of a field in the input, of a collection, and of a field of the line at hand. */
  readonly fieldAt: (name: string) => number;
  readonly collectionAt: (name: string) => number;
  readonly position: (column: string) => number;
  readonly parameter: Prepared['parameter'];
  readonly rules: Prepared['rules'];
  readonly civilDay: (ms: number) => number;
}
