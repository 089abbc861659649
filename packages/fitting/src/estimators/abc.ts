// Lines of ABC classes: positive values in falling order, cut where their sum reaches a part of the total.
import type { Share } from './quantiles.ts';
import { compensatedSum } from './sample.ts';

/** Whoever crosses the line belongs to the class (`crossing`) or not (`within`). */
export type AbcRule = 'crossing' | 'within';

/**
 * The least value that belongs to the class which ends at `share` of the total, or to a better one; undefined where nobody does.
 * Equal values take the class of the first of them.
 * @param sorted ascending; values of zero and less are left out
 */
export function abcLine(sorted: Float64Array, { a, b }: Share, rule: AbcRule): number | undefined {
  const positive = sorted.filter((value) => value > 0);
  const limit = a * compensatedSum(positive);
  let line: number | undefined;
  let sum = 0;
  let lost = 0;
  for (const value of positive.toReversed()) {
    const before = sum + lost;
    const next = sum + value;
    lost += sum >= value ? sum - next + value : value - next + sum;
    sum = next;
    const belongs = rule === 'crossing' ? b * before < limit : b * (sum + lost) <= limit;
    if (!belongs && value !== line) break;
    line = value;
  }
  return line;
}
