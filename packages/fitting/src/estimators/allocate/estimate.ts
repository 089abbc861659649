// Allocation as estimators: the lines of all offers, once; and what they come to, against what is possible at most.
import type { ColumnData } from '@tierflow/evaluator';
import type { Estimate, Estimator } from '../estimator.ts';
import { compensatedSum } from '../sample.ts';
import { workOf } from '../work.ts';
import { leastBound, type Pairs } from './bound.ts';
import { linesOf, numbersAt } from './greedy.ts';
import { limitsOf, numbers, rowsWith } from './offers.ts';
import { sortRising } from './sort-rising.ts';

/** Of the draw, then score and cost of each offer: score and draw of each line, one after another. Options: `offers`, `budget`. */
export const allocationLines: Estimator = async ([draw, ...columns], rows, options, around): Promise<Estimate> => {
  const limits = limitsOf(options);
  const [scores, costs] = [everyNth(columns, 2, 0), everyNth(columns, 2, 1)];
  const people = rowsWith(scores, rows);
  const lines = await linesOf({ draws: numbers(draw), scores, costs }, people, limits, workOf(around));
  return { value: lines.flatMap(({ score, draw: among }) => [score, among]), warnings: people.length === 0 ? ['fit.no-data'] : [] };
};

/**
 * Of the draw, the number of the offer that serves somebody, then score, value and cost of each offer. Options as for the lines.
 * All money is added in the order of the draws, so that the order of rows changes nothing.
 */
export const allocationReport: Estimator = async ([draw, choice, ...columns], rows, options, around) => {
  const limits = limitsOf(options);
  const [scores, values, costs] = [everyNth(columns, 3, 0), everyNth(columns, 3, 1), everyNth(columns, 3, 2)];
  const eligible = rowsWith(scores, rows);
  const people = sortRising(numbersAt(numbers(draw), eligible)).map((place) => eligible[place] as number);
  const choices = numbers(choice);
  const waiting = people.filter((row) => Number.isNaN(choices[row]));
  const offers = limits.offers.map((limit, offer) => {
    const served = people.filter((row) => choices[row] === offer + 1);
    return {
      ...limit,
      served: served.length,
      waiting: waiting.reduce((n, row) => n + Number(!Number.isNaN(scores[offer]?.[row])), 0),
      spend: compensatedSum(numbersAt(costs[offer] ?? new Float64Array(), served)),
      value: compensatedSum(numbersAt(values[offer] ?? new Float64Array(), served)),
      closed: limit.capacity === 0 || people.some((row) => wanted(scores, row, offer, choices[row] as number)),
    };
  });
  const bound = await leastBound(pairsOf(people, scores, values, costs), limits, workOf(around));
  const value = total(offers.map((offer) => offer.value));
  const report = {
    eligible: people.length,
    waiting: waiting.length,
    value,
    spend: total(offers.map((offer) => offer.spend)),
    ...(limits.budget === undefined ? {} : { budget: limits.budget, unit: bound.unit }),
    bound: Math.max(bound.value, value),
    tolerance: bound.tolerance,
    offers: offers.map((offer, at) => ({ ...offer, ...bound.offers[at] })),
  };
  return { value: report, warnings: [] };
};

/** Somebody is eligible for the offer, and got none or one that comes after it. */
function wanted(scores: PerOffer, row: number, offer: number, choice: number): boolean {
  const [own, got] = [scores[offer]?.[row] as number, scores[choice - 1]?.[row] as number];
  return !Number.isNaN(own) && (Number.isNaN(choice) || own > got || (own === got && offer < choice - 1));
}

function everyNth(columns: readonly ColumnData[], n: number, first: number): readonly Float64Array[] {
  return columns.filter((_, at) => at % n === first).map(numbers);
}

function total(parts: readonly number[]): number {
  return compensatedSum(Float64Array.from(parts));
}

type PerOffer = readonly Float64Array[];

/** Person by person, in order; an offer somebody is not eligible for has no value. */
function pairsOf(people: Uint32Array, scores: PerOffer, values: PerOffer, costs: PerOffer): Pairs {
  const offers = scores.length;
  const [value, cost] = [new Float64Array(people.length * offers), new Float64Array(people.length * offers)];
  for (let offer = 0; offer < offers; offer++) {
    const [score, worth, price] = [scores[offer], values[offer], costs[offer]];
    for (let at = 0, to = offer; at < people.length; at++, to += offers) {
      const row = people[at] as number;
      const eligible = !Number.isNaN(score?.[row]);
      value[to] = eligible ? (worth?.[row] as number) : Number.NaN;
      cost[to] = price?.[row] as number;
    }
  }
  return { offers, value, cost };
}
