// Finds which columns name the customer, the time and the line's key: as asked, else by their names, else by their shape.
import type { DatasetRole } from '../import-request.ts';
import { Refusal } from '../outcome.ts';
import { customerColumn, keyColumn, timeColumn } from '../values/names.ts';
import type { SourceColumn } from './record-source.ts';

/** The columns by role, before anything is read. The time of a collection is confirmed when the types are known. */
export interface FoundRoles {
  readonly kind: 'customers' | 'collection';
  /** Holds the customers' keys. */
  readonly person: string;
  /** A collection's own key. */
  readonly key: string | null;
}

const listed = (columns: readonly SourceColumn[]): string =>
  columns
    .map((column) => column.name)
    .join(', ')
    .slice(0, 500);

function asked(columns: readonly SourceColumn[], name: string): string {
  if (columns.some((column) => column.name === name)) return name;
  throw new Refusal('column.unknown', { column: name, columns: listed(columns) });
}

/** A column in which every value of the sample is there and different, texts and whole numbers only. */
function uniqueColumn(columns: readonly SourceColumn[]): string | undefined {
  return columns.find((column) => column.unique && (column.guess.kind === 'text' || column.sample.every((value) => /^\d+$/.test(value))))
    ?.name;
}

export function findRoles(columns: readonly SourceColumn[], dataset: DatasetRole): FoundRoles {
  const names = columns.map((column) => column.name);
  if (dataset.kind === 'customers') {
    const person = dataset.key === undefined ? (keyColumn(names) ?? uniqueColumn(columns)) : asked(columns, dataset.key);
    if (person === undefined) throw new Refusal('key.notFound', { columns: listed(columns) });
    return { kind: 'customers', person, key: person };
  }
  const person = dataset.customer === undefined ? customerColumn(names) : asked(columns, dataset.customer);
  if (person === undefined) throw new Refusal('customer.notFound', { columns: listed(columns) });
  if (dataset.time !== undefined) asked(columns, dataset.time);
  return { kind: 'collection', person, key: dataset.key === undefined ? null : asked(columns, dataset.key) };
}

/** The time column of a collection out of its typed columns; null where there is none and none was asked for. */
export function findTime(columns: readonly { readonly name: string; readonly type: string }[], wanted: string | undefined): string | null {
  const moments = columns.filter((column) => column.type === 'date' || column.type === 'datetime').map((column) => column.name);
  if (wanted === undefined) return timeColumn(moments) ?? null;
  if (moments.includes(wanted)) return wanted;
  throw new Refusal('time.notATime', { column: wanted, type: columns.find((column) => column.name === wanted)?.type ?? '' });
}
