// Rules out of frequent sets: if these, then those. Agrawal, Srikant (1994), Fast Algorithms for Mining Association Rules.
import type { Baskets } from './baskets.ts';
import type { FrequentSets } from './prefix-tree.ts';

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
  const best = amongBest(all, sets, baskets.count, most + never.size);
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
  length: number;
  node: Uint32Array;
  part: Uint32Array;
  ifCount: Uint32Array;
  thenCount: Uint32Array;
  /** What the rules are ordered by first. */
  measure: Float64Array;
}

function countedRules(sets: FrequentSets, baskets: number, limits: RuleLimits): RuleLists {
  const lists = emptyLists(16_384);
  const { count } = sets;
  const take = (node: number, part: number, ifCount: number, thenCount: number): void => {
    const own = count[node] as number;
    const confidence = own / ifCount;
    const lift = (own * baskets) / (ifCount * thenCount);
    if (confidence < limits.confidence || lift < limits.lift) return;
    const at = lists.length++;
    if (at === lists.node.length) Object.assign(lists, widened(lists));
    lists.node[at] = node;
    lists.part[at] = part;
    lists.ifCount[at] = ifCount;
    lists.thenCount[at] = thenCount;
    lists.measure[at] = limits.order === 'lift' ? lift : limits.order === 'confidence' ? confidence : own / baskets;
  };
  if (limits.then === 'one') oneBehind(sets, take);
  else anyBehind(sets, take);
  return lists;
}

type Take = (node: number, part: number, ifCount: number, thenCount: number) => void;

function emptyLists(length: number): RuleLists {
  return {
    length: 0,
    node: new Uint32Array(length),
    part: new Uint32Array(length),
    ifCount: new Uint32Array(length),
    thenCount: new Uint32Array(length),
    measure: new Float64Array(length),
  };
}

function widened(lists: RuleLists): RuleLists {
  const wider = emptyLists(2 * lists.node.length);
  for (const name of ['node', 'part', 'ifCount', 'thenCount', 'measure'] as const) wider[name].set(lists[name]);
  return { ...wider, length: lists.length };
}

/**
 * Every set with each of its items behind `then`. The set without its last item is its parent, and without another one a child
 * of its parent without that one; parents come before their children.
 */
function oneBehind(sets: FrequentSets, take: Take): void {
  const { nodes, item, parent, count } = sets;
  const sizes = new Uint8Array(nodes);
  for (let node = 1; node < nodes; node++) sizes[node] = (sizes[parent[node] as number] as number) + 1;
  const starts = new Uint32Array(nodes + 1);
  for (let node = 0; node < nodes; node++) starts[node + 1] = (starts[node] as number) + (sizes[node] as number);
  // For each set the node without its first item, without its second, and so on.
  const without = new Uint32Array(starts[nodes] as number);
  for (let node = 1; node < nodes; node++) {
    const above = parent[node] as number;
    const own = item[node] as number;
    const [from, base, last] = [starts[node] as number, starts[above] as number, (sizes[node] as number) - 1];
    without[from + last] = above;
    for (let at = 0; at < last; at++) without[from + at] = childOf(sets, without[base + at] as number, own);
    for (let at = last, behind = node; last > 0 && at >= 0; at--, behind = parent[behind] as number)
      take(node, 1 << at, count[without[from + at] as number] as number, count[1 + (item[behind] as number)] as number);
  }
}

/** Every set with every part of it behind `then`. */
function anyBehind(sets: FrequentSets, take: Take): void {
  for (let node = 1; node < sets.nodes; node++) {
    const items = itemsOf(sets, node);
    const all = 2 ** items.length - 1;
    for (let part = 1; part < all; part++) take(node, part, countOfPart(sets, items, all - part), countOfPart(sets, items, part));
  }
}

/** The rules that can be among the first `most`: those that are no worse by the first measure than the last of so many. */
function amongBest(lists: RuleLists, sets: FrequentSets, baskets: number, most: number): Counted[] {
  const { length, node, part, ifCount, thenCount, measure } = lists;
  const least = length <= most ? Number.NEGATIVE_INFINITY : nthLargest(measure.slice(0, length), most);
  const best: Counted[] = [];
  for (let at = 0; at < length; at++) {
    if ((measure[at] as number) < least) continue;
    const count = sets.count[node[at] as number] as number;
    const [given, wanted] = [ifCount[at] as number, thenCount[at] as number];
    best.push({
      node: node[at] as number,
      part: part[at] as number,
      count,
      ifCount: given,
      thenCount: wanted,
      support: count / baskets,
      confidence: count / given,
      lift: (count * baskets) / (given * wanted),
    });
  }
  return best;
}

/** The n-th largest number of a list, which is reordered (Hoare 1961, Algorithm 65: Find). */
function nthLargest(values: Float64Array, n: number): number {
  const wanted = n - 1;
  for (let from = 0, to = values.length - 1; from < to; ) {
    const middle = values[(from + to) >> 1] as number;
    let [low, high] = [from, to];
    while (low <= high) {
      while ((values[low] as number) > middle) low++;
      while ((values[high] as number) < middle) high--;
      if (low > high) break;
      const larger = values[high] as number;
      values[high--] = values[low] as number;
      values[low++] = larger;
    }
    if (wanted <= high) to = high;
    else if (wanted >= low) from = low;
    else break;
  }
  return values[wanted] as number;
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
function countOfPart(sets: FrequentSets, items: readonly number[], part: number): number {
  let node = 0;
  for (let at = 0; at < items.length; at++) if (((part >> at) & 1) === 1) node = childOf(sets, node, items[at] as number);
  return sets.count[node] as number;
}

/** The set of a node and one item more, of a higher number; it has to be frequent. */
function childOf({ item, firstChild, lastChild }: FrequentSets, node: number, wanted: number): number {
  if (node === 0) return 1 + wanted;
  let low = firstChild[node] as number;
  for (let high = lastChild[node] as number; low < high; ) {
    const middle = (low + high) >> 1;
    if ((item[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
