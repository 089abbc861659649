// All sets of items that stand together in enough baskets, depth first as in Zaki (2000), Eclat: what two sets with the same
// beginning have in common is the set of both. The baskets of the item at hand are numbered, and each later item is a row of
// bits over them. Items go by rising count, so that those bits are never more than the baskets' own items.
import type { Work } from '../work.ts';
import { type Baskets, END } from './baskets.ts';
import { type FrequentSets, PrefixTree } from './prefix-tree.ts';

export interface SearchLimits {
  /** Items a set has at most, two or more. */
  readonly size: number;
  /** Sets that are looked for at most, and steps taken. */
  readonly sets: number;
  readonly steps: number;
}

const STEPS_PER_TURN = 200_000;
/** What joining two sets takes beside going through their bits. */
const STEPS_PER_SET = 4;

/** The sets with at least `least` baskets; undefined where there are more of them than the limits allow. */
export async function frequentSets(baskets: Baskets, limits: SearchLimits, work: Work): Promise<FrequentSets | undefined> {
  const search = new Search(baskets, limits);
  let reported = 0;
  while (search.next()) {
    const done = search.steps - reported;
    if (done < STEPS_PER_TURN) continue;
    reported = search.steps;
    await work.rows(done);
    work.progress(search.item / baskets.names.length);
  }
  return search.isOver() ? undefined : search.tree;
}

/** Sets that begin alike, and which of them is to be joined with those behind it. */
interface Siblings {
  next: number;
  readonly first: number;
  readonly last: number;
  /** Where the bits of the first begin. */
  readonly bits: number;
}

class Search {
  readonly tree = new PrefixTree();
  /** The item whose sets are being looked for. */
  item = 0;
  steps = 0;
  readonly #baskets: Baskets;
  readonly #limits: SearchLimits;
  readonly #occurrences: Occurrences;
  readonly #counts: Uint32Array;
  /** For later items of the item at hand: 1 + the place of their bits, 0 for rare ones. */
  readonly #rows: Uint32Array;
  readonly #stack: Siblings[] = [];
  #bits = new Int32Array(1 << 16);
  /** Of the bits of one set. */
  #words = 0;

  constructor(baskets: Baskets, limits: SearchLimits) {
    this.#baskets = baskets;
    this.#limits = limits;
    this.#occurrences = occurrencesOf(baskets);
    this.#counts = new Uint32Array(baskets.names.length);
    this.#rows = new Uint32Array(baskets.names.length);
    const { starts } = this.#occurrences;
    baskets.names.forEach((_, item) => {
      this.tree.add(item, 0, (starts[item + 1] as number) - (starts[item] as number));
    });
  }

  isOver(): boolean {
    return this.tree.nodes > this.#limits.sets + 1 || this.steps > this.#limits.steps;
  }

  /** Goes on by one set; false where all are done. */
  next(): boolean {
    const siblings = this.#stack.at(-1);
    if (this.isOver() || (siblings === undefined && this.item === this.#counts.length)) return false;
    if (siblings === undefined) this.#open(this.item++);
    else if (siblings.next < siblings.last - 1) this.#join(siblings.next++, siblings);
    else this.#stack.pop();
    return true;
  }

  /** Pairs of an item with later ones, and the bits of those. */
  #open(item: number): void {
    const { items, least } = this.#baskets;
    const { starts, after } = this.#occurrences;
    const [from, to] = [starts[item] as number, starts[item + 1] as number];
    const [counts, rows, node] = [this.#counts, this.#rows, item + 1];
    for (let i = from; i < to; i++) {
      for (let p = after[i] as number, other = items[p] as number; other !== END; other = items[++p] as number) {
        counts[other] = (counts[other] as number) + 1;
        this.steps++;
      }
    }
    for (let other = item + 1; other < counts.length; other++) {
      const count = counts[other] as number;
      counts[other] = 0;
      rows[other] = 0;
      if (count < least) continue;
      this.tree.add(other, node, count);
      rows[other] = this.tree.childrenOf(node);
    }
    const pairs = this.tree.childrenOf(node);
    if (pairs < 2 || this.#limits.size < 3) return;
    this.#words = (to - from + 31) >> 5;
    this.#room(pairs * this.#words);
    const bits = this.#bits.fill(0, 0, pairs * this.#words);
    for (let i = from; i < to; i++) {
      const [word, bit] = [(i - from) >> 5, 1 << ((i - from) & 31)];
      for (let p = after[i] as number, other = items[p] as number; other !== END; other = items[++p] as number) {
        const row = rows[other] as number;
        if (row === 0) continue;
        const at = (row - 1) * this.#words + word;
        bits[at] = (bits[at] as number) | bit;
      }
    }
    const first = this.tree.firstChild[node] as number;
    this.#stack.push({ next: first, first, last: first + pairs, bits: 0 });
  }

  /** The sets of one set and a later sibling's last item. */
  #join(node: number, { first, last, bits }: Siblings): void {
    const { tree } = this;
    const words = this.#words;
    const behind = bits + (last - first) * words;
    this.#room(behind + (last - node) * words);
    const own = bits + (node - first) * words;
    for (let other = node + 1, free = behind; other < last; other++) {
      const count = common(this.#bits, { words, a: own, b: bits + (other - first) * words, to: free });
      if (count < this.#baskets.least) continue;
      tree.add(tree.item[other] as number, node, count);
      free += words;
    }
    this.steps += (last - node) * (words + STEPS_PER_SET);
    const found = tree.childrenOf(node);
    if (found < 2 || this.#stack.length + 3 > this.#limits.size) return;
    const start = tree.firstChild[node] as number;
    this.#stack.push({ next: start, first: start, last: start + found, bits: behind });
  }

  #room(words: number): void {
    if (words <= this.#bits.length) return;
    const wider = new Int32Array(2 * words);
    wider.set(this.#bits);
    this.#bits = wider;
  }
}

interface Rows {
  readonly words: number;
  readonly a: number;
  readonly b: number;
  readonly to: number;
}

/** Writes the bits that two rows have in common and counts them (Warren, Hacker's Delight, 5–1). */
function common(bits: Int32Array, { words, a, b, to }: Rows): number {
  let count = 0;
  for (let at = 0; at < words; at++) {
    let word = (bits[a + at] as number) & (bits[b + at] as number);
    bits[to + at] = word;
    if (word === 0) continue;
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    count += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}

/** For each item the places right behind it: those of item i are after[starts[i]] … after[starts[i + 1] − 1]. */
interface Occurrences {
  readonly starts: Uint32Array;
  readonly after: Uint32Array;
}

function occurrencesOf({ items, names }: Baskets): Occurrences {
  const starts = new Uint32Array(names.length + 1);
  for (let at = 0; at < items.length; at++) {
    const item = items[at] as number;
    if (item !== END) starts[item + 1] = (starts[item + 1] as number) + 1;
  }
  for (let item = 0; item < names.length; item++) starts[item + 1] = (starts[item + 1] as number) + (starts[item] as number);
  const fill = starts.slice();
  const after = new Uint32Array(starts[names.length] as number);
  for (let at = 0; at < items.length; at++) {
    const item = items[at] as number;
    if (item === END) continue;
    const to = fill[item] as number;
    after[to] = at + 1;
    fill[item] = to + 1;
  }
  return { starts, after };
}
