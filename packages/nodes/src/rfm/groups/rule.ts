// A named group of customers by their scores, as data.
import type { LocalText } from '@tierflow/definition';

/** Lowest and highest score, both included. */
export type Range = readonly [number, number];

export interface GroupRule {
  readonly id: string;
  readonly title: LocalText;
  /** A dimension that is not named does not matter. */
  readonly R?: Range | undefined;
  readonly F?: Range | undefined;
  readonly M?: Range | undefined;
}

/** A rule table: the first rule that matches names the group; `otherwise` names the others. */
export interface GroupTable {
  readonly rules: readonly GroupRule[];
  readonly otherwise: LocalText;
}

/** How many scores each dimension has. */
export interface Bins {
  readonly R: number;
  readonly F: number;
  readonly M: number;
}

/** The upper half of the scores 1…k: above the middle. */
export function upper(k: number): Range {
  return [Math.floor(k / 2 + 0.5) + 1, k];
}

/** The other scores. */
export function lower(k: number): Range {
  return [1, upper(k)[0] - 1];
}
