// The program for one record: reads the record, computes, and answers as its sink says. What is odd about a record (a
// value of another type, lines that are no objects) is left to the reference: the text only notices it.
import { type Collection, type Column, isReservedField, memberOf, type Note, type ValueType } from '@tierflow/definition';
import { neededFor, type Prepared } from '../program.ts';
import { readsOf } from '../reads.ts';
import { jsonValue } from '../row.ts';
import { codeOf } from '../row-error.ts';
import { type CodeCache, compileText, constantPool } from './constants.ts';
import { type Emitted, emitProgram } from './emit-program.ts';
import { type Add, emitRead, type Manner } from './read-fields.ts';
import { type LineReading, lineReading } from './read-lines.ts';
import { narrowConditions } from './truth-only.ts';

/** What is done with the computed columns: text that ends in a return. `notes` holds the notes so far or null. */
export type Sink = (emitted: Emitted, constant: Add) => string;

export type RunRecord = (record: unknown, asOf: number, asOfText: string) => unknown;

export interface RecordCode {
  /** Ids of the columns that the sink reads. */
  readonly read: readonly string[];
  readonly sink: Sink;
  /** Answers for a record that does not fit; without it records are trusted to fit and nothing is checked. */
  readonly otherwise: RunRecord | undefined;
  /** The as-of day, where it is known now: the function then takes a record alone. */
  readonly asOf?: { readonly number: number; readonly text: string };
  readonly cache?: CodeCache | undefined;
}

/** Compiles a program for one record. */
export function compileRecord(whole: Prepared, { read, sink, otherwise, asOf, cache }: RecordCode): RunRecord {
  const positions = neededFor(whole, read);
  const prepared = narrowConditions(whole, positions, new Set(read));
  const pool = constantPool();
  const reading = recordReading(prepared, positions, { add: pool.add, trusted: otherwise === undefined });
  const emitted = emitProgram(prepared, positions, { constant: pool.add, field: reading.field, walk: reading.walk });
  const end = sink(emitted, pool.add);
  const ids = prepared.program.columns.map((column: Column) => column.id);
  const lines = reading.lines();
  const again = otherwise === undefined ? '' : `return ${pool.add(otherwise)}(r, asOf, asOfText);`;
  const body = [
    asOf === undefined ? '' : `const asOf = ${pool.add(asOf.number)}, asOfText = ${pool.add(asOf.text)};`,
    'let notes = null;',
    ...lines.flatMap((one) => one.shared()),
    `const fail = (at, e) => { (notes ??= []).push({ code: ${pool.add(codeOf)}(e), at: ${pool.add(ids)}[at] }); };`,
    `return function decide(r${asOf === undefined ? ', asOf, asOfText' : ''}) {`,
    again === '' ? '' : `if (typeof r !== 'object' || r === null || Array.isArray(r)) ${again}`,
    'const i = 0; let off = 0; notes = null;',
    ...reading.fields(),
    ...lines.flatMap((one) => one.before()),
    ...emitted.outer,
    ...emitted.statements,
    ...lines.flatMap((one) => one.behind()),
    again === '' ? '' : `if (off !== 0) ${again}`,
    end,
    '};',
  ];
  const text = [pool.declare(), ...body].join('\n');
  return compileText<(k: readonly unknown[]) => RunRecord>(['K'], text, cache)(pool.values);
}

/** Reads what the columns ask for, each member once. */
function recordReading(prepared: Prepared, positions: readonly number[], manner: Manner) {
  const { input } = prepared.program;
  const reads = readsOf(prepared, positions);
  const variables = new Map<string, string>();
  const fields: string[] = [];
  const lines = new Map<string, LineReading>();
  const field = (name: string, type: ValueType): string => {
    const variable = variables.get(name) ?? `f${variables.size}`;
    const at = manner.add(name);
    const source = isReservedField(name) ? `${manner.add(memberOf)}(r, ${at})` : `r[${at}]`;
    if (!variables.has(name)) fields.push(emitRead(variable, source, type, manner));
    variables.set(name, variable);
    return variable;
  };
  return {
    field,
    walk: (from: string) => {
      const collection = input.collections.find((candidate) => candidate.name === from) as Collection;
      const wanted = reads.collections.get(from) ?? { fields: new Set<string>(), ordered: false };
      const known = lines.get(from) ?? lineReading({ ...manner, collection, at: lines.size, reads: wanted, civilDay: prepared.civilDay });
      lines.set(from, known);
      return known.walk();
    },
    fields: () => fields,
    lines: () => [...lines.values()],
  };
}

/** Text of a column's value as JSON: null for missing, days and instants as text. */
export function emitJson(column: Column, variable: string, add: Add): string {
  if (column.mask === true) return `(${variable} === 1)`;
  if (column.type === 'number') return `(${variable} === ${variable} ? ${variable} : null)`;
  if (column.type === 'string') return `(${variable} === undefined ? null : ${variable})`;
  if (column.type === 'boolean') return `(${variable} === 2 ? null : ${variable} === 1)`;
  const { type } = column;
  const write = add((value: number) => jsonValue(type, Number.isNaN(value) ? undefined : value));
  return `${write}(${variable})`;
}

/** A note list that is never written to. */
export const NO_NOTES: readonly Note[] = Object.freeze([]);
