// The options of an import as stored: the query with its defaults, so that equal requests are equal.
import type { ImportQuery } from '@tierflow/api';
import type { ValueType } from '@tierflow/definition';
import { Refusal } from '../http/refusal.ts';
import type { ImportOptions } from '../store/import-table.ts';

const TYPES = ['boolean', 'number', 'string', 'date', 'datetime'];

/** Without a kind, a file that was told its customer or time column holds lines of customers. */
export function importOptions(query: ImportQuery, timeZone: string): ImportOptions {
  const { kind, key, customer, time, format, encoding, delimiter, header, tolerance } = query;
  return {
    kind: kind ?? (customer !== undefined || time !== undefined ? 'collection' : 'customers'),
    ...(key === undefined ? {} : { key }),
    ...(customer === undefined ? {} : { customer }),
    ...(time === undefined ? {} : { time }),
    ...(format === undefined ? {} : { format }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(header === undefined ? {} : { header: header === 'true' }),
    ...(tolerance === undefined ? {} : { tolerance }),
    ...(query.types === undefined ? {} : { types: typesOf(query.types) }),
    timeZone: query.timeZone ?? timeZone,
  };
}

function typesOf(text: string): { readonly [column: string]: ValueType } {
  try {
    const types: unknown = JSON.parse(text);
    if (
      typeof types === 'object' &&
      types !== null &&
      !Array.isArray(types) &&
      Object.values(types).every((type) => TYPES.includes(type))
    ) {
      return types as { readonly [column: string]: ValueType };
    }
  } catch {
    // What cannot be parsed is refused below, like what has another form.
  }
  throw new Refusal('import.types', { faults: [{ code: 'value.shape', pointer: '/query/types' }] });
}
