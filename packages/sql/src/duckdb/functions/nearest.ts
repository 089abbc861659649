// Nearest centroids: every distance once, then comparisons. The same additions in the same order as the evaluator's.
import { type Call, numbersOf } from '../context.ts';
import { type Fragment, joined, number, sql } from '../fragment.ts';
import { bound, type Implementation, whereThere } from './implementation.ts';

const NULL = sql`CAST(NULL AS DOUBLE)`;

interface Found {
  /** Squared distance to each centroid, NULL where an argument is. */
  readonly distances: readonly Fragment[];
  readonly least: Fragment;
  /** Number of the nearest centroid. */
  readonly number: Fragment;
}

function found(call: Call, x: readonly Fragment[]): Found | undefined {
  const centroids = numbersOf(call, 0);
  const k = Math.floor(centroids.length / x.length);
  if (k === 0) return undefined;
  const distances = Array.from({ length: k }, (_, c) => {
    const differences = x.map((value, f) => call.bind(sql`(${value} - ${number(centroids[c * x.length + f] as number)})`));
    const squares = differences.map((difference) => sql`${difference} * ${difference}`);
    return call.bind(squares.reduce((sum, square) => sql`(${sum} + ${square})`));
  });
  const least = call.bind(sql`least(${joined(distances, ', ')})`);
  const cases = distances.map((distance, c) => sql`WHEN ${distance} = ${least} THEN ${number(c + 1)}`);
  return { distances, least, number: sql`CASE ${joined(cases, ' ')} END` };
}

/** The list stands in the call, so its SQL is not used. */
export const nearest: Implementation = bound((call, _, ...x) => found(call, x)?.number ?? NULL);

export const nearestMargin: Implementation = bound((call, _, ...x) => {
  const own = found(call, x);
  if (own === undefined) return NULL;
  const { distances, least } = own;
  if (distances.length === 1) return whereThere(x, sql`CASE WHEN isfinite(${least}) THEN 1e0 ELSE 0e0 END`);
  const at = call.bind(own.number);
  const others = distances.map((distance, c) => sql`CASE WHEN ${at} <> ${number(c + 1)} THEN ${distance} END`);
  const second = call.bind(sql`least(${joined(others, ', ')})`);
  const margin = sql`CASE WHEN ${second} = 0e0 OR NOT isfinite(${least}) THEN 0e0 ELSE 1e0 - sqrt(${least} / ${second}) END`;
  return whereThere(x, margin);
});
