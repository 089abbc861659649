// Rules out of frequent sets: if these, then those. Agrawal, Srikant (1994), Fast Algorithms for Mining Association Rules.
import type { Baskets } from './baskets.ts';
import type { FrequentSets } from './frequent-sets.ts';

/** What is counted of a rule, in baskets. */
interface Measures {
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

/** A rule over a set of the tree; as bits which of its items stand behind `then`. */
interface Counted extends Measures {
  readonly node: number;
  readonly part: number;
}

export interface RuleName {
  readonly if: readonly string[];
  readonly then: readonly string[];
}

export type Rule = RuleName & Measures;

export type RuleOrder = 'lift' | 'confidence' | 'support';

export interface RuleLimits {
  readonly confidence: number;
  readonly lift: number;
  /** `one`: a single item behind `then`. */
  readonly then: 'one' | 'any';
  /** What is best; equals go by the other measures, then by names. */
  readonly order: RuleOrder;
  /** How many are kept. */
  readonly most: number;
  /** Texts of rules that are left out. */
  readonly never: ReadonlySet<string>;
}

export interface FoundRules {
  /** Rules that meet the limits. */
  readonly all: number;
  /** More than are kept meet them and are not left out. */
  readonly cut: boolean;
  /** The best that are not left out, the best first. */
  readonly kept: readonly Rule[];
}

type Goods = Pick<Baskets, 'names' | 'count'>;

/** The rules of the sets that meet the limits. Only those that may be kept, and those compared by name, get their names. */
export function rulesOf(sets: FrequentSets, baskets: Goods, limits: RuleLimits): FoundRules {
  const all = countedRules(sets, baskets.count, limits);
  const known = new Map<Counted, RuleName>();
  const nameOf = (rule: Counted): RuleName => {
    const name = known.get(rule) ?? named(rule, itemsOf(sets, rule.node), baskets);
    known.set(rule, name);
    return name;
  };
  const { order, most, never } = limits;
  // What is left out makes room for what comes behind it.
  const best = amongBest(all, baskets.count, { order, most: most + never.size });
  const wanted = never.size === 0 ? best : best.filter((rule) => !never.has(ruleText(nameOf(rule))));
  const kept = wanted.sort((a, b) => byMeasures(a, b, order) || byNames(nameOf(a), nameOf(b))).slice(0, most);
  return {
    all: all.length,
    cut: kept.length < wanted.length || best.length < all.length,
    kept: kept.map((rule) => {
      const { node: _, part: __, ...measures } = rule;
      return { ...nameOf(rule), ...measures };
    }),
  };
}

/** A rule as a text, whatever the order of its items. */
export function ruleText({ if: needed, then }: RuleName): string {
  return JSON.stringify([needed.toSorted(), then.toSorted()]);
}

/** Rules as lists of numbers, one place a rule: there are many more than are kept. */
interface RuleLists {
  readonly length: number;
  readonly node: readonly number[];
  readonly part: readonly number[];
  readonly count: readonly number[];
  readonly ifCount: readonly number[];
  readonly thenCount: readonly number[];
}

function countedRules(sets: FrequentSets, baskets: number, limits: RuleLimits): RuleLists {
  const lists = { node: [] as number[], part: [] as number[], count: [] as number[], ifCount: [] as number[], thenCount: [] as number[] };
  for (let node = 1; node < sets.nodes; node++) {
    const items = itemsOf(sets, node);
    if (items.length < 2) continue;
    const count = sets.count[node] as number;
    const last = 2 ** items.length - 1;
    for (let part = 1; part < last; part = limits.then === 'one' ? part * 2 : part + 1) {
      const ifCount = countOfPart(sets, items, last - part);
      if (count / ifCount < limits.confidence) continue;
      const thenCount = countOfPart(sets, items, part);
      if ((count * baskets) / (ifCount * thenCount) < limits.lift) continue;
      lists.node.push(node);
      lists.part.push(part);
      lists.count.push(count);
      lists.ifCount.push(ifCount);
      lists.thenCount.push(thenCount);
    }
  }
  return { ...lists, length: lists.node.length };
}

/** The rules that can be among the first `most`: those that are no worse by the first measure than the last of so many. */
function amongBest(lists: RuleLists, baskets: number, { order, most }: Pick<RuleLimits, 'order' | 'most'>): Counted[] {
  const measure = new Float64Array(lists.length);
  for (let at = 0; at < measure.length; at++) measure[at] = measured(lists, at, baskets)[order];
  const least = lists.length <= most ? 0 : (measure.slice().sort()[lists.length - most] as number);
  const best: Counted[] = [];
  measure.forEach((value, at) => {
    if (value >= least) best.push({ node: lists.node[at] as number, part: lists.part[at] as number, ...measured(lists, at, baskets) });
  });
  return best;
}

function measured(lists: RuleLists, at: number, baskets: number): Measures {
  const [count, ifCount, thenCount] = [lists.count[at] as number, lists.ifCount[at] as number, lists.thenCount[at] as number];
  return {
    count,
    ifCount,
    thenCount,
    support: count / baskets,
    confidence: count / ifCount,
    lift: (count * baskets) / (ifCount * thenCount),
  };
}

function byMeasures(a: Measures, b: Measures, first: RuleOrder): number {
  return b[first] - a[first] || b.lift - a.lift || b.confidence - a.confidence || b.support - a.support;
}

function byNames(a: RuleName, b: RuleName): number {
  const [x, y] = [
    [...a.if, '', ...a.then],
    [...b.if, '', ...b.then],
  ];
  const at = x.findIndex((name, index) => name !== y[index]);
  return at < 0 ? x.length - y.length : (x[at] as string) < (y[at] ?? '') ? -1 : 1;
}

function named({ part }: Counted, items: readonly number[], { names }: Goods): RuleName {
  const namesOf = (bit: number): readonly string[] =>
    items.flatMap((item, at) => (((part >> at) & 1) === bit ? [names[item] as string] : [])).sort();
  return { if: namesOf(0), then: namesOf(1) };
}

/** Items of a set, ascending. */
function itemsOf({ item, parent }: FrequentSets, node: number): readonly number[] {
  const items: number[] = [];
  for (let at = node; at > 0; at = parent[at] as number) items.push(item[at] as number);
  return items.reverse();
}

/** Baskets that hold a part of a frequent set, given as bits; every part of one is frequent itself. */
function countOfPart({ item, count, firstChild, lastChild }: FrequentSets, items: readonly number[], part: number): number {
  let node = 0;
  for (let at = 0; at < items.length; at++) {
    if (((part >> at) & 1) === 0) continue;
    const wanted = items[at] as number;
    let low = firstChild[node] as number;
    for (let high = lastChild[node] as number; low < high; ) {
      const middle = (low + high) >> 1;
      if ((item[middle] as number) < wanted) low = middle + 1;
      else high = middle;
    }
    node = low;
  }
  return count[node] as number;
}
