// Holds the evaluators together: one definition and records in, every difference between them out.

import { isDeepStrictEqual } from 'node:util';
import type { Definition } from '@tierflow/definition';
import {
  type ColumnData,
  decider,
  MISSING_DAY,
  type SweepResult,
  sweep,
  sweepCache,
  type Table,
  tableOf,
  type Value,
} from '@tierflow/evaluator';

export interface Difference {
  readonly row: number;
  readonly column: string;
  readonly values: { readonly closures: unknown; readonly generated: unknown; readonly sweep: unknown };
}

function element(data: ColumnData, row: number, mask: boolean): Value {
  if (data.type === 'string') return data.codes[row] === 0 ? undefined : data.dictionary[data.codes[row] as number];
  const value = data.values[row] as number;
  if (data.type === 'boolean') return mask ? value === 1 : value === 2 ? undefined : value === 1;
  if (data.type === 'date') return value === MISSING_DAY ? undefined : value;
  return Number.isNaN(value) ? undefined : value;
}

/** What an evaluator with a fault would read instead: proves that a fault in any one of them is seen. */
export type Planted = { readonly [evaluator in EvaluatorName]?: Definition };

export type EvaluatorName = 'closures' | 'generated' | 'sweep';

/** Differences of any column of any record between closures, generated code for one record, and the sweep; errors by code and count too. */
export async function disagreements(
  definition: Definition,
  records: readonly unknown[],
  asOf: string,
  planted: Planted = {},
): Promise<readonly Difference[]> {
  const closures = decider(planted.closures ?? definition, { mode: 'closures' });
  const generated = decider(planted.generated ?? definition);
  const table = tableOf(definition.input, records, definition.timeZone);
  const ids = definition.columns.map((column) => column.id);
  const swept = await sweep(planted.sweep ?? definition, table, { asOf, columns: ids, cells: false });
  const found: Difference[] = await ofStages(definition, table, asOf, swept);
  const cache = sweepCache();
  for (const round of ['by cells', 'by cells remembered']) {
    const counted = await sweep(definition, table, { asOf, cache });
    for (const [mask, n] of Object.entries(swept.counts)) {
      if (counted.counts[mask] !== n)
        found.push({ row: -1, column: `${mask} ${round}`, values: { closures: '', generated: n, sweep: counted.counts[mask] } });
    }
  }
  const errors = new Map<string, number>();
  records.forEach((record, row) => {
    const a = closures.values(record, asOf);
    const b = generated.values(record, asOf);
    const codes = (notes: typeof a.notes): string =>
      notes
        .map((note) => `${note.code} ${note.at}`)
        .sort()
        .join('; ');
    if (codes(a.notes) !== codes(b.notes))
      found.push({ row, column: 'notes', values: { closures: codes(a.notes), generated: codes(b.notes), sweep: '' } });
    for (const note of a.notes) errors.set(note.at, (errors.get(note.at) ?? 0) + 1);
    for (const column of definition.columns) {
      const x = a.values.get(column.id);
      const y = b.values.get(column.id);
      const z = element(swept.columns[column.id] as ColumnData, row, column.mask === true);
      if (!same(x, y) || !same(x, z)) found.push({ row, column: column.id, values: { closures: x, generated: y, sweep: z } });
    }
  });
  for (const id of ids) {
    if ((errors.get(id) ?? 0) !== (swept.errors[id] ?? 0)) {
      found.push({ row: -1, column: id, values: { closures: errors.get(id), generated: errors.get(id), sweep: swept.errors[id] } });
    }
  }
  return found;
}

/** What changes where a program is cut into many small functions: nothing should. */
async function ofStages(definition: Definition, table: Table, asOf: string, whole: SweepResult): Promise<Difference[]> {
  const ids = definition.columns.map((column) => column.id);
  const cut = await sweep(definition, table, { asOf, columns: ids, cells: false, weight: 8 });
  const differ = (column: string, one: unknown, other: unknown): Difference[] =>
    isDeepStrictEqual(one, other)
      ? []
      : [{ row: -1, column: `${column} in stages`, values: { closures: '', generated: one, sweep: other } }];
  return [
    ...differ('counts', whole.counts, cut.counts),
    ...differ('errors', whole.errors, cut.errors),
    ...ids.flatMap((id) => differ(id, whole.columns[id], cut.columns[id])),
  ];
}

/** Equal, with 0 and −0 the same. */
function same(a: Value, b: Value): boolean {
  return a === b || (a !== a && b !== b);
}
