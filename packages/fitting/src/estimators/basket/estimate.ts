// The estimator `basketRules`: lines of orders in, a table of rules out, the best first.
import type { Json } from '@tierflow/definition';
import type { Around, Estimator, Options } from '../estimator.ts';
import { workOf } from '../work.ts';
import { type Baskets, gatherBaskets } from './baskets.ts';
import { frequentSets } from './frequent-sets.ts';
import type { FrequentSets } from './prefix-tree.ts';
import { type FoundRules, type Rule, type RuleOrder, rulesOf, ruleText } from './rules.ts';

/** More sets than this are not looked at, and no more steps than a few seconds have. */
const MOST_SETS = 100_000;
const MOST_STEPS = 2_000_000_000;

/**
 * Over lines with an item and, where given, a basket, both texts. Options: `support`, `confidence`, `lift` (the least), `size`
 * (items of a set at most), `rules` (kept at most), `order` (`lift`, `confidence`, `support`), `then` (`one` item, or `any` number),
 * `without` (`{item}`: in no basket; `{if, then}`: a rule that is left out). The value is a table: a row for each rule, and beside
 * it how many baskets, items, sets and rules there were, and the `size` that could be searched.
 */
export const estimateBasketRules: Estimator = async (_, rows, options, around) => {
  const settings = settingsOf(options);
  const baskets = gatherBaskets(around.lines ?? NO_LINES, rows, { share: settings.support, without: settings.items });
  const found = await searched(baskets, settings.size, around);
  const rules = found.sets === undefined ? NO_RULES : rulesOf(found.sets, baskets, settings);
  const value = {
    baskets: baskets.count,
    items: baskets.kinds,
    skippedLines: baskets.skipped,
    sets: found.sets === undefined ? 0 : found.sets.nodes - 1,
    size: found.size,
    rules: rules.all,
    rows: rules.kept.map((rule) => rowOf(rule, settings.then)),
  };
  return { value, warnings: warningsOf(baskets, found, rules, settings.size) };
};

const NO_RULES: FoundRules = { all: 0, cut: false, kept: [] };
const NO_LINES = { start: new Uint32Array(), end: new Uint32Array(), of: [] };

interface Found {
  /** None where even pairs are too many. */
  readonly sets: FrequentSets | undefined;
  readonly size: number;
}

/** Where there are too many sets, smaller ones only: that is the same whatever the order of the data. */
async function searched(baskets: Baskets, asked: number, around: Around): Promise<Found> {
  for (let size = asked; size >= 2; size--) {
    const sets = await frequentSets(baskets, { size, sets: MOST_SETS, steps: MOST_STEPS }, workOf(around));
    if (sets !== undefined) return { sets, size };
  }
  return { sets: undefined, size: 0 };
}

function warningsOf(baskets: Baskets, { size }: Found, { cut, kept }: FoundRules, asked: number): readonly string[] {
  if (baskets.count === 0) return ['fit.no-data'];
  return [
    ...(size < asked ? ['fit.too-many-sets'] : []),
    ...(cut ? ['fit.rules-cut'] : []),
    ...(kept.length === 0 && size > 0 ? ['fit.no-rules'] : []),
  ];
}

/** `because`: the items of `if` as one text. */
function rowOf(rule: Rule, then: 'one' | 'any'): { readonly [member: string]: Json } {
  const { if: needed, then: items, ...measures } = rule;
  return { if: needed, then: then === 'one' ? (items[0] as string) : items, because: needed.join(' + '), ...measures };
}

function settingsOf(options: Options) {
  const without = (Array.isArray(options['without']) ? options['without'] : []) as readonly Without[];
  return {
    support: Number(options['support']),
    confidence: Number(options['confidence']),
    lift: Number(options['lift']),
    size: Number(options['size']),
    most: Number(options['rules']),
    order: options['order'] as RuleOrder,
    then: options['then'] === 'any' ? ('any' as const) : ('one' as const),
    items: new Set(without.flatMap((one) => ('item' in one ? [one.item] : []))),
    never: new Set(without.flatMap((one) => ('item' in one ? [] : [ruleText({ if: one.if, then: [one.then].flat() })]))),
  };
}

type Without = { readonly item: string } | { readonly if: readonly string[]; readonly then: string | readonly string[] };
