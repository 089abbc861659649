// One record in, one decision out.
import { type Decision, type Definition, isInSeason, parseDay, programOn } from '@tierflow/definition';
import type { CodeCache } from './codegen/constants.ts';
import { compileRecord, type RunRecord } from './codegen/record-code.ts';
import { answerOf, columnsOf, decisionOf, decisionSink } from './decision-sink.ts';
import { DefinitionError, prepare } from './program.ts';
import { generatedValues, referenceOf } from './record-values.ts';
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
  const days = asOfReader(definition);
  const { seasons = [] } = definition;
  const unfitted = seasons.length === 0 ? undefined : definition.parameters.find((parameter) => parameter.value === null);
  if (unfitted !== undefined) throw new DefinitionError('definition.not-fitted', unfitted.id);
  const made = new Map<string, OneDay>();
  let last: { readonly day: number; readonly machine: OneDay } | undefined;
  const machineOn = (day: number): OneDay => {
    if (last?.day === day) return last.machine;
    const which = seasons.map((season) => Number(isInSeason(season, day))).join('');
    const machine = made.get(which) ?? oneDay(programOn(definition, day), options);
    made.set(which, machine);
    last = { day, machine };
    return machine;
  };
  // Made now, so that a definition that cannot be evaluated is refused now.
  const first = machineOn(parseDay(definition.fittedOn?.asOf ?? '') ?? 0);
  const on = seasons.length === 0 ? () => first : machineOn;
  return {
    decide: (record, decideOptions) => {
      const day = days(decideOptions?.asOf);
      return on(day.number).decide(record, day, decideOptions);
    },
    values: (record, asOf) => {
      const day = days(asOf);
      return on(day.number).values(record, day);
    },
  };
}

/** A decider for days on which the same season holds. */
interface OneDay {
  readonly decide: (record: unknown, day: Day, options: DecideOptions | undefined) => Decision;
  readonly values: (record: unknown, day: Day) => ReturnType<Decider['values']>;
}

function oneDay(definition: Definition, options: DeciderOptions): OneDay {
  const prepared = prepare(definition);
  const answer = answerOf(definition, options.digest ?? '');
  const reference = lazily(() => referenceOf(prepared, columnsOf(answer)));
  const everything = lazily(() => (options.mode === 'closures' ? referenceOf(prepared) : generatedValues(prepared, options.cache)));
  const byReference: RunRecord = (record, day, asOf) => decisionOf(answer, prepared, { ...reference()(record, day, asOf), asOf });
  const generated = {
    read: columnsOf(answer),
    sink: decisionSink(answer, prepared),
    otherwise: byReference,
    cache: options.cache,
  };
  if (options.mode === 'closures') reference();
  const run = options.mode === 'closures' ? byReference : compileRecord(prepared, generated);
  const explained = (record: unknown, day: Day, language: Language): Decision => {
    const row = everything()(record, day.number, day.text);
    const decision = decisionOf(answer, prepared, { ...row, asOf: day.text });
    return { ...decision, trace: traceOf({ definition, prepared, values: row.values, day: day.number, language }) };
  };
  return {
    decide: (record, day, decideOptions) => {
      if (decideOptions?.trace === true) return explained(record, day, decideOptions.language ?? 'en');
      return run(record, day.number, day.text) as Decision;
    },
    values: (record, day) => {
      const { values, notes } = everything()(record, day.number, day.text);
      return { values: new Map(definition.columns.map((column, at) => [column.id, values[at]])), notes };
    },
  };
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

interface Day {
  readonly text: string;
  readonly number: number;
}

/** Day text and number of an as-of argument; remembers the last one. */
function asOfReader(definition: Definition): (asOf: string | undefined) => Day {
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
