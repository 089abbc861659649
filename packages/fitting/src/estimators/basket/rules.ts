// Rules out of frequent sets: if these, then those. Agrawal, Srikant (1994), Fast Algorithms for Mining Association Rules.
import type { Baskets } from './baskets.ts';
import type { FrequentSets } from './frequent-sets.ts';

/** One rule, over the items' names. Counts are baskets. */
export interface Rule {
  readonly if: readonly string[];
  readonly then: readonly string[];
  /** Baskets with all of it. */
  readonly count: number;
  readonly ifCount: number;
  readonly thenCount: number;
  /** Share of all baskets with all of it. */
  readonly support: number;
  /** Share of the baskets with `if` that have `then` as well. */
  readonly confidence: number;
  /** How many times as often `then` is there with `if` as in all baskets. */
  readonly lift: number;
}

export interface RuleLimits {
  readonly confidence: number;
  readonly lift: number;
  /** `one`: a single item behind `then`. */
  readonly then: 'one' | 'any';
}

/** All rules of the sets that meet the limits, in the order of the sets. */
export function rulesOf(sets: FrequentSets, baskets: Pick<Baskets, 'names' | 'count'>, limits: RuleLimits): readonly Rule[] {
  const rules: Rule[] = [];
  for (let node = 1; node < sets.nodes; node++) {
    const items = itemsOf(sets, node);
    if (items.length < 2) continue;
    const count = sets.count[node] as number;
    const parts = limits.then === 'one' ? items.map((_, at) => 1 << at) : Array.from({ length: 2 ** items.length - 2 }, (_, at) => at + 1);
    for (const part of parts) {
      const wanted = items.filter((_, at) => (part >> at) % 2 === 1);
      const needed = items.filter((_, at) => (part >> at) % 2 === 0);
      const ifCount = countOfSet(sets, needed);
      const confidence = count / ifCount;
      if (confidence < limits.confidence) continue;
      const thenCount = countOfSet(sets, wanted);
      const lift = (count * baskets.count) / (ifCount * thenCount);
      if (lift < limits.lift) continue;
      const support = count / baskets.count;
      rules.push({ if: named(needed, baskets), then: named(wanted, baskets), count, ifCount, thenCount, support, confidence, lift });
    }
  }
  return rules;
}

function named(items: readonly number[], { names }: Pick<Baskets, 'names'>): readonly string[] {
  return items.map((item) => names[item] as string).sort();
}

/** Items of a set, ascending. */
function itemsOf({ item, parent }: FrequentSets, node: number): readonly number[] {
  const items: number[] = [];
  for (let at = node; at > 0; at = parent[at] as number) items.push(item[at] as number);
  return items.reverse();
}

/** Baskets that hold a part of a frequent set; every part of one is frequent itself. */
function countOfSet({ item, count, firstChild, lastChild }: FrequentSets, items: readonly number[]): number {
  let node = 0;
  for (const wanted of items) {
    let [low, high] = [firstChild[node] as number, lastChild[node] as number];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((item[middle] as number) < wanted) low = middle + 1;
      else high = middle;
    }
    node = low;
  }
  return count[node] as number;
}

export type RuleOrder = 'lift' | 'confidence' | 'support';

/** The best rule first: by one measure, then by the others, then by names. */
export function inOrder(rules: readonly Rule[], by: RuleOrder): readonly Rule[] {
  const measures: readonly RuleOrder[] = [by, ...(['lift', 'confidence', 'support'] as const).filter((one) => one !== by)];
  return rules.toSorted((a, b) => {
    for (const measure of measures) if (a[measure] !== b[measure]) return b[measure] - a[measure];
    return byNames([...a.if, '', ...a.then], [...b.if, '', ...b.then]);
  });
}

function byNames(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((name, index) => name !== b[index]);
  return at < 0 ? a.length - b.length : (a[at] as string) < (b[at] ?? '') ? -1 : 1;
}
