// The search for the nearest good place on a way that is walked in steps: scanned where it is short, bracketed and halved
// where it is long. The number of places looked at is bounded by the length of the way, never by time.

/** A way from where somebody stands: places 1 to `count`, each farther than the one before. */
export interface Path {
  readonly count: number;
  /** The value at a place. */
  readonly at: (step: number) => number;
  /** Places where something is known to change; looked at in any case. */
  readonly hints: readonly number[];
}

/** Ways of up to this many places are looked at place by place. */
const SCANNED = 32;
/** Of more hints so many are used, spread evenly. */
const MAX_HINTS = 64;

/**
 * The nearest good place; undefined where none was found. Up to 32 places it is the nearest whatever the rule is. On a longer
 * way the place found is good and the one before it is not; where good places follow each other without a gap up to the end of
 * the way (a rule that only rises), it is the nearest. Good places between two hints that are narrower than the doubling steps
 * can be passed over.
 */
export function nearestOn(path: Path, good: (step: number) => boolean): number | undefined {
  let before = 0;
  for (const step of placesOf(path)) {
    if (good(step)) return halved(before, step, good);
    before = step;
  }
  return undefined;
}

/** The places that a search looks at before it halves, nearest first. */
export function placesOf({ count, hints }: Path): readonly number[] {
  if (count <= SCANNED) return Array.from({ length: count }, (_, at) => at + 1);
  const places = new Set<number>([count]);
  for (let step = 1; step < count; step *= 2) places.add(step);
  for (const hint of spread(hints)) if (hint >= 1 && hint <= count) places.add(hint);
  return [...places].sort((a, b) => a - b);
}

function spread(hints: readonly number[]): readonly number[] {
  if (hints.length <= MAX_HINTS) return hints;
  return Array.from({ length: MAX_HINTS }, (_, at) => hints[Math.round((at * (hints.length - 1)) / (MAX_HINTS - 1))] as number);
}

/** Between a place that is not good and one that is. */
function halved(bad: number, found: number, good: (step: number) => boolean): number {
  let [low, high] = [bad, found];
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (good(middle)) high = middle;
    else low = middle;
  }
  return high;
}
