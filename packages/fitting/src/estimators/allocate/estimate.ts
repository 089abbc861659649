// Allocation as estimators: the lines of all offers, once; and what they come to, against what is possible at most.
import type { ColumnData } from '@tierflow/evaluator';
import type { Estimate, Estimator } from '../estimator.ts';
import { workOf } from '../k-means/work.ts';
import { compensatedSum } from '../sample.ts';
import { leastBound } from './bound.ts';
import { linesOf, openLine } from './greedy.ts';
import { limitsOf, numbers, rowsWith } from './offers.ts';
import { sortRising } from './sort-rising.ts';

/** Of the draw, then score and cost of each offer: score and draw of each line, one after another. Options: `offers`, `budget`. */
export const allocationLines: Estimator = ([draw, ...columns], rows, options): Estimate => {
  const limits = limitsOf(options);
  const [scores, costs] = [everyNth(columns, 2, 0), everyNth(columns, 2, 1)];
  const people = rowsWith(scores, rows);
  const lines = linesOf({ draws: numbers(draw), scores, costs }, people, limits);
  return { value: lines.flatMap(({ score, draw: among }) => [score, among]), warnings: people.length === 0 ? ['fit.no-data'] : [] };
};

/**
 * Of the draw, the number of the offer that serves somebody, then score, value and cost of each offer. Options as for the lines,
 * and `lines`, the parameter that holds them. All money is added in the order of the draws, so that the order of rows changes nothing.
 */
export const allocationReport: Estimator = async ([draw, choice, ...columns], rows, options, { parameter, ...around }) => {
  const limits = limitsOf(options);
  const [scores, values, costs] = [everyNth(columns, 3, 0), everyNth(columns, 3, 1), everyNth(columns, 3, 2)];
  const eligible = rowsWith(scores, rows);
  const draws = numbers(draw);
  const order = sortRising(Float64Array.from(eligible, (row) => draws[row] as number));
  const people = Uint32Array.from(order, (at) => eligible[at] as number);
  const chosen = numbers(choice);
  const lines = parameter?.(String(options['lines'])) ?? [];
  const offers = limits.offers.map((limit, offer) => {
    const served = people.filter((row) => chosen[row] === offer + 1);
    const waiting = people.filter((row) => Number.isNaN(chosen[row]) && !Number.isNaN(scores[offer]?.[row]));
    const closed = Array.isArray(lines) && Number(lines[2 * offer]) !== openLine.score;
    const of = (numbersOf: Float64Array | undefined): number => sumOf(served, numbersOf);
    return { ...limit, served: served.length, waiting: waiting.length, spend: of(costs[offer]), value: of(values[offer]), closed };
  });
  const bound = await leastBound(pairsOf(people, scores, values, costs), limits, workOf(around));
  const value = total(offers.map((offer) => offer.value));
  const report = {
    eligible: people.length,
    waiting: people.reduce((n, row) => n + Number(Number.isNaN(chosen[row])), 0),
    value,
    spend: total(offers.map((offer) => offer.spend)),
    ...(limits.budget === undefined ? {} : { budget: limits.budget, unit: bound.unit }),
    bound: Math.max(bound.value, value),
    tolerance: bound.tolerance,
    offers: offers.map((offer, at) => ({ ...offer, ...bound.offers[at] })),
  };
  return { value: report, warnings: [] };
};

function everyNth(columns: readonly ColumnData[], n: number, first: number): readonly Float64Array[] {
  return columns.filter((_, at) => at % n === first).map(numbers);
}

function sumOf(people: Uint32Array, column: Float64Array | undefined): number {
  return compensatedSum(Float64Array.from(people, (row) => column?.[row] as number));
}

function total(parts: readonly number[]): number {
  return compensatedSum(Float64Array.from(parts));
}

/** Person by person, in order; an offer somebody is not eligible for has no value. */
function pairsOf(people: Uint32Array, scores: readonly Float64Array[], values: readonly Float64Array[], costs: readonly Float64Array[]) {
  const offers = scores.length;
  const [value, cost] = [new Float64Array(people.length * offers), new Float64Array(people.length * offers)];
  people.forEach((row, person) => {
    for (let offer = 0; offer < offers; offer++) {
      const eligible = !Number.isNaN(scores[offer]?.[row]);
      value[person * offers + offer] = eligible ? (values[offer]?.[row] as number) : Number.NaN;
      cost[person * offers + offer] = eligible ? (costs[offer]?.[row] as number) : Number.NaN;
    }
  });
  return { offers, value, cost };
}
