// Bins and scales. Few cuts are a plain list of comparisons, the form the engine is fastest on; many are a tree.
import { type Call, numbersOf } from '../context.ts';
import { type Fragment, joined, number, sql } from '../fragment.ts';
import { isPresent } from '../present.ts';
import { bound, type Implementation, whereThere } from './implementation.ts';

const FEW = 16;

/** An answer by the number of cuts below x (`closed: right`) or at most x (`left`). */
interface Banding {
  readonly x: Fragment;
  readonly present: boolean;
  readonly cuts: readonly number[];
  readonly closed: 'right' | 'left';
  readonly answer: (passed: number) => Fragment;
}

function banded(banding: Banding): Fragment {
  const { x, present, cuts, closed, answer } = banding;
  const ascending = cuts.every((cut, at) => at === 0 || cut >= (cuts[at - 1] as number));
  if (cuts.length > FEW || !ascending || cuts.length === 0) {
    const found = searched(banding, 0, cuts.length);
    return present ? found : whereThere([x], found);
  }
  const within = closed === 'right' ? sql`<=` : sql`<`;
  const beyond = closed === 'right' ? sql`>` : sql`>=`;
  const bands = cuts.map((cut, passed) => sql`WHEN ${x} ${within} ${number(cut)} THEN ${answer(passed)}`);
  const last = answer(cuts.length);
  // Asking again in place of ELSE leaves a missing number missing.
  const rest = present ? sql`ELSE ${last}` : sql`WHEN ${x} ${beyond} ${number(cuts.at(-1) as number)} THEN ${last}`;
  return sql`CASE ${joined(bands, ' ')} ${rest} END`;
}

/** The evaluator's binary search, unrolled: the same answer for cuts in any order. */
function searched(banding: Banding, low: number, high: number): Fragment {
  if (low >= high) return banding.answer(low);
  const middle = (low + high) >> 1;
  const passes = banding.closed === 'right' ? sql`<` : sql`<=`;
  const cut = number(banding.cuts[middle] as number);
  return sql`CASE WHEN ${cut} ${passes} ${banding.x} THEN ${searched(banding, middle + 1, high)} ELSE ${searched(banding, low, middle)} END`;
}

const firstIsPresent = ({ args, context }: Call): boolean => args[0] !== undefined && isPresent(args[0], context);

const binning = (closed: Banding['closed']): Implementation =>
  bound((call, x) =>
    banded({ x, present: firstIsPresent(call), cuts: numbersOf(call, 1), closed, answer: (passed) => number(passed + 1) }),
  );

export const bin = binning('right');
export const binLeft = binning('left');

export const step: Implementation = bound((call, x) => {
  const points = numbersOf(call, 2);
  const point = (passed: number): Fragment => {
    const value = points[passed];
    return value === undefined ? sql`CAST(NULL AS DOUBLE)` : number(value);
  };
  return banded({ x, present: firstIsPresent(call), cuts: numbersOf(call, 1), closed: 'left', answer: point });
});

export const percentileOf: Implementation = bound((call, x) => {
  const cuts = numbersOf(call, 1);
  const share = (passed: number): Fragment => number(cuts.length === 0 ? 0 : passed / cuts.length);
  return banded({ x, present: firstIsPresent(call), cuts, closed: 'right', answer: share });
});

export const minmax: Implementation = bound(({ bind }, x, low, high) => {
  const share = bind(sql`((${x} - ${low}) / (${high} - ${low}))`);
  return whereThere(
    [x, low, high],
    sql`CASE WHEN ${high} = ${low} THEN 0e0 WHEN ${share} < 0e0 THEN 0e0 WHEN ${share} > 1e0 THEN 1e0 ELSE ${share} END`,
  );
});

export const zscore: Implementation = bound((_, x, mean, deviation) =>
  whereThere([x, mean, deviation], sql`CASE WHEN ${deviation} = 0e0 THEN 0e0 ELSE (${x} - ${mean}) / ${deviation} END`),
);
