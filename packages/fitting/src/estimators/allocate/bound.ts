// What no allocation can exceed: the linear relaxation of serving everybody at most once within all limits. Its dual has a price for
// each limit only; any prices give a valid bound, and those that give the least are found by Dantzig and Wolfe's decomposition (1960),
// stabilised by asking between the best prices so far and those of the program (Ben-Ameur and Neto 2007).
import type { Work } from '../work.ts';
import { allowed, type Limits } from './offers.ts';
import { type Activity, growingProgram } from './simplex.ts';

/** Pairs person by person: value and cost at person × offers + offer, NaN where not eligible. */
export interface Pairs {
  readonly offers: number;
  readonly value: Float64Array;
  readonly cost: Float64Array;
}

/** What one more unit of each limit is worth; null where there is no limit. */
export interface OfferPrices {
  readonly slot: number | null;
  readonly unit: number | null;
}

export interface Bound {
  readonly value: number;
  /** The value is the least bound up to this much. */
  readonly tolerance: number;
  readonly offers: readonly OfferPrices[];
  /** Of the common budget. */
  readonly unit: number | null;
}

/** A limit that is there: of an offer, or of all of them. */
interface Row {
  readonly of: 'capacity' | 'budget';
  /** Undefined for the common budget. */
  readonly offer?: number;
  readonly limit: number;
}

/** Asked at most so often; what is found by then is still a bound. */
const MOST = 400;
const CLOSE = 1e-10;

export async function leastBound(pairs: Pairs, limits: Limits, work: Work): Promise<Bound> {
  const rows = rowsOf(limits);
  const answer = await search(pairs, rows, work);
  const priceOf = (of: Row['of'], offer?: number): number | null => {
    const at = rows.findIndex((row) => row.of === of && row.offer === offer);
    return at < 0 ? null : (answer.prices[at] as number);
  };
  return {
    value: answer.value,
    tolerance: answer.tolerance,
    offers: limits.offers.map((_, offer) => ({ slot: priceOf('capacity', offer), unit: priceOf('budget', offer) })),
    unit: priceOf('budget'),
  };
}

function rowsOf({ offers, budget }: Limits): readonly Row[] {
  const own = offers.flatMap((limit, offer): Row[] => [
    ...(limit.capacity === undefined ? [] : [{ of: 'capacity', offer, limit: limit.capacity } as const]),
    ...(limit.budget === undefined ? [] : [{ of: 'budget', offer, limit: allowed(limit.budget) } as const]),
  ]);
  return budget === undefined ? own : [...own, { of: 'budget', limit: allowed(budget) }];
}

async function search(pairs: Pairs, rows: readonly Row[], { rows: turn, progress }: Work) {
  const free = new Float64Array(rows.length);
  const first = ask(pairs, rows, free);
  const value = Math.max(first.value, Number.MIN_VALUE);
  // A little more than there is: of several prices that give the least bound, that of one unit more, not of one less.
  const limits = rows.map(({ limit }) => limit * (1 + 1e-7) + 1e-7);
  const scales = rows.map((_, at) => Math.max(limits[at] as number, first.uses[at] as number));
  const program = growingProgram(Float64Array.from([...limits.map((limit, at) => limit / (scales[at] as number)), 1]));
  const boundOf = (asked: Activity, prices: Float64Array): number =>
    asked.value + prices.reduce((sum, price, at) => sum + price * ((limits[at] as number) - (asked.uses[at] as number)), 0);
  let best: Asked = { prices: free, bound: boundOf(first, free), activity: first };
  const look = (prices: Float64Array): Activity => {
    const activity = ask(pairs, rows, prices);
    const bound = boundOf(activity, prices);
    if (bound < best.bound) best = { prices, bound, activity };
    return activity;
  };
  let reached = 0;
  let asked: Activity = first;
  for (let round = 0; round < MOST; round++) {
    program.add({ value: asked.value / value, uses: Float64Array.from([...asked.uses.map((use, at) => use / (scales[at] as number)), 1]) });
    const mix = program.solve();
    reached = mix.value * value;
    const aim = Float64Array.from(rows, (_, at) => ((mix.prices[at] as number) * value) / (scales[at] as number));
    await turn(pairs.value.length);
    progress(Math.min(0.99, round / 100));
    const close = best.bound - reached <= CLOSE * best.bound;
    asked = look(close ? aim : aim.map((price, at) => (price + (best.prices[at] as number)) / 2));
    if (close) break;
  }
  const { prices, activity, bound } = best;
  const exact = rows.reduce((sum, { limit }, at) => sum + (prices[at] as number) * (limit - (activity.uses[at] as number)), activity.value);
  return { prices, value: exact, tolerance: Math.max(0, bound - reached) };
}

interface Asked {
  readonly prices: Float64Array;
  readonly bound: number;
  readonly activity: Activity;
}

/** What people would take at these prices, each the offer that leaves most, and what it uses of the limits. */
function ask({ offers, value, cost }: Pairs, rows: readonly Row[], prices: Float64Array): Activity {
  const [slot, unit] = perOffer(offers, rows, prices);
  const people = new Float64Array(offers);
  const spent = new Float64Array(offers);
  let sum = 0;
  for (let start = 0; start < value.length; start += offers) {
    let most = 0;
    let taken = -1;
    for (let offer = 0; offer < offers; offer++) {
      const left = (value[start + offer] as number) - (slot[offer] as number) - (unit[offer] as number) * (cost[start + offer] as number);
      if (left > most) {
        most = left;
        taken = offer;
      }
    }
    if (taken < 0) continue;
    sum += value[start + taken] as number;
    people[taken] = (people[taken] as number) + 1;
    spent[taken] = (spent[taken] as number) + (cost[start + taken] as number);
  }
  const uses = rows.map(({ of, offer }) => {
    if (offer === undefined) return spent.reduce((total, money) => total + money, 0);
    return (of === 'capacity' ? people : spent)[offer] as number;
  });
  return { value: sum, uses: Float64Array.from(uses) };
}

/** What a place of each offer costs, and each unit of its money. */
function perOffer(offers: number, rows: readonly Row[], prices: Float64Array): readonly [slot: Float64Array, unit: Float64Array] {
  const slot = new Float64Array(offers);
  const unit = new Float64Array(offers);
  rows.forEach(({ of, offer }, at) => {
    const price = prices[at] as number;
    if (offer === undefined) unit.set(unit.map((money) => money + price));
    else if (of === 'capacity') slot[offer] = price;
    else unit[offer] = (unit[offer] as number) + price;
  });
  return [slot, unit];
}
