// Rows of customers as a flat table: one head per column, each head once.
import type { ValueType } from '@tierflow/definition';
import type { Cell, CustomerRow, RowShape } from './customer-rows.ts';

export interface FlatColumn {
  readonly head: string;
  readonly type: ValueType | 'list';
  readonly cell: (row: CustomerRow) => Cell | readonly string[];
}

/** The score of the tiers is not repeated under its own name; a name that is taken gives way to the column's id. */
export function flatColumns(shape: RowShape): readonly FlatColumn[] {
  const fixed: readonly FlatColumn[] = [
    { head: 'key', type: 'string', cell: (row) => row.key },
    { head: 'tier', type: 'string', cell: (row) => row.tier },
    ...(shape.since ? [{ head: 'since', type: 'date', cell: (row) => row.since ?? null } as const satisfies FlatColumn] : []),
    { head: 'score', type: 'number', cell: (row) => row.score },
  ];
  const lists: readonly FlatColumn[] = [
    { head: 'segments', type: 'list', cell: (row) => row.segments },
    { head: 'playbooks', type: 'list', cell: (row) => row.playbooks },
  ];
  const taken = new Set([...fixed, ...lists].map(({ head }) => head));
  const named = (columns: RowShape['columns'], group: 'scores' | 'labels' | 'columns'): readonly FlatColumn[] =>
    columns
      .filter(({ name, column }) => column !== shape.score || name !== 'score')
      .map(({ name, column, type }) => {
        const head = taken.has(name) ? column : name;
        taken.add(head);
        return { head, type, cell: (row) => row[group][name] ?? null };
      });
  return [...fixed, ...named(shape.scores, 'scores'), ...named(shape.labels, 'labels'), ...lists, ...named(shape.columns, 'columns')];
}
