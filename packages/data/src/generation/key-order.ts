// Sorts distinct texts by their bytes, which is the order of code points: radix over the first eight bytes that differ, then comparison.
import type { Dictionary } from '../columns/dictionary.ts';

const PREFIX = 8;

function commonPrefix(dictionary: Dictionary, codes: Uint32Array): number {
  const first = dictionary.bytesOf(codes[0] as number);
  let common = first.length;
  const { bytes, ends } = dictionary.contents;
  for (const code of codes) {
    const from = ends[code - 1] as number;
    const length = Math.min(common, (ends[code] as number) - from);
    let i = 0;
    while (i < length && bytes[from + i] === first[i]) i++;
    common = i;
    if (common === 0) break;
  }
  return common;
}

/** Big-endian words of the bytes `skip … skip + 8`, zero where the text has ended. */
function prefixes(dictionary: Dictionary, codes: Uint32Array, skip: number): { high: Uint32Array; low: Uint32Array } {
  const high = new Uint32Array(codes.length);
  const low = new Uint32Array(codes.length);
  const { bytes, ends } = dictionary.contents;
  for (let n = 0; n < codes.length; n++) {
    const code = codes[n] as number;
    const from = (ends[code - 1] as number) + skip;
    const end = ends[code] as number;
    let a = 0;
    let b = 0;
    for (let i = 0; i < 4; i++) a = (a << 8) | (from + i < end ? (bytes[from + i] as number) : 0);
    for (let i = 4; i < PREFIX; i++) b = (b << 8) | (from + i < end ? (bytes[from + i] as number) : 0);
    high[n] = a;
    low[n] = b;
  }
  return { high, low };
}

/** One stable counting pass over 16 bits of `words`. */
function pass(order: Uint32Array, words: Uint32Array, shift: number): Uint32Array {
  const counts = new Uint32Array(65_537);
  for (const word of words) (counts[((word >>> shift) & 0xffff) + 1] as number)++;
  for (let i = 1; i < counts.length; i++) counts[i] = (counts[i] as number) + (counts[i - 1] as number);
  const next = new Uint32Array(order.length);
  for (const index of order) {
    const digit = ((words[index] as number) >>> shift) & 0xffff;
    next[counts[digit] as number] = index;
    counts[digit] = (counts[digit] as number) + 1;
  }
  return next;
}

/** The codes in the order of their texts by code point. */
export function sortedCodes(dictionary: Dictionary, codes: Uint32Array): Uint32Array {
  if (codes.length < 2) return codes.slice();
  const { high, low } = prefixes(dictionary, codes, commonPrefix(dictionary, codes));
  let order: Uint32Array = Uint32Array.from(codes, (_, index) => index);
  for (const [words, shift] of [
    [low, 0],
    [low, 16],
    [high, 0],
    [high, 16],
  ] as const)
    order = pass(order, words, shift);
  const sorted = order.map((index) => codes[index] as number);
  for (let from = 0; from < order.length; ) {
    const head = order[from] as number;
    let to = from + 1;
    while (to < order.length && high[order[to] as number] === high[head] && low[order[to] as number] === low[head]) to++;
    if (to - from > 1) sorted.subarray(from, to).sort((a, b) => Buffer.compare(dictionary.bytesOf(a), dictionary.bytesOf(b)));
    from = to;
  }
  return sorted;
}
