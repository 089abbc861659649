// One more line of a collection as a customer usually has them: the median of their numbers, the most frequent of their texts,
// and where they have none yet, the population's. Dated the as-of day.
import { type Collection, type Field, formatDay, formatInstant, type Json, parseDay, parseInstant } from '@tierflow/definition';
import type { CollectionReads } from '../reads.ts';
import { readValue } from '../row.ts';
import type { Distinct } from './levers.ts';

/** What is known of a field in the population. Numbers: bounds, decimals, median; others: the most frequent value. */
export interface KnownField {
  readonly min?: number;
  readonly max?: number;
  readonly decimals?: number;
  readonly usual?: Json;
}

export interface KnownLines {
  readonly field: (name: string) => KnownField | undefined;
  /** Lines of the customer who has the most. */
  readonly most?: number;
}

type Line = { readonly [name: string]: Json };

/** The usual line of a customer, and whose it is: their own, the population's where they have no lines, or nobody's. */
export interface UsualLine {
  readonly values: Line;
  readonly of: 'own' | 'population' | 'none';
}

export interface LineMaking {
  readonly collection: Collection;
  readonly reads: CollectionReads;
  readonly distinct: Distinct | undefined;
  readonly known: KnownLines | undefined;
  readonly asOf: number;
  readonly civilDay: (ms: number) => number;
}

/** Lines of a record that the as-of day sees. */
function seenLines(lines: readonly Line[], { collection, asOf, civilDay }: LineMaking): readonly Line[] {
  const time = collection.fields.find(({ name }) => name === collection.time);
  if (time === undefined) return lines;
  return lines.filter((line) => {
    const day = dayOf(line[time.name], time, civilDay);
    return day !== undefined && day <= asOf;
  });
}

function dayOf(json: Json | undefined, { type }: Field, civilDay: (ms: number) => number): number | undefined {
  if (typeof json !== 'string') return undefined;
  if (type === 'date') return parseDay(json);
  const ms = parseInstant(json);
  return ms === undefined ? undefined : civilDay(ms);
}

/** @param lines the customer's own lines, in the order of the record. */
export function usualLine(lines: readonly Line[], making: LineMaking): UsualLine {
  const { collection, reads, known, asOf } = making;
  const own = seenLines(lines, making);
  const line: { [name: string]: Json } = {};
  let of: UsualLine['of'] = own.length > 0 ? 'own' : 'none';
  for (const field of collection.fields) {
    if (!reads.fields.has(field.name) && field.name !== collection.time) continue;
    if (field.type === 'date') line[field.name] = formatDay(asOf);
    else if (field.type === 'datetime') line[field.name] = instantOn(asOf, field, lines, making);
    else {
      const found = usualValue(own, field);
      const other = known?.field(field.name)?.usual;
      if (found === undefined && other !== undefined && other !== null && of === 'none') of = 'population';
      const value = found ?? other ?? null;
      if (value !== null) line[field.name] = value;
    }
  }
  return { values: line, of };
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Noon in UTC where that is on the day, or its midnight; not before a line of the same day that is there. */
function instantOn(day: number, { name }: Field, lines: readonly Line[], { civilDay }: LineMaking): string {
  const noon = day * DAY + 12 * HOUR;
  let instant = civilDay(noon) === day ? noon : day * DAY;
  for (const line of lines) {
    const ms = typeof line[name] === 'string' ? parseInstant(line[name]) : undefined;
    if (ms !== undefined && ms > instant && civilDay(ms) === day) instant = ms;
  }
  return formatInstant(instant);
}

function usualValue(lines: readonly Line[], { name, type }: Field): Json | undefined {
  const values = lines.map((line) => line[name]).filter((value) => value !== undefined && readValue(type, value) != null);
  if (values.length === 0) return undefined;
  if (type === 'number') return (values as number[]).toSorted((a, b) => a - b)[(values.length - 1) >> 1];
  const counts = new Map<Json, number>();
  for (const value of values as Json[]) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return values.findLast((value) => counts.get(value as Json) === most);
}

/** New lines one after the other, for a customer whose usual line is known. */
export function newLines(usual: Line, { collection, distinct, known, asOf, civilDay }: LineMaking): (serial: number) => Line {
  if (distinct === undefined) return () => usual;
  const fresh = collection.fields.filter(({ name }) => distinct.fields.has(name));
  const time = distinct.days ? collection.fields.find(({ name }) => name === collection.time) : undefined;
  return (serial) => {
    const line: { [name: string]: Json } = { ...usual };
    for (const { name, type } of fresh) {
      if (type === 'string') line[name] = `new ${serial}`;
      if (type === 'number') line[name] = (known?.field(name)?.max ?? Number(usual[name] ?? 0)) + serial;
    }
    const back = asOf - serial + 1;
    if (time !== undefined && serial > 1) line[time.name] = time.type === 'date' ? formatDay(back) : middayOf(back, civilDay);
    return line;
  };
}

function middayOf(day: number, civilDay: (ms: number) => number): string {
  const noon = day * DAY + 12 * HOUR;
  return formatInstant(civilDay(noon) === day ? noon : day * DAY);
}
