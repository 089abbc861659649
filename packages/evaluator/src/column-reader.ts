// One column of one record, and nothing else: for embedding a formula in a loop.
import { type Column, parseDay } from '@tierflow/definition';
import type { CodeCache } from './codegen/constants.ts';
import { compileRecord, type Sink } from './codegen/record-code.ts';
import { DefinitionError, type Program, prepare } from './program.ts';
import { referenceOf } from './record-values.ts';
import { isObject } from './row.ts';
import type { Value } from './value.ts';

export interface ColumnReaderOptions {
  /** Civil day. */
  readonly asOf: string;
  /**
   * Records are known to fit the input: objects whose members have their type or are absent, lines in order of their time.
   * Nothing is checked then, and a record that does not fit gets a wrong answer.
   */
  readonly trusted?: boolean;
  readonly cache?: CodeCache;
}

/** The value of a column for a record; missing where there is none and where it cannot be computed. Throws DefinitionError. */
export function columnReader(program: Program, id: string, options: ColumnReaderOptions): (record: unknown) => Value {
  const prepared = prepare(program);
  const at = prepared.position(id);
  const column = program.columns[at] as Column;
  const asOf = parseDay(options.asOf);
  if (asOf === undefined) throw new DefinitionError('as-of.unreadable', options.asOf);
  const reference = options.trusted === true ? undefined : referenceOf(prepared, [id]);
  const byReference = (record: unknown): Value => reference?.(record, asOf, options.asOf).values[at];
  const sink: Sink = ({ variable }) => `return ${valueText(column, variable(id))};`;
  const otherwise = reference === undefined ? undefined : byReference;
  const run = compileRecord(prepared, { read: [id], sink, otherwise, cache: options.cache });
  if (reference === undefined) return (record) => run(record as object, asOf, options.asOf) as Value;
  return (record) => (isObject(record) ? run(record, asOf, options.asOf) : byReference(record)) as Value;
}

/** Text of a variable in generated code's form as a value. */
function valueText(column: Column, variable: string): string {
  if (column.mask === true) return `${variable} === 1`;
  if (column.type === 'boolean') return `${variable} === 2 ? undefined : ${variable} === 1`;
  return column.type === 'string' ? variable : `${variable} === ${variable} ? ${variable} : undefined`;
}
