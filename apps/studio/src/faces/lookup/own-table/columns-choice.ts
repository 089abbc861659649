// Which columns of a table are likely the texts and the answers. Only a proposal: people see it and change it.
import { keyOf } from '@tierflow/nodes';

export interface TwoColumns {
  readonly text: string;
  readonly answer: string;
}

interface Rows {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[] }[];
}

const SAMPLED = 2_000;

/** The column that knows most of the values that people have, and the column beside it; undefined for fewer than two columns. */
export function likelyColumns({ columns, rows }: Rows, values: readonly string[]): TwoColumns | undefined {
  const [first, second] = columns;
  if (first === undefined || second === undefined) return undefined;
  const wanted = new Set(values.map(keyOf));
  const found = columns.map((_, at) => {
    const texts = new Set(rows.slice(0, SAMPLED).map(({ cells }) => keyOf(cells[at] ?? '')));
    return [...texts].filter((text) => wanted.has(text)).length;
  });
  const best = found.indexOf(Math.max(...found));
  return { text: columns[best] ?? first, answer: columns[best + 1] ?? first };
}
