// Who is served, pair by pair of person and offer: the best score first, of equal ones the smaller draw, then the earlier offer. The
// first pair that does not fit closes its offer. What is kept of it is a line for each offer, exclusive: whoever stands above it.
import { allowed, type Limits } from './offers.ts';
import { sortRising } from './sort-rising.ts';

/** The pair that closed an offer: only better ones are served. */
export interface Line {
  readonly score: number;
  readonly draw: number;
}

/** No pair closed the offer. */
export const openLine: Line = { score: -Number.MAX_VALUE, draw: 1 };
/** Nobody is served, however good. */
const shutLine: Line = { score: Number.MAX_VALUE, draw: 0 };

export interface Candidates {
  /** Per person. */
  readonly draws: Float64Array;
  /** Per offer and person: the score, NaN where not eligible, and what serving costs. */
  readonly scores: readonly Float64Array[];
  readonly costs: readonly Float64Array[];
}

/** Equal scores with equal draws, of different people, are served together or not at all, so that a line can tell them apart from others. */
export function linesOf({ draws, scores, costs }: Candidates, rows: Uint32Array, limits: Limits): readonly Line[] {
  const lines: (Line | undefined)[] = limits.offers.map(({ capacity }) => (capacity === 0 ? shutLine : undefined));
  const left = { offers: limits.offers.map(({ capacity, budget }) => stock(capacity, budget)), common: stock(undefined, limits.budget) };
  const { pairs, order } = sortedPairs({ draws, scores, costs }, rows);
  const served = new Uint8Array(draws.length);
  const scoreAt = (at: number): number => pairs.scores[order[at] as number] as number;
  const drawAt = (at: number): number => draws[pairs.rows[order[at] as number] as number] as number;
  for (let start = 0, end = 0; start < order.length; start = end) {
    const [score, draw] = [scoreAt(start), drawAt(start)];
    do end++;
    while (end < order.length && scoreAt(end) === score && drawAt(end) === draw);
    // One pair, but for people with equal offers or equal draws.
    const group = order.subarray(start, end);
    const offers = end - start === 1 ? [pairs.offers[group[0] as number] as number] : offersIn(group, pairs.offers);
    for (const offer of offers) {
      if (lines[offer] !== undefined) continue;
      const asking: number[] = [];
      for (const pair of group) {
        const row = pairs.rows[pair] as number;
        if (pairs.offers[pair] === offer && served[row] === 0) asking.push(row);
      }
      if (asking.length === 0) continue;
      const money = asking.map((row) => costs[offer]?.[row] as number).toSorted((a, b) => a - b);
      const spent = money.reduce((sum, cost) => sum + cost, 0);
      const stocks = [left.offers[offer] as Stock, left.common];
      if (stocks.some((each) => each.people + asking.length > each.capacity || each.spent + spent > each.budget)) {
        lines[offer] = { score, draw };
        continue;
      }
      for (const each of stocks) {
        each.people += asking.length;
        each.spent += spent;
      }
      for (const row of asking) served[row] = 1;
    }
  }
  return lines.map((line) => line ?? openLine);
}

interface Stock {
  readonly capacity: number;
  readonly budget: number;
  people: number;
  spent: number;
}

function stock(capacity = Number.POSITIVE_INFINITY, budget = Number.POSITIVE_INFINITY): Stock {
  return { capacity, budget: allowed(budget), people: 0, spent: 0 };
}

function offersIn(group: Uint32Array, offers: Uint8Array): readonly number[] {
  return [...new Set(Array.from(group, (pair) => offers[pair] as number))].sort((a, b) => a - b);
}

interface Pairs {
  readonly rows: Uint32Array;
  readonly offers: Uint8Array;
  readonly scores: Float64Array;
}

/** All pairs of eligible people and offers, and the order they are served in. */
function sortedPairs({ draws, scores }: Candidates, rows: Uint32Array): { readonly pairs: Pairs; readonly order: Uint32Array } {
  const most = rows.length * scores.length;
  const pairs = { rows: new Uint32Array(most), offers: new Uint8Array(most), scores: new Float64Array(most) };
  const people = sortRising(Float64Array.from(rows, (row) => draws[row] as number));
  let n = 0;
  for (const person of people) {
    const row = rows[person] as number;
    for (let offer = 0; offer < scores.length; offer++) {
      const score = scores[offer]?.[row] as number;
      if (Number.isNaN(score)) continue;
      pairs.rows[n] = row;
      pairs.offers[n] = offer;
      // Falling scores; a zero has no sign.
      pairs.scores[n++] = score + 0;
    }
  }
  const falling = pairs.scores.subarray(0, n).map((score) => 0 - score);
  return { pairs, order: sortRising(falling) };
}
