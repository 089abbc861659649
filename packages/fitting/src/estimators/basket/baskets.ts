// Lines gathered to baskets: what was bought together, as small numbers in the order in which sets are searched.
import type { ColumnData, StringColumn } from '@tierflow/evaluator';
import type { LineSample } from '../estimator.ts';
import type { Rows } from '../sample.ts';
import { sortPart } from './sort-part.ts';

/** Marks the end of a basket among the items. */
export const END = 0xffff_ffff;

export interface Baskets {
  /** Baskets with at least one item, those without a frequent item included. */
  readonly count: number;
  /** Lines without an item or a basket. */
  readonly skipped: number;
  /** Names of the frequent items: the rarest first, equals by name. */
  readonly names: readonly string[];
  /** How many different items there are. */
  readonly kinds: number;
  /** Frequent items of each basket by their place in `names`, ascending, each basket closed by END. */
  readonly items: Uint32Array;
  /** Where each basket begins that has a frequent item. */
  readonly starts: Uint32Array;
  /** Baskets an item has to be in to be frequent. */
  readonly least: number;
}

/** How many baskets a share of them is, at least one. */
export function countOf(share: number, baskets: number): number {
  let count = Math.max(1, Math.ceil(share * baskets));
  while (count > 1 && (count - 1) / baskets >= share) count--;
  while (count / baskets < share && count < baskets) count++;
  return count;
}

/**
 * Baskets of the customers in `rows`: lines of one customer with the same basket, or all of a customer where the sample has no
 * second text. An item counts once a basket. Items in `without` are in no basket, but what they leave empty is still one.
 */
export function gatherBaskets(
  { start, end, kept, of }: LineSample,
  rows: Rows,
  { share, without }: { readonly share: number; readonly without: ReadonlySet<string> },
): Baskets {
  const item = texts(of[0]);
  const basket = of[1] === undefined ? undefined : texts(of[1]);
  const blank = item.dictionary.map((name, code) => code === 0 || name === '');
  const width = item.dictionary.length;
  const found = pairsOf();
  let skipped = 0;
  let own = new Float64Array(64);
  for (let row = 0; row < start.length; row++) {
    if (rows !== undefined && rows[row] !== 1) continue;
    const [from, to] = [start[row] as number, end[row] as number];
    if (to - from > own.length) own = new Float64Array(2 * (to - from));
    let n = 0;
    for (let line = from; line < to; line++) {
      if (kept !== undefined && kept[line] !== 1) continue;
      const code = item.codes[line] as number;
      const group = basket === undefined ? 1 : (basket.codes[line] as number);
      if (blank[code] === true || group === 0) skipped++;
      else own[n++] = group * width + code;
    }
    sortPart(own, 0, n);
    if (n > 0) found.add(own, n, width);
  }
  return numbered(found.done(), { names: item.dictionary, count: found.baskets(), skipped, share, without });
}

function texts(data: ColumnData | undefined): StringColumn {
  return data?.type === 'string' ? data : { type: 'string', codes: new Uint32Array(), dictionary: [''] };
}

/** Collects the codes of each basket, END behind each. */
function pairsOf() {
  let codes = new Uint32Array(4096);
  let n = 0;
  let baskets = 0;
  const push = (value: number): void => {
    if (n === codes.length) {
      const wider = new Uint32Array(2 * n);
      wider.set(codes);
      codes = wider;
    }
    codes[n++] = value;
  };
  return {
    /** A customer's pairs of basket and item, as one number each, in rising order. */
    add: (own: Float64Array, n: number, width: number): void => {
      let before = -1;
      let base = Math.floor((own[0] as number) / width) * width;
      for (let at = 0; at < n; at++) {
        const pair = own[at] as number;
        if (pair === before) continue;
        if (pair >= base + width) {
          push(END);
          baskets++;
          base = Math.floor(pair / width) * width;
        }
        push(pair - base);
        before = pair;
      }
      push(END);
      baskets++;
    },
    baskets: () => baskets,
    done: () => codes.subarray(0, n),
  };
}

interface Numbering {
  readonly names: readonly string[];
  readonly count: number;
  readonly skipped: number;
  readonly share: number;
  readonly without: ReadonlySet<string>;
}

/** Frequent items by rising count; the others are left out. */
function numbered(codes: Uint32Array, { names, count, skipped, share, without }: Numbering): Baskets {
  const counts = new Uint32Array(names.length);
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    if (code !== END) counts[code] = (counts[code] as number) + 1;
  }
  const least = countOf(share, count);
  const frequent: number[] = [];
  let kinds = 0;
  counts.forEach((n, code) => {
    if (n > 0) kinds++;
    if (n > 0 && n >= least && !without.has(names[code] as string)) frequent.push(code);
  });
  frequent.sort((a, b) => (counts[a] as number) - (counts[b] as number) || ((names[a] as string) < (names[b] as string) ? -1 : 1));
  const place = new Uint32Array(names.length).fill(END);
  frequent.forEach((code, at) => {
    place[code] = at;
  });
  const items = new Uint32Array(codes.length);
  const starts = new Uint32Array(count);
  let n = 0;
  let filled = 0;
  let from = 0;
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    if (code !== END) {
      const at = place[code] as number;
      if (at !== END) items[n++] = at;
    } else if (n > from) {
      sortPart(items, from, n);
      starts[filled++] = from;
      items[n++] = END;
      from = n;
    }
  }
  return {
    count,
    skipped,
    kinds,
    least,
    names: frequent.map((code) => names[code] as string),
    items: items.subarray(0, n),
    starts: starts.subarray(0, filled),
  };
}
