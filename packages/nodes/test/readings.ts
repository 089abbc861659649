// Every evaluator's values of every column for some rows, in one shape: JSON values by column id.
import type { Definition } from '@tierflow/definition';
import { type ColumnData, decider, jsonValue, MISSING_DAY, sweep, tableOf, type Value } from '@tierflow/evaluator';

/** Values by column id, one per row; null is missing. */
export type Reading = { readonly [column: string]: readonly unknown[] };

export const evaluators: { readonly [name: string]: (definition: Definition, rows: readonly unknown[], asOf: string) => Promise<Reading> } =
  {
    closures: (definition, rows, asOf) => oneByOne(definition, rows, asOf, 'closures'),
    generated: (definition, rows, asOf) => oneByOne(definition, rows, asOf, 'generated'),
    sweep: async (definition, rows, asOf) => {
      const table = tableOf(definition.input, rows, definition.timeZone);
      const ids = definition.columns.map((column) => column.id);
      const { columns } = await sweep(definition, table, { asOf, columns: ids });
      return Object.fromEntries(
        definition.columns.map((column) => {
          const data = columns[column.id] as ColumnData;
          return [column.id, rows.map((_, at) => jsonValue(column.type, valueAt(data, at)))];
        }),
      );
    },
  };

async function oneByOne(definition: Definition, rows: readonly unknown[], asOf: string, mode: 'closures' | 'generated'): Promise<Reading> {
  const { values } = decider(definition, { mode });
  const read = rows.map((row) => values(row, asOf).values);
  return Object.fromEntries(definition.columns.map((column) => [column.id, read.map((row) => jsonValue(column.type, row.get(column.id)))]));
}

function valueAt(data: ColumnData, at: number): Value {
  if (data.type === 'string') return data.codes[at] === 0 ? undefined : data.dictionary[data.codes[at] as number];
  const value = data.values[at] as number;
  if (data.type === 'boolean') return value === 2 ? undefined : value === 1;
  if (data.type === 'date') return value === MISSING_DAY ? undefined : value;
  return Number.isNaN(value) ? undefined : value;
}
