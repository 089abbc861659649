// Cut points by share. Shares are exact decimals a/b; positions are computed in integers, because in doubles
// 7 % of 100 gives the wrong index.

/** A share as a fraction of integers. */
export interface Share {
  readonly a: number;
  readonly b: number;
}

/** The exact fraction of a decimal text such as `0.07`; undefined for anything else. */
export function parseShare(text: string): Share | undefined {
  const match = /^(\d{1,3})(?:\.(\d{1,9}))?$/.exec(text);
  if (match === null) return undefined;
  const decimals = match[2] ?? '';
  return { a: Number(`${match[1]}${decimals}`), b: 10 ** decimals.length };
}

/** 1-based position k = ⌊(a·n + b − 1)/b⌋ of the inverse empirical distribution, at least 1. */
export function positionOf({ a, b }: Share, n: number): number {
  return Math.max(1, Number((BigInt(a) * BigInt(n) + BigInt(b) - 1n) / BigInt(b)));
}

/** v(k) of the ascending sample at a share; the sample is not empty. */
export function inverseQuantile(sorted: Float64Array, share: Share): number {
  return sorted[Math.min(sorted.length, positionOf(share, sorted.length)) - 1] as number;
}

/** Type-7 quantile (Hyndman & Fan 1996, definition 7): linear between order statistics. */
export function linearQuantile(sorted: Float64Array, { a, b }: Share): number {
  const position = ((sorted.length - 1) * a) / b;
  const low = Math.floor(position);
  const lower = sorted[low] as number;
  const upper = sorted[Math.min(low + 1, sorted.length - 1)] as number;
  const weight = position - low;
  // The form numpy uses, so that published cut points agree to the last digit.
  return weight >= 0.5 ? upper - (upper - lower) * (1 - weight) : lower + (upper - lower) * weight;
}
