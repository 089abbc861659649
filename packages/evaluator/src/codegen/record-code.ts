// The program for one record: reads the record, computes, and answers as its sink says.
import type { Collection, Column, Definition, Note, ValueType } from '@tierflow/definition';
import { neededFor, type Prepared } from '../program.ts';
import { jsonValue, LARGEST, readRow, readValue } from '../row.ts';
import { codeOf } from '../row-error.ts';
import type { Value } from '../value.ts';
import { type CodeCache, compileText, constantPool } from './constants.ts';
import { type Emitted, emitProgram } from './emit-program.ts';
import { narrowConditions } from './truth-only.ts';

/** What is done with the computed columns: text that ends in a return. `notes` holds the notes so far or null. */
export type Sink = (emitted: Emitted, constant: (value: unknown) => string) => string;

export type RunRecord = (record: object, asOf: number, asOfText: string) => unknown;

/** Compiles a program for one record; the sink reads the columns in `read`. */
export function compileRecord(whole: Prepared, read: readonly string[], sink: Sink, cache?: CodeCache): RunRecord {
  const positions = neededFor(whole, read);
  const prepared = narrowConditions(whole, positions, new Set(read));
  const pool = constantPool();
  const { input, columns } = prepared.program;
  const fields = new Map<string, string>();
  const collections = new Map<string, string>();
  const loads: string[] = [];
  const place = {
    constant: pool.add,
    field: (name: string, type: ValueType) => {
      const known = fields.get(name);
      if (known !== undefined) return known;
      const variable = `f${fields.size}`;
      fields.set(name, variable);
      loads.push(emitLoad(variable, name, type, pool.add));
      return variable;
    },
    line: (name: string, _: ValueType, from: string) => `l.${lineMember(input, from, name)}`,
    loop: (from: string) => {
      const variable = collections.get(from) ?? `L${collections.size}`;
      if (!collections.has(from)) {
        collections.set(from, variable);
        const load = lineLoader(input.collections.find((collection) => collection.name === from));
        loads.push(`const ${variable} = ${pool.add(load)}(r, bad);`);
      }
      return `for (const l of ${variable})`;
    },
  };
  const emitted = emitProgram(prepared, positions, place);
  const end = sink(emitted, pool.add);
  const text = [
    pool.declare(),
    'const i = 0; let notes = null;',
    'const bad = (code, at) => { (notes ??= []).push({ code, at }); };',
    `const fail = (at, e) => { bad(${pool.add(codeOf)}(e), ${pool.add(columns.map((column: Column) => column.id))}[at]); };`,
    'return function decide(r, asOf, asOfText) {',
    'notes = null;',
    ...loads,
    ...emitted.outer,
    ...emitted.statements,
    end,
    '};',
  ];
  // Loads and sinks may add constants after the declaration was made.
  text[0] = pool.declare();
  return compileText<(k: readonly unknown[]) => RunRecord>(['K'], text.join('\n'), cache)(pool.values);
}

/** A number is taken as it stands; everything else goes through the reader. */
function emitLoad(variable: string, name: string, type: ValueType, add: (value: unknown) => string): string {
  const key = add(name);
  const read = add(slowRead(name, type));
  if (type === 'number') {
    const most = add(LARGEST);
    return `let ${variable} = r[${key}]; if (typeof ${variable} !== 'number' || !(${variable} <= ${most} && ${variable} >= -${most})) ${variable} = ${read}(r, bad);`;
  }
  if (type === 'string') return `let ${variable} = r[${key}]; if (typeof ${variable} !== 'string') ${variable} = ${read}(r, bad);`;
  return `const ${variable} = ${read}(r, bad);`;
}

type Bad = (code: string, at: string) => void;

/** Reads a field of a record into generated code's form, noting a value of another type. */
function slowRead(name: string, type: ValueType): (record: object, bad: Bad) => unknown {
  return (record, bad) => {
    const value = readValue(type, Object.hasOwn(record, name) ? (record as Record<string, unknown>)[name] : undefined);
    if (value === null) bad('field.wrong-type', name);
    return coded(type, value ?? undefined);
  };
}

function coded(type: ValueType, value: Value): unknown {
  if (type === 'boolean') return value === undefined ? 2 : value === true ? 1 : 0;
  return type === 'string' ? value : (value ?? Number.NaN);
}

function lineMember(input: Definition['input'], from: string, name: string): string {
  const fields = input.collections.find((collection) => collection.name === from)?.fields ?? [];
  return `m${fields.findIndex((field) => field.name === name)}`;
}

/** Reads a collection into objects of one shape, in time order. */
function lineLoader(collection: Collection | undefined): (record: Record<string, unknown>, bad: Bad) => readonly object[] {
  if (collection === undefined) return () => [];
  const input = { key: '', fields: [], collections: [collection] };
  return (record, bad) => {
    const row = readRow(input, record);
    for (const note of row.notes) bad(note.code, note.at);
    return (row.lines[0] ?? []).map((line) =>
      Object.fromEntries(collection.fields.map((field, at) => [`m${at}`, coded(field.type, line[at])])),
    );
  };
}

/** Text of a column's value as JSON: null for missing, days and instants as text. */
export function emitJson(column: Column, variable: string, add: (value: unknown) => string): string {
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
