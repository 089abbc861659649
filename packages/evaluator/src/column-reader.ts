// One column of one record, and nothing else: for embedding a formula in a loop.
import { type Column, parseDay, programOn } from '@tierflow/definition';
import type { CodeCache } from './codegen/constants.ts';
import { compileRecord } from './codegen/record-code.ts';
import { DefinitionError, type Program, prepare } from './program.ts';
import { referenceOf } from './record-values.ts';
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
  const day = parseDay(options.asOf);
  if (day === undefined) throw new DefinitionError('as-of.unreadable', options.asOf);
  const prepared = prepare(programOn(program, day));
  const at = prepared.position(id);
  const column = program.columns[at] as Column;
  const reference = options.trusted === true ? undefined : referenceOf(prepared, [id]);
  return compileRecord(prepared, {
    read: [id],
    sink: ({ variable }) => `return ${valueText(column, variable(id))};`,
    otherwise: reference === undefined ? undefined : (record) => reference(record, day, options.asOf).values[at],
    asOf: { number: day, text: options.asOf },
    cache: options.cache,
  }) as (record: unknown) => Value;
}

/** Text of a variable in generated code's form as a value. */
function valueText(column: Column, variable: string): string {
  if (column.mask === true) return `${variable} === 1`;
  if (column.type === 'boolean') return `${variable} === 2 ? undefined : ${variable} === 1`;
  return column.type === 'string' ? variable : `${variable} === ${variable} ? ${variable} : undefined`;
}
