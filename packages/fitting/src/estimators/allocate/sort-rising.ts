// Sorts places by a number each, stably and without comparing: doubles read as integers, eleven bits at a time (radix sort).

const BITS = 11;
const DIGITS = 1 << BITS;
const WORD = 32;

/** The places 0 … n − 1 by rising number; equal numbers stay in order. No number is NaN. */
export function sortRising(values: Float64Array): Uint32Array {
  let from: Words = risingWords(values);
  let to: Words = { place: new Uint32Array(values.length), low: new Uint32Array(values.length), high: new Uint32Array(values.length) };
  for (const word of ['low', 'high'] as const) {
    for (let shift = 0; shift < WORD; shift += BITS) {
      const starts = startsOf(from[word], shift);
      if (starts === undefined) continue;
      const keys = from[word];
      for (let at = 0; at < keys.length; at++) {
        const digit = ((keys[at] as number) >>> shift) & (DIGITS - 1);
        const slot = starts[digit] as number;
        starts[digit] = slot + 1;
        to.place[slot] = from.place[at] as number;
        to.low[slot] = from.low[at] as number;
        to.high[slot] = from.high[at] as number;
      }
      [from, to] = [to, from];
    }
  }
  return from.place;
}

/** Each place with the two halves of its number. */
interface Words {
  readonly place: Uint32Array;
  readonly low: Uint32Array;
  readonly high: Uint32Array;
}

/** Where each digit begins; undefined where all have the same. */
function startsOf(keys: Uint32Array, shift: number): Uint32Array | undefined {
  const starts = new Uint32Array(DIGITS + 1);
  for (const key of keys) {
    const digit = ((key >>> shift) & (DIGITS - 1)) + 1;
    starts[digit] = (starts[digit] as number) + 1;
  }
  if (starts.includes(keys.length)) return undefined;
  for (let digit = 0; digit < DIGITS; digit++) starts[digit + 1] = (starts[digit + 1] as number) + (starts[digit] as number);
  return starts;
}

/** The bits of each number, so that they rise with it: those of negative numbers fall, so they are turned round. */
function risingWords(values: Float64Array): Words {
  const view = new DataView(values.buffer, values.byteOffset, values.byteLength);
  const [low, high] = [new Uint32Array(values.length), new Uint32Array(values.length)];
  const little = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;
  for (let at = 0; at < values.length; at++) {
    const [first, second] = [view.getUint32(8 * at, little), view.getUint32(8 * at + 4, little)];
    const [lower, upper] = little ? [first, second] : [second, first];
    const negative = upper >>> 31 === 1;
    low[at] = negative ? ~lower : lower;
    high[at] = negative ? ~upper : upper | 0x80000000;
  }
  return { place: Uint32Array.from(values, (_, place) => place), low, high };
}
