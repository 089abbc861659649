// Example data as rows: what the worlds make, and the two shapes it is used in, CSV files and records.
import type { Json, ValueType } from '@tierflow/definition';

/** A value of a row; undefined is missing. */
export type Cell = string | number | boolean | undefined;

/** One made-up data set. */
export interface ExampleSet {
  readonly name: string;
  readonly key?: string;
  readonly customer?: string;
  readonly time?: string;
  readonly columns: readonly { readonly name: string; readonly type: ValueType }[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The rows as a CSV file with a header. */
export function csvOf({ columns, rows }: ExampleSet): string {
  return [columns.map(({ name }) => name), ...rows].map((row) => `${row.map(written).join(',')}\n`).join('');
}

function written(cell: Cell): string {
  if (cell === undefined) return '';
  const text = String(cell);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

type JsonRecord = { readonly [name: string]: Json };

/** One record per customer, with their lines inside: the shape that decide takes. */
export function recordsOf(sets: readonly ExampleSet[]): readonly JsonRecord[] {
  const customers = sets.find(({ customer }) => customer === undefined);
  if (customers === undefined) return [];
  const collections = sets.filter(({ customer }) => customer !== undefined).map((set) => [set.name, linesByCustomer(set)] as const);
  return customers.rows.map((row) => {
    const record = recordOf(customers, row);
    const key = String(record[customers.key ?? '']);
    return { ...record, ...Object.fromEntries(collections.map(([name, lines]) => [name, [...(lines.get(key) ?? [])]])) };
  });
}

function linesByCustomer(set: ExampleSet): ReadonlyMap<string, readonly JsonRecord[]> {
  const found = new Map<string, JsonRecord[]>();
  for (const row of set.rows) {
    const { [set.customer ?? '']: customer, ...line } = recordOf(set, row);
    const own = found.get(String(customer)) ?? [];
    found.set(String(customer), own);
    own.push(line);
  }
  return found;
}

function recordOf({ columns }: ExampleSet, row: readonly Cell[]): JsonRecord {
  return Object.fromEntries(
    columns.flatMap(({ name }, at) => {
      const cell = row[at];
      return cell === undefined ? [] : [[name, cell]];
    }),
  );
}
