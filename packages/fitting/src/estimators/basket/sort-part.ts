// Sorting a part of a list in place: most parts here hold a handful of numbers, for which the engine's sort is slow to begin.

const FEW = 24;

/** Puts list[from] … list[to − 1] in rising order. */
export function sortPart(list: Uint32Array | Float64Array, from: number, to: number): void {
  if (to - from > FEW) {
    list.subarray(from, to).sort();
    return;
  }
  for (let i = from + 1; i < to; i++) {
    const value = list[i] as number;
    let at = i;
    for (; at > from && (list[at - 1] as number) > value; at--) list[at] = list[at - 1] as number;
    list[at] = value;
  }
}
