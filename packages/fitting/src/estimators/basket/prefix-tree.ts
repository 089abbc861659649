// Sets of items as a tree of prefixes, as in Han, Pei, Yin (2000): a set is its parent and one item more, of a higher number.

/** Node 0 is the empty set; its children are all single items, in order. Children of a node stand together, by rising item. */
export interface FrequentSets {
  readonly nodes: number;
  readonly item: Uint32Array;
  readonly parent: Uint32Array;
  /** Baskets that hold the set. */
  readonly count: Uint32Array;
  readonly firstChild: Uint32Array;
  /** Behind the last one. */
  readonly lastChild: Uint32Array;
}

const LISTS = ['item', 'parent', 'count', 'firstChild', 'lastChild'] as const;

/** A tree that grows. */
export class PrefixTree implements FrequentSets {
  nodes = 1;
  item = new Uint32Array(16_384);
  parent = new Uint32Array(16_384);
  count = new Uint32Array(16_384);
  firstChild = new Uint32Array(16_384);
  lastChild = new Uint32Array(16_384);

  /** Children of one node are added together, and nothing between them. */
  add(item: number, parent: number, count: number): void {
    const node = this.nodes++;
    if (node === this.item.length) for (const list of LISTS) this[list] = wider(this[list], 2 * node);
    this.item[node] = item;
    this.parent[node] = parent;
    this.count[node] = count;
    if (this.lastChild[parent] === 0) this.firstChild[parent] = node;
    this.lastChild[parent] = node + 1;
  }

  childrenOf(node: number): number {
    return (this.lastChild[node] as number) - (this.firstChild[node] as number);
  }
}

function wider(list: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  const made = new Uint32Array(length);
  made.set(list);
  return made;
}
