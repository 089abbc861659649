// The columns of one record as values: by closures, which are the reference, and by generated code.
import type { Column, Note } from '@tierflow/definition';
import { closureProgram } from './closures/run.ts';
import type { CodeCache } from './codegen/constants.ts';
import { compileRecord, type Sink } from './codegen/record-code.ts';
import { neededFor, type Prepared } from './program.ts';
import { readsOf } from './reads.ts';
import { keyOf, readRow } from './row.ts';
import type { Value } from './value.ts';

/** Values by column position, and everything that was noted on the way. */
export interface RecordValues {
  readonly key: string | null;
  readonly values: readonly Value[];
  readonly notes: readonly Note[];
}

export type RunValues = (record: unknown, asOf: number, asOfText: string) => RecordValues;

/** By closures; columns that are not wanted and not needed stay missing. All columns if `wanted` is not given. */
export function referenceOf(prepared: Prepared, wanted?: readonly string[]): RunValues {
  const ids = wanted ?? prepared.program.columns.map((column) => column.id);
  const run = closureProgram(prepared, ids);
  const reads = readsOf(prepared, neededFor(prepared, ids));
  return (record, asOf) => {
    const row = readRow(prepared.program.input, record, reads);
    const { values, errors } = run(row, asOf);
    return { key: row.key, values, notes: [...row.notes, ...errors] };
  };
}

/** By generated code; records that do not fit go to the closures. */
export function generatedValues(prepared: Prepared, cache: CodeCache | undefined): RunValues {
  const { columns, input } = prepared.program;
  const reference = referenceOf(prepared);
  const sink: Sink = ({ variable }) => `return { values: [${columns.map((column) => variable(column.id)).join(', ')}], notes };`;
  const run = compileRecord(prepared, { read: columns.map((column) => column.id), sink, otherwise: () => undefined, cache });
  return (record, asOf, asOfText) => {
    const found = run(record, asOf, asOfText) as { values: unknown[]; notes: readonly Note[] | null } | undefined;
    if (found === undefined) return reference(record, asOf, asOfText);
    return {
      key: keyOf(input.key, record as object),
      values: found.values.map((value, at) => decoded(columns[at] as Column, value)),
      notes: found.notes ?? [],
    };
  };
}

/** A value in generated code's form as a value. */
function decoded(column: Column, value: unknown): Value {
  if (column.mask === true) return value === 1;
  if (column.type === 'boolean') return value === 2 ? undefined : value === 1;
  return typeof value === 'number' && Number.isNaN(value) ? undefined : (value as Value);
}
