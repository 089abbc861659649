// Synthetic records made from a definition's own constants: values at and around cut points, never a customer's.
import { type Definition, type Field, formatDay, type Json, parseDay, placeMember } from '@tierflow/definition';
import type { Constants } from './probes.ts';

export type SyntheticRecord = { readonly [name: string]: Json };

/** Numbers in [0,1), the same every time (mulberry32, T. Ettinger). */
export function sameRandom(): () => number {
  let state = 0x7f4a7c15;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Making {
  readonly definition: Definition;
  readonly constants: Constants;
  readonly asOf: string;
  readonly random: () => number;
}

const MAX_LINES = 40;

function pick<T>(from: readonly T[], random: () => number): T | undefined {
  return from[Math.floor(random() * from.length)];
}

/** A value at a constant, or right beside it. */
function numberNear({ constants, random }: Making): number {
  const at = pick(constants.numbers, random) ?? 1;
  const roll = random();
  if (roll < 0.6) return at;
  const step = Number.isInteger(at) ? 1 : 0.01;
  return Number((roll < 0.8 ? at + step : at - step).toFixed(6));
}

function dayNear(making: Making): string {
  const { constants, asOf, random } = making;
  const roll = random();
  const today = parseDay(asOf) ?? 0;
  if (roll < 0.1) return asOf;
  if (roll < 0.13) return formatDay(today + 1);
  if (roll < 0.25 && constants.days.length > 0) return pick(constants.days, random) ?? asOf;
  const back = Math.abs(Math.trunc(numberNear(making)));
  return formatDay(today - (back <= 36_500 ? back : Math.floor(random() * 400)));
}

/** One value of a type; `serial` tells lines of one record apart. */
function valueFor(field: Field, owner: string, serial: number, making: Making): Json {
  const { constants, random } = making;
  if (random() < 0.04) return null;
  switch (field.type) {
    case 'boolean':
      return random() < 0.5;
    case 'number':
      return random() < 0.4 ? 1 : random() < 0.1 ? 0 : numberNear(making);
    case 'date':
      return dayNear(making);
    case 'datetime':
      return `${dayNear(making)}T12:00:00Z`;
    case 'string': {
      const own = constants.textsOf.get(`${owner}${field.name}`) ?? [];
      if (own.length > 0 && random() < 0.75) return pick(own, random) ?? null;
      return random() < 0.1 ? (pick(constants.texts, random) ?? 'v') : `v${serial}`;
    }
  }
}

function linesOf(collection: Definition['input']['collections'][number], making: Making): Json {
  const { constants, random } = making;
  const few = constants.numbers.filter((n) => Number.isInteger(n) && n > 1 && n < MAX_LINES);
  const roll = random();
  const count =
    roll < 0.08 ? 0 : roll < 0.5 ? 1 : roll < 0.7 ? 1 + Math.floor(random() * 4) : (pick(few, random) ?? 2) + (random() < 0.5 ? 0 : 1);
  const line = (serial: number): { [name: string]: Json } =>
    Object.fromEntries(collection.fields.map((field) => [field.name, valueFor(field, `${collection.name}.`, serial, making)]));
  const first = line(1);
  // Mostly lines that are alike but for their texts of their own: so counts move while sums stay simple.
  const alike = random() < 0.6;
  return Array.from({ length: count }, (_, at) => {
    if (at === 0) return first;
    if (!alike) return line(at + 1);
    return Object.fromEntries(
      collection.fields.map((field) => [field.name, first[field.name] === 'v1' ? `v${at + 1}` : (first[field.name] ?? null)]),
    );
  });
}

/** A new record. */
export function freshRecord(making: Making): SyntheticRecord {
  const { fields, collections } = making.definition.input;
  const record: { [name: string]: Json } = {};
  for (const field of fields) placeMember(record, field.name, valueFor(field, '', 1, making));
  for (const collection of collections) placeMember(record, collection.name, linesOf(collection, making));
  return record;
}

/** A record with one part made anew. */
export function changedRecord(record: SyntheticRecord, making: Making): SyntheticRecord {
  const { fields, collections } = making.definition.input;
  const part = pick([...fields, ...collections], making.random);
  if (part === undefined) return record;
  if ('type' in part) {
    const changed = { ...record };
    placeMember(changed, part.name, valueFor(part, '', 1, making));
    return changed;
  }
  const lines = record[part.name];
  if (!Array.isArray(lines) || lines.length === 0 || making.random() < 0.4) return { ...record, [part.name]: linesOf(part, making) };
  const at = Math.floor(making.random() * lines.length);
  const field = pick(part.fields, making.random);
  if (field === undefined) return record;
  const value = valueFor(field, `${part.name}.`, at + 1, making);
  return { ...record, [part.name]: lines.map((line: SyntheticRecord, index) => (index === at ? { ...line, [field.name]: value } : line)) };
}
