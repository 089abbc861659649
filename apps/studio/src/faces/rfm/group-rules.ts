// Rules of an own group table as the editor reads and writes them.
import type { Json } from '@tierflow/definition';

export const dimensions = ['R', 'F', 'M'] as const;
export type Dimension = (typeof dimensions)[number];

export type Range = readonly [number, number];

export interface RangeRule {
  readonly id: string;
  readonly title: Json | null;
  readonly R?: Range;
  readonly F?: Range;
  readonly M?: Range;
}

/** Rules in order. */
export function rulesOf(value: Json | undefined): readonly RangeRule[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry) => {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return [];
    const named = entry as { readonly [name: string]: Json };
    const ranges = dimensions.flatMap((dimension): [string, Range][] => {
      const range = named[dimension];
      const [low, high] = Array.isArray(range) ? range : [];
      return typeof low === 'number' && typeof high === 'number' ? [[dimension, [low, high]]] : [];
    });
    return [{ id: String(named['id'] ?? ''), title: named['title'] ?? null, ...Object.fromEntries(ranges) }];
  });
}

/** The range of a dimension; undefined where it does not matter. */
export function rangeOf(rule: RangeRule, dimension: Dimension): Range | undefined {
  return rule[dimension];
}

/** A range with one end changed; the other end goes along where it must. Nothing chosen means that it does not matter. */
export function withBound(range: Range | undefined, end: 0 | 1, score: number | undefined, most: number): Json | undefined {
  if (score === undefined) return undefined;
  const [low, high] = range ?? (end === 0 ? [score, most] : [1, score]);
  return end === 0 ? [score, Math.max(score, high)] : [Math.min(score, low), score];
}
