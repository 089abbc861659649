// The smallest difference between two groups that a test would likely see, from their sizes. Two-sided at 5 %, with a power of 80 %.

/** Normal quantiles of 0.975 and 0.8. */
const SURE = 1.959963984540054;
const POWER = 0.8416212335729143;

const STEPS = 60;

/** Sizes of the group that is compared with, such as a hold-out, and of the other. */
export interface GroupSizes {
  readonly base: number;
  readonly other: number;
}

/**
 * The smallest rise of a rate above `rate` (0 to 1) that is seen, as a difference of rates: two proportions under the normal
 * approximation, pooled variance under no difference, own variances under the difference. Undefined where even a rate of 1 would
 * not be told apart, where a group is empty, and for rates of 0 and 1.
 *
 * Source: Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, 3rd edition 2003, section 4.2, without the
 * correction for continuity, for groups of unequal sizes (section 4.4), solved for the difference.
 *
 * @example
 * ```ts
 * detectableRise(0.1, { base: 3_841, other: 3_841 }); // about 0.02
 * ```
 */
export function detectableRise(rate: number, { base, other }: GroupSizes): number | undefined {
  if (!(rate > 0 && rate < 1 && base > 0 && other > 0)) return undefined;
  const isSeen = (rise: number): boolean => {
    const risen = rate + rise;
    const pooled = (base * rate + other * risen) / (base + other);
    const none = Math.sqrt(pooled * (1 - pooled) * (1 / base + 1 / other));
    const apart = Math.sqrt((rate * (1 - rate)) / base + (risen * (1 - risen)) / other);
    return rise >= SURE * none + POWER * apart;
  };
  let [low, high] = [0, 1 - rate];
  if (!isSeen(high)) return undefined;
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (isSeen(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * The smallest difference of two means that is seen where both groups spread by `deviation`, under the normal approximation
 * (same source, and Cohen, Statistical Power Analysis, 2nd edition 1988, section 2.4). Undefined where a group is empty.
 */
export function detectableShift(deviation: number, { base, other }: GroupSizes): number | undefined {
  if (!(deviation > 0 && base > 0 && other > 0)) return undefined;
  return (SURE + POWER) * deviation * Math.sqrt(1 / base + 1 / other);
}
