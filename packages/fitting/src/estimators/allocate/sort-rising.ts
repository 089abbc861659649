// Sorts places by a number each, stably and without comparing: doubles read as integers, sixteen bits at a time.

/** The places 0 … n − 1 by rising number; equal numbers stay in order. No number is NaN. */
export function sortRising(values: Float64Array): Uint32Array {
  const n = values.length;
  const bits = new Uint32Array(values.buffer, values.byteOffset, 2 * n);
  const [low, high] = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? [0, 1] : [1, 0];
  // Positive numbers rise with their bits, negative ones fall.
  const digit = (place: number, pass: number): number => {
    const flip = (bits[2 * place + high] as number) >>> 31 === 1 ? 0xffff : pass === 3 ? 0x8000 : 0;
    const word = bits[2 * place + (pass < 2 ? low : high)] as number;
    return ((pass % 2 === 0 ? word & 0xffff : word >>> 16) ^ flip) & 0xffff;
  };
  let from = Uint32Array.from(values, (_, place) => place);
  let to = new Uint32Array(n);
  for (let pass = 0; pass < 4; pass++) {
    const starts = new Uint32Array(65_537);
    for (let at = 0; at < n; at++) {
      const slot = digit(at, pass) + 1;
      starts[slot] = (starts[slot] as number) + 1;
    }
    for (let slot = 0; slot < 65_536; slot++) starts[slot + 1] = (starts[slot + 1] as number) + (starts[slot] as number);
    for (let at = 0; at < n; at++) {
      const place = from[at] as number;
      const slot = digit(place, pass);
      to[starts[slot] as number] = place;
      starts[slot] = (starts[slot] as number) + 1;
    }
    [from, to] = [to, from];
  }
  return from;
}
