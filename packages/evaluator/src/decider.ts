// One record in, one decision out.
import { type Column, type Decision, type Definition, parseDay } from '@tierflow/definition';
import { closureProgram, type RunRow } from './closures/run.ts';
import type { CodeCache } from './codegen/constants.ts';
import { compileRecord } from './codegen/record-code.ts';
import { answerOf, columnsOf, decisionOf, decisionSink } from './decision-sink.ts';
import { DefinitionError, prepare } from './program.ts';
import { keyOf, type Row, readRow } from './row.ts';
import { type Language, traceOf } from './trace.ts';
import type { Value } from './value.ts';

export interface DeciderOptions {
  /** `generated` makes JavaScript; `closures` runs where code generation is forbidden. Both answer the same. */
  readonly mode?: 'generated' | 'closures';
  /** Digest of the published bytes, repeated in every decision. */
  readonly digest?: string;
  readonly cache?: CodeCache;
}

export interface DecideOptions {
  /** Civil day; the fit's day if not given. */
  readonly asOf?: string;
  readonly trace?: boolean;
  readonly language?: Language;
}

export interface Decider {
  readonly decide: (record: unknown, options?: DecideOptions) => Decision;
  /** Values of all columns by id, with the row's notes: for tests and explanations. */
  readonly values: (record: unknown, asOf?: string) => { readonly values: ReadonlyMap<string, Value>; readonly notes: Decision['notes'] };
}

/** Makes a definition ready to decide. Throws DefinitionError where it cannot be read here or is not fitted. */
export function decider(definition: Definition, options: DeciderOptions = {}): Decider {
  const prepared = prepare(definition);
  const answer = answerOf(definition, options.digest ?? '');
  const wanted = columnsOf(answer);
  const closures = options.mode === 'closures';
  const everything = lazily(() => (closures ? closureProgram(prepared) : generatedProgram()));
  const fast = closures ? undefined : compileRecord(prepared, wanted, decisionSink(answer, prepared), options.cache);
  const slow = closures ? closureProgram(prepared, wanted) : undefined;

  function generatedProgram(): RunRow {
    const all = definition.columns.map((column) => column.id);
    const run = compileRecord(prepared, all, valuesSink(definition), options.cache);
    return (row, asOf) => {
      const result = run((row as SourceRow).source, asOf, '') as { values: unknown[]; notes: Decision['notes'] | null };
      return { values: result.values.map((value, at) => decoded(definition.columns[at] as Column, value)), errors: result.notes ?? [] };
    };
  }

  const days = asOfReader(definition);
  const evaluate = (record: unknown, asOf: string | undefined) => {
    const row = closures ? readRow(definition.input, record) : sourceRow(definition.input.key, objectOf(record));
    const { values, errors } = everything()(row, days(asOf).number);
    return { key: row.key, values, notes: [...row.notes, ...errors] };
  };
  return {
    decide: (record, decideOptions) => {
      const asOf = decideOptions?.asOf;
      const day = days(asOf);
      if (decideOptions?.trace === true) {
        const { language } = decideOptions;
        const { key, values, notes } = evaluate(record, asOf);
        return {
          ...decisionOf(answer, prepared, { key, values, notes, asOf: day.text }),
          trace: traceOf(definition, prepared, values, language ?? 'en'),
        };
      }
      if (fast !== undefined) return fast(objectOf(record), day.number, day.text) as Decision;
      const row = readRow(definition.input, record);
      const { values, errors } = (slow as RunRow)(row, day.number);
      return decisionOf(answer, prepared, { key: row.key, values, notes: [...row.notes, ...errors], asOf: day.text });
    },
    values: (record, asOf) => {
      const { values, notes } = evaluate(record, asOf);
      return { values: new Map(definition.columns.map((column, at) => [column.id, values[at]])), notes };
    },
  };
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Generated code reads the record itself. */
interface SourceRow extends Row {
  readonly source: object;
}

function sourceRow(key: string, source: object): SourceRow {
  return { key: keyOf(key, source), fields: [], lines: [], notes: [], source };
}

function objectOf(record: unknown): object {
  return typeof record === 'object' && record !== null ? record : {};
}

/** Day text and number of an as-of argument; remembers the last one. */
function asOfReader(definition: Definition): (asOf: string | undefined) => { readonly text: string; readonly number: number } {
  let last = { text: '', number: 0 };
  return (asOf) => {
    const text = asOf ?? definition.fittedOn?.asOf;
    if (text === undefined) throw new DefinitionError('as-of.needed', definition.name);
    if (text === last.text) return last;
    const number = parseDay(text);
    if (number === undefined) throw new DefinitionError('as-of.unreadable', text);
    last = { text, number };
    return last;
  };
}

function valuesSink(definition: Definition) {
  return ({ variable }: { variable: (id: string) => string }): string =>
    `return { values: [${definition.columns.map((column) => variable(column.id)).join(', ')}], notes };`;
}

function decoded(column: Column, value: unknown): Value {
  if (column.mask === true) return value === 1;
  if (column.type === 'boolean') return value === 2 ? undefined : value === 1;
  return typeof value === 'number' && Number.isNaN(value) ? undefined : (value as Value);
}
