// Records of a fixed schema with missing values, Unicode, edge numbers and empty collections.
import { formatDay, formatInstant, type Input, type Json, parseDay, placeMember, previousFields } from '@tierflow/definition';
import type { Random } from './random.ts';

export const randomInput: Input = {
  key: 'id',
  fields: [
    { name: 'id', type: 'string' },
    { name: 'n1', type: 'number' },
    { name: 'n2', type: 'number' },
    { name: 's1', type: 'string' },
    { name: 's2', type: 'string' },
    { name: 'b1', type: 'boolean' },
    { name: 'd1', type: 'date' },
    { name: 't1', type: 'datetime' },
  ],
  collections: [
    {
      name: 'orders',
      time: 'at',
      fields: [
        { name: 'at', type: 'datetime' },
        { name: 'day', type: 'date' },
        { name: 'amount', type: 'number' },
        { name: 'qty', type: 'number' },
        { name: 'sku', type: 'string' },
        { name: 'ok', type: 'boolean' },
      ],
    },
  ],
};

export const randomAsOf = '2026-03-01';
const texts = ['', 'a', 'b', 'B', '北京', '上海', 'ß', '😀x', '～', 'ab cd ', '12', '-3.5', '2024-02-29', 'long text with  blanks'];
const numbers = [0, 1, 2, 3, 5, -1, 0.1, 0.5, 1.5, 2.5, 1e-7, 2 ** 53, -(2 ** 53), 100, 1000];
const today = parseDay(randomAsOf) ?? 0;

function value(type: string, random: Random): Json {
  if (random.chance(0.2)) return null;
  switch (type) {
    case 'number':
      return random.chance(0.6) ? random.pick(numbers) : Math.round(random.next() * 20_000) / 100;
    case 'string':
      return random.pick(texts);
    case 'boolean':
      return random.chance(0.5);
    case 'date':
      return formatDay(today - random.integer(800) + 20);
    default:
      return formatInstant((today - random.integer(800) + 20) * 86_400_000 + random.integer(86_400) * 1000);
  }
}

function previousPart(type: 'string' | 'date', random: Random): Json {
  if (random.chance(0.1)) return null;
  return type === 'string' ? random.pick(['high', 'mid', 'low', 'gone']) : formatDay(today - random.integer(120) + 5);
}

/** A record of `randomInput`; nulls stand for missing, some members are left out. */
export function randomRecord(id: number, random: Random): { readonly [name: string]: Json } {
  const members = (fields: Input['fields']): { [name: string]: Json } =>
    Object.fromEntries(
      fields.map((field) => [field.name, value(field.type, random)] as const).filter(([, json]) => json !== null || random.chance(0.5)),
    );
  const record = members(randomInput.fields);
  record.id = `c${id}`;
  const collection = randomInput.collections[0];
  if (collection !== undefined && !random.chance(0.15)) {
    record.orders = Array.from({ length: random.integer(6) }, () => members(collection.fields));
  }
  if (random.chance(0.7)) for (const { name, type } of Object.values(previousFields)) placeMember(record, name, previousPart(type, random));
  return record;
}
