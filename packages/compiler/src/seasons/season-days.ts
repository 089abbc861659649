// The days of seasons: whether they can be read, and where two of them meet.
import { daysFromCivil, formatDay, isInSeason, parseDay } from '@tierflow/definition';
import type { FlowSeason } from '@tierflow/flow';

/** A year with a 29 February, and the one after it: every day of every year is among them. */
const twoYears = { first: daysFromCivil(2024, 1, 1), last: daysFromCivil(2025, 12, 31) } as const;

/** The day of a season's end that cannot be read; undefined where both can. */
export function unreadableDay({ from, to, yearly }: FlowSeason): 'from' | 'to' | undefined {
  const reads = (text: string): boolean => parseDay(yearly === true ? `2024-${text}` : text) !== undefined;
  return reads(from) ? (reads(to) ? undefined : 'to') : 'from';
}

export interface SharedDays {
  readonly from: string;
  readonly to: string;
}

/** The first run of days that two readable seasons share: civil days, or `MM-DD` where both are yearly. */
export function sharedDays(one: FlowSeason, other: FlowSeason): SharedDays | undefined {
  const { first, last } = windowOf(one, other);
  const both = (day: number): boolean => isInSeason(one, day) && isInSeason(other, day);
  // Of yearly seasons a run is told from its beginning, not from the middle of it on New Year.
  const yearly = one.yearly === true && other.yearly === true;
  let from = first;
  if (yearly) while (from <= first + 366 && both(from)) from++;
  if (yearly && from > first + 366) return { from: '01-01', to: '12-31' };
  while (from <= last && !both(from)) from++;
  if (from > last) return undefined;
  let to = from;
  while (to < last && both(to + 1)) to++;
  const text = (day: number): string => (yearly ? formatDay(day).slice(5) : formatDay(day));
  return { from: text(from), to: text(to) };
}

/** Days among which shared ones have to be: those of the shorter dated season. */
function windowOf(...seasons: readonly FlowSeason[]): { readonly first: number; readonly last: number } {
  const dated = seasons.filter((season) => season.yearly !== true);
  if (dated.length === 0) return twoYears;
  const ranges = dated.map(({ from, to }) => ({ first: parseDay(from) ?? 0, last: parseDay(to) ?? 0 }));
  const [shortest = twoYears] = ranges.toSorted((a, b) => a.last - a.first - (b.last - b.first));
  return shortest;
}
