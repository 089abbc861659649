// The rules as the fit answers them, and the part of them that is looked at.
import type { Json } from '@tierflow/definition';

export interface Rule {
  /** From 1 on, the best first. */
  readonly number: number;
  readonly if: readonly string[];
  readonly then: string;
  readonly count: number;
  readonly support: number;
  readonly confidence: number;
  readonly lift: number;
}

export interface FoundRules {
  readonly baskets: number;
  readonly items: number;
  readonly skippedLines: number;
  readonly rules: readonly Rule[];
}

/** Undefined where nothing was fitted. */
export function foundRules(value: Json | undefined): FoundRules | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { rows, baskets, items, skippedLines } = value as { readonly [name: string]: Json };
  if (!Array.isArray(rows)) return undefined;
  const rules = rows.map((row, at) => ({ ...(row as unknown as Omit<Rule, 'number'>), number: at + 1 }));
  return { baskets: Number(baskets), items: Number(items), skippedLines: Number(skippedLines), rules };
}

/** A rule by what it says, whatever its number. */
export interface RuleName {
  readonly if: readonly string[];
  readonly then: string;
}

/** Rules that are switched off, as they stand in a config. */
export function switchedOff(raw: Json | undefined): readonly RuleName[] {
  return Array.isArray(raw) ? (raw as unknown as readonly RuleName[]) : [];
}

export const measures = ['number', 'support', 'confidence', 'lift', 'people'] as const;
export type Measure = (typeof measures)[number];

export interface Sorting {
  readonly by: Measure;
  readonly rising: boolean;
}

/** The other way round for the same measure; for another one the way people look for: the best number first, else the highest. */
export function sortedBy(next: Measure, { by, rising }: Sorting): Sorting {
  return next === by ? { by, rising: !rising } : { by: next, rising: next === 'number' };
}

export interface Looked {
  /** Part of the name of an item of the rule. */
  readonly text: string;
  readonly confidence: number;
  readonly lift: number;
}

/** The rules looked at, in the order wanted; equals by their number. */
export function lookedAt(
  rules: readonly Rule[],
  { text, confidence, lift }: Looked,
  { by, rising }: Sorting,
  people: (rule: Rule) => number,
): readonly Rule[] {
  const part = text.trim().toLowerCase();
  const holds = (rule: Rule): boolean =>
    rule.confidence >= confidence && rule.lift >= lift && [...rule.if, rule.then].some((item) => item.toLowerCase().includes(part));
  const measured = (rule: Rule): number => (by === 'people' ? people(rule) : rule[by]);
  return rules.filter(holds).toSorted((a, b) => (rising ? 1 : -1) * (measured(a) - measured(b)) || a.number - b.number);
}

/** Where a lift stands between none and the highest, 0 to 1, by its logarithm. */
export function strength(lift: number, most: number): number {
  return most <= 1 ? 1 : Math.max(0, Math.min(1, Math.log(Math.max(lift, 1)) / Math.log(most)));
}

/** Round ticks from 0 to beyond a number, at most five. */
export function ticks(most: number): readonly number[] {
  const size = 10 ** Math.floor(Math.log10(most / 4));
  const step = [1, 2, 2.5, 5, 10].map((part) => part * size).find((one) => one * 4 >= most) ?? most / 4;
  return Array.from({ length: Math.ceil(most / step - 1e-9) + 1 }, (_, at) => Number((at * step).toPrecision(12)));
}
