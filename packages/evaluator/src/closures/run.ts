// Runs a program by closures on one row: every column's value, and the errors met.
import type { Column, Note } from '@tierflow/definition';
import { neededFor, type Prepared } from '../program.ts';
import type { Fields, Row } from '../row.ts';
import { codeOf } from '../row-error.ts';
import type { Value } from '../value.ts';
import { compileExpr } from './compile-expr.ts';
import type { ClosureScope, Frame } from './frame.ts';

/** Values by column position; columns that were not asked for stay missing. */
export interface Evaluated {
  readonly values: readonly Value[];
  readonly errors: readonly Note[];
}

export type RunRow = (row: Row, asOf: number) => Evaluated;

const NO_LINE: Fields = [];

/** A program as closures. `wanted`: ids of the columns to compute, all if not given. */
export function closureProgram(prepared: Prepared, wanted?: Iterable<string>): RunRow {
  const { columns } = prepared.program;
  const { input } = prepared.program;
  const scope: ClosureScope = {
    ...prepared.types,
    ...prepared,
    fieldAt: (name) => input.fields.findIndex((field) => field.name === name),
    collectionAt: (name) => input.collections.findIndex((collection) => collection.name === name),
  };
  const needed = neededFor(prepared, wanted ?? columns.map((column) => column.id));
  const steps = needed.map((at) => {
    const column = columns[at] as Column;
    return {
      at,
      column,
      where: column.where === undefined ? -1 : prepared.position(column.where),
      evaluate: compileExpr(column.expr, scope),
    };
  });
  return (row, asOf) => {
    const values: Value[] = new Array(columns.length).fill(undefined);
    const errors: Note[] = [];
    const frame: Frame = { fields: row.fields, lines: row.lines, columns: values, asOf };
    for (const { at, column, where, evaluate } of steps) {
      const outside = column.mask === true ? false : undefined;
      if (where >= 0 && values[where] !== true) {
        values[at] = outside;
        continue;
      }
      try {
        values[at] = evaluate(frame, NO_LINE) ?? outside;
      } catch (error) {
        errors.push({ code: codeOf(error), at: column.id });
        values[at] = outside;
      }
    }
    return { values, errors };
  };
}
