// One customer as typed values: the boundary where JSON becomes values. Null, absent and unreadable are missing;
// unreadable also leaves a note.
import {
  type Collection,
  type Definition,
  type Field,
  formatDay,
  formatInstant,
  memberOf,
  type Note,
  parseDay,
  parseInstant,
  type ValueType,
} from '@tierflow/definition';
import type { CollectionReads, Reads } from './reads.ts';
import type { Value } from './value.ts';

/** Values by position in the list of fields. */
export type Fields = readonly Value[];

export interface Row {
  readonly key: string | null;
  readonly fields: Fields;
  /** Lines by position of the collection in the input. */
  readonly lines: readonly (readonly Fields[])[];
  readonly notes: Note[];
}

/** Largest magnitude of a number: integers are exact up to it, and products of a dozen stay finite. */
export const LARGEST = 2 ** 53;

/** Reads one JSON value as a type; undefined where it is missing, `null` where it does not fit. */
export function readValue(type: ValueType, json: unknown): Value | null {
  if (json === undefined || json === null) return undefined;
  if (type === 'number') return typeof json === 'number' && json <= LARGEST && json >= -LARGEST ? json : null;
  if (type === 'boolean') return typeof json === 'boolean' ? json : null;
  if (typeof json !== 'string') return null;
  if (type === 'string') return json;
  return (type === 'date' ? parseDay(json) : parseInstant(json)) ?? null;
}

/** JSON of a value, as records and decisions show it. */
export function jsonValue(type: ValueType, value: Value): boolean | number | string | null {
  if (value === undefined) return null;
  if (type === 'date') return formatDay(value as number);
  if (type === 'datetime') return formatInstant(value as number);
  return value;
}

/** Reads a record by the definition's input, or of it only what is asked for. Lines come out in order of their time, then of the record. */
export function readRow(input: Definition['input'], record: unknown, reads?: Reads): Row {
  const notes: Note[] = [];
  const source = isObject(record) ? record : {};
  if (!isObject(record)) notes.push({ code: 'record.not-an-object', at: '' });
  const lines = input.collections.map((collection) => {
    const wanted = reads === undefined ? EVERYTHING : reads.collections.get(collection.name);
    return wanted === undefined ? [] : readLines(collection, own(source, collection.name), wanted, notes);
  });
  return {
    key: keyOf(input.key, source),
    fields: readFields(input.fields, source, { prefix: '', wanted: reads?.fields, notes, member: memberOf }),
    lines,
    notes,
  };
}

interface WantedLines {
  readonly fields: CollectionReads['fields'] | undefined;
  readonly ordered: boolean;
}

const EVERYTHING: WantedLines = { fields: undefined, ordered: true };

/** The key of a record: text, or a number as text; null if there is none. */
export function keyOf(name: string, record: object): string | null {
  const key = own(record as Record<string, unknown>, name);
  return typeof key === 'string' ? key : typeof key === 'number' ? String(key) : null;
}

function readLines(collection: Collection, json: unknown, wanted: WantedLines, notes: Note[]): readonly Fields[] {
  if (json === undefined || json === null) return [];
  if (!Array.isArray(json)) {
    notes.push({ code: 'collection.not-a-list', at: collection.name });
    return [];
  }
  const reading = { prefix: `${collection.name}.`, wanted: wanted.fields, notes, member: own };
  const lines = json.map((line) => readFields(collection.fields, isObject(line) ? line : {}, reading));
  const time = collection.fields.findIndex((field) => field.name === collection.time);
  return time < 0 || !wanted.ordered ? lines : inTimeOrder(lines, time);
}

/** Stable order by time, missing last; the list itself where it is in order already. */
function inTimeOrder(lines: readonly Fields[], time: number): readonly Fields[] {
  const at = (line: Fields): number => (line[time] as number | undefined) ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i < lines.length; i++) {
    if (at(lines[i] as Fields) < at(lines[i - 1] as Fields)) return lines.toSorted((a, b) => compare(at(a), at(b)));
  }
  return lines;
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

interface Reading {
  readonly prefix: string;
  /** Names of the fields to read; all if undefined. */
  readonly wanted: ReadonlySet<string> | undefined;
  readonly notes: Note[];
  readonly member: (source: Record<string, unknown>, name: string) => unknown;
}

function readFields(fields: readonly Field[], source: Record<string, unknown>, { prefix, wanted, notes, member }: Reading): Fields {
  return fields.map(({ name, type }) => {
    if (wanted !== undefined && !wanted.has(name)) return undefined;
    const value = readValue(type, member(source, name));
    if (value !== null) return value;
    notes.push({ code: 'field.wrong-type', at: prefix + name });
    return undefined;
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function own(source: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(source, name) ? source[name] : undefined;
}
