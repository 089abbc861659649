// The different pairs of two columns, for a table that is made from a data set.
import type { ColumnData, Table } from '@tierflow/evaluator';
import { cellAt } from './cell.ts';
import { Refused } from './refused.ts';

/** Of the lines where the table has a single collection, else of the customers. A missing value is the empty text. */
export function pairsOf(
  table: Table,
  keyName: string,
  columns: readonly [string, string],
  limit: number,
): readonly (readonly [string, string])[] {
  const [only] = Object.values(table.collections);
  const fields = only === undefined ? { ...table.fields, [keyName]: table.key } : only.fields;
  const [first, second] = columns.map((name) => {
    const column = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (column === undefined) throw new Refused('column.unknown', { column: name });
    return column;
  }) as [ColumnData, ColumnData];
  const seen = new Map<string, Set<string>>();
  const pairs: (readonly [string, string])[] = [];
  const rows = only === undefined ? table.rows : only.lines;
  for (let row = 0; row < rows; row++) {
    const [text, beside] = [textAt(first, row), textAt(second, row)];
    if (text === '') continue;
    const known = seen.get(text);
    if (known?.has(beside) === true) continue;
    if (pairs.length >= limit) throw new Refused('table.rows', { limit });
    pairs.push([text, beside]);
    if (known === undefined) seen.set(text, new Set([beside]));
    else known.add(beside);
  }
  return pairs;
}

function textAt(column: ColumnData, row: number): string {
  return String(cellAt(column, row) ?? '');
}
