// All sets of items that stand together in enough baskets: depth first, each set's baskets counted by going once through what
// they hold beyond the set. Uno, Kiyomi, Arimura (2004), LCM ver. 2: occurrence deliver. Sets are kept as a tree of prefixes, as
// in Han, Pei, Yin (2000), so that the count of any part of a set is found again.
import type { Work } from '../k-means/work.ts';
import { type Baskets, END } from './baskets.ts';
import { sortPart } from './sort-part.ts';

/** A tree: node 0 is the empty set, every other node the set of its parent and one item more, of a higher number. */
export interface FrequentSets {
  readonly nodes: number;
  readonly item: Uint32Array;
  readonly parent: Uint32Array;
  /** Baskets that hold the set. */
  readonly count: Uint32Array;
  /** Children of a node stand together, by rising item. */
  readonly firstChild: Uint32Array;
  /** Behind the last one. */
  readonly lastChild: Uint32Array;
}

export interface SearchLimits {
  /** Items a set has at most. */
  readonly size: number;
  /** Sets that are looked for at most, and steps taken. */
  readonly sets: number;
  readonly steps: number;
}

/** The sets with at least `least` baskets; undefined where there are more of them than the limits allow. */
export async function frequentSets(baskets: Baskets, limits: SearchLimits, work: Work): Promise<FrequentSets | undefined> {
  const search = newSearch(baskets, limits);
  search.open(0, baskets.starts, 0, baskets.starts.length);
  let reported = 0;
  while (search.next()) {
    if (search.tooMany()) return undefined;
    const done = search.steps();
    if (done - reported < STEPS_PER_TURN) continue;
    await work.rows(done - reported);
    reported = done;
    work.progress(search.share());
  }
  return search.tooMany() ? undefined : search.sets();
}

const STEPS_PER_TURN = 200_000;

/** A node whose children are being gone through. */
interface Frame {
  next: number;
  readonly last: number;
  /** Where the places of the children begin. */
  readonly mark: number;
}

/** Depth first over the tree, one set opened at a time. */
function newSearch({ items, names, starts, least }: Baskets, limits: SearchLimits) {
  const tree = newTree();
  const counts = new Uint32Array(names.length);
  const fill = new Uint32Array(names.length);
  const seen = new Uint32Array(names.length);
  const stack: Frame[] = [];
  let held = new Uint32Array(Math.max(1024, items.length));
  let top = 0;
  let steps = starts.length;
  let over = false;

  /** Counts what stands behind each place; frequent items become children, with their own places where those will be opened. */
  const open = (node: number, places: Uint32Array, from: number, to: number): void => {
    let met = 0;
    let walked = 0;
    for (let i = from; i < to; i++) {
      for (let p = places[i] as number, item = items[p] as number; item !== END; item = items[++p] as number) {
        if (counts[item] === 0) seen[met++] = item;
        counts[item] = (counts[item] as number) + 1;
        walked++;
      }
    }
    steps += walked;
    // Frequent ones come to the front.
    let found = 0;
    for (let i = 0; i < met; i++) {
      const item = seen[i] as number;
      if ((counts[item] as number) < least) counts[item] = 0;
      else seen[found++] = item;
    }
    sortPart(seen, 0, found);
    over ||= tree.size() + found > limits.sets + 1 || steps > limits.steps;
    if (!over && found > 0) {
      const mark = top;
      const first = tree.add(node, seen.subarray(0, found), counts);
      steps += found;
      if (stack.length + 1 < limits.size) {
        for (let at = 0; at < found; at++) {
          const item = seen[at] as number;
          tree.place[first + at] = fill[item] = top;
          top += counts[item] as number;
        }
        // `places` may be the list that is replaced here: it is read on as it was.
        if (top > held.length) held = grown(held, top);
        deliver(places.subarray(from, to), { items, counts, fill, held });
        stack.push({ next: first, last: first + found, mark });
      }
    }
    for (let i = 0; i < found; i++) counts[seen[i] as number] = 0;
  };

  /** Opens the next set; false where all are done. */
  const next = (): boolean => {
    const frame = stack.at(-1);
    if (frame === undefined || over) return false;
    if (frame.next === frame.last) {
      top = frame.mark;
      stack.pop();
      return true;
    }
    const node = frame.next++;
    const from = tree.place[node] as number;
    open(node, held, from, from + tree.countOf(node));
    return true;
  };

  return {
    open,
    next,
    steps: () => steps,
    tooMany: () => over,
    /** Which part of the single items is done. */
    share: () => {
      const [root] = stack;
      return root === undefined ? 1 : (root.next - 1) / (root.last - 1);
    },
    sets: tree.done,
  };
}

interface Delivery {
  readonly items: Uint32Array;
  /** 0 for items that are not frequent here. */
  readonly counts: Uint32Array;
  /** Where the next place of each item goes. */
  readonly fill: Uint32Array;
  readonly held: Uint32Array;
}

/** Notes for each frequent item the places behind it. */
function deliver(places: Uint32Array, { items, counts, fill, held }: Delivery): void {
  for (let i = 0; i < places.length; i++) {
    for (let p = places[i] as number, item = items[p] as number; item !== END; item = items[++p] as number) {
      if (counts[item] === 0) continue;
      const at = fill[item] as number;
      held[at] = p + 1;
      fill[item] = at + 1;
    }
  }
}

/** Lists that grow with the tree. */
function newTree() {
  let lists = {
    item: new Uint32Array(1024),
    parent: new Uint32Array(1024),
    count: new Uint32Array(1024),
    first: new Uint32Array(1024),
    last: new Uint32Array(1024),
  };
  const place: number[] = [];
  let size = 1;
  return {
    place,
    size: () => size,
    countOf: (node: number): number => lists.count[node] as number,
    /** Adds children of a node and answers the first. */
    add: (node: number, found: Uint32Array, counts: Uint32Array): number => {
      const first = size;
      size += found.length;
      if (size > lists.item.length) {
        const { item, parent, count, first: starts, last } = lists;
        lists = {
          item: grown(item, size),
          parent: grown(parent, size),
          count: grown(count, size),
          first: grown(starts, size),
          last: grown(last, size),
        };
      }
      lists.first[node] = first;
      lists.last[node] = size;
      for (let at = 0; at < found.length; at++) {
        const item = found[at] as number;
        lists.item[first + at] = item;
        lists.parent[first + at] = node;
        lists.count[first + at] = counts[item] as number;
      }
      return first;
    },
    done: (): FrequentSets => ({
      nodes: size,
      item: lists.item,
      parent: lists.parent,
      count: lists.count,
      firstChild: lists.first,
      lastChild: lists.last,
    }),
  };
}

function grown(list: Uint32Array<ArrayBuffer>, least: number): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(2 * least);
  wider.set(list);
  return wider;
}
