// People by the tier that the score says and the tier they hold, as rows of a table: tiers best first, then nobody's.
import type { Grid } from '@tierflow/api';

export interface Moves {
  /** Tier ids, best first; null for no tier. The same for rows and columns. */
  readonly places: readonly (string | null)[];
  /** People by row, the tier of the score, and column, the tier held. */
  readonly counts: readonly (readonly number[])[];
  readonly people: number;
  /** Those whose tier is another than the score says. */
  readonly held: number;
}

export function movesOf(grid: Grid, tiers: readonly string[]): Moves {
  const places = [...tiers, null];
  const counts = places.map((row) => places.map((column) => grid.counts[grid.rows.indexOf(row)]?.[grid.columns.indexOf(column)] ?? 0));
  const sum = (all: readonly number[]): number => all.reduce((total, n) => total + n, 0);
  const people = sum(counts.map(sum));
  return { places, counts, people, held: people - sum(counts.map((row, at) => row[at] ?? 0)) };
}
