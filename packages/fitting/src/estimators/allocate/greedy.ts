// Who is served, pair by pair of person and offer: the best score first, of equal ones the smaller draw, then the earlier offer. The
// first pair that does not fit closes its offer. What is kept of it is a line for each offer, exclusive: whoever stands above it.
import type { Work } from '../work.ts';
import { allowed, type Limits } from './offers.ts';
import { sortRising } from './sort-rising.ts';

/** The pair that closed an offer: only better ones are served. */
export interface Line {
  readonly score: number;
  readonly draw: number;
}

/** No pair closed the offer. */
const openLine: Line = { score: -Number.MAX_VALUE, draw: 1 };
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
export async function linesOf(candidates: Candidates, rows: Uint32Array, limits: Limits, { rows: turn }: Work): Promise<readonly Line[]> {
  const lines: (Line | undefined)[] = limits.offers.map(({ capacity }) => (capacity === 0 ? shutLine : undefined));
  const pairs = sortedPairs(candidates, rows);
  await turn(pairs.rows.length);
  const served = new Uint8Array(candidates.draws.length);
  const stocks = [...limits.offers.map(({ capacity, budget }) => stock(capacity, budget)), stock(undefined, limits.budget)];
  const common = stocks.at(-1) as Stock;
  /** Whoever asks for the offer between two places gets it, or nobody: then it does not fit. */
  const fits = (offer: number, start: number, end: number): boolean => {
    let people = 0;
    let money = 0;
    for (let place = start; place < end; place++) {
      const row = pairs.rows[place] as number;
      if (pairs.offers[place] !== offer || served[row] === 1) continue;
      people++;
      money += candidates.costs[offer]?.[row] as number;
    }
    if (people === 0) return true;
    const own = stocks[offer] as Stock;
    if (people > own.people || money > own.money || money > common.money) return false;
    own.people -= people;
    own.money -= money;
    common.money -= money;
    for (let place = start; place < end; place++) if (pairs.offers[place] === offer) served[pairs.rows[place] as number] = 1;
    return true;
  };
  for (let start = 0, end = 0; start < pairs.rows.length && lines.includes(undefined); start = end) {
    end = pairs.endOf(start);
    for (let offer = 0; offer < lines.length; offer++)
      if (lines[offer] === undefined && !fits(offer, start, end)) lines[offer] = pairs.lineAt(start);
  }
  return lines.map((line) => line ?? openLine);
}

/** What is left of an offer. */
interface Stock {
  people: number;
  money: number;
}

function stock(capacity = Number.POSITIVE_INFINITY, budget = Number.POSITIVE_INFINITY): Stock {
  return { people: capacity, money: allowed(budget) };
}

/** Pairs of eligible people and offers in the order in which they are served. */
interface Pairs {
  readonly rows: Uint32Array;
  readonly offers: Uint8Array;
  readonly lineAt: (place: number) => Line;
  /** Where the next pair stands that is not just as good, with another score or another draw. */
  readonly endOf: (place: number) => number;
}

function sortedPairs({ draws, scores }: Candidates, people: Uint32Array): Pairs {
  const most = people.length * scores.length;
  const rows = new Uint32Array(most);
  const offers = new Uint8Array(most);
  const falling = new Float64Array(most);
  let n = 0;
  for (const place of sortRising(numbersAt(draws, people))) {
    const row = people[place] as number;
    for (let offer = 0; offer < scores.length; offer++) {
      const score = scores[offer]?.[row] as number;
      if (Number.isNaN(score)) continue;
      rows[n] = row;
      offers[n] = offer;
      // From zero, so that no zero has a sign.
      falling[n++] = 0 - score;
    }
  }
  const order = sortRising(falling.subarray(0, n));
  const score = (place: number): number => 0 - (falling[order[place] as number] as number);
  const sorted = new Uint32Array(n);
  const sortedOffers = new Uint8Array(n);
  for (let place = 0; place < n; place++) {
    const pair = order[place] as number;
    sorted[place] = rows[pair] as number;
    sortedOffers[place] = offers[pair] as number;
  }
  const draw = (place: number): number => draws[sorted[place] as number] as number;
  return {
    rows: sorted,
    offers: sortedOffers,
    lineAt: (place) => ({ score: score(place), draw: draw(place) }),
    endOf: (place) => {
      let end = place + 1;
      while (end < n && score(end) === score(place) && draw(end) === draw(place)) end++;
      return end;
    },
  };
}

/** The numbers of some rows. */
export function numbersAt(values: Float64Array, rows: Uint32Array): Float64Array {
  const found = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at++) found[at] = values[rows[at] as number] as number;
  return found;
}
