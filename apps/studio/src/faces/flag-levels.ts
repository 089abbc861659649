// Flags of lines that would cover each other stand on two levels.

/**
 * @param places of the lines in pixels, in the order of the lines; undefined for one that is not drawn
 * @param room pixels a flag takes
 */
export function flagLevels(places: readonly (number | undefined)[], room: number): readonly (0 | 1)[] {
  let last: { readonly at: number; readonly level: 0 | 1 } | undefined;
  return places.map((at) => {
    if (at === undefined) return 0;
    const level = last !== undefined && Math.abs(last.at - at) < room && last.level === 0 ? 1 : 0;
    last = { at, level };
    return level;
  });
}
