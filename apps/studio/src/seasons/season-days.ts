// Days of seasons as the studio shows them: the day a season is looked at on, and the year as a strip.
import { civilFromDays, daysFromCivil, formatDay, isInSeason, parseDay, seasonOn } from '@tierflow/definition';
import type { Flow, FlowSeason } from '@tierflow/flow';
import { type DocumentStore, wholeFlow } from '../document/document-store.ts';

const leapYear = 366;

/** The first day from `from` on on which a season holds, else its first day; undefined for days that cannot be read. */
export function dayOfSeason(flow: Flow, season: FlowSeason, from: string): string | undefined {
  const start = parseDay(from) ?? 0;
  const own = season.yearly === true ? start : parseDay(season.from);
  if (own === undefined) return undefined;
  const length = season.yearly === true ? leapYear : (parseDay(season.to) ?? own) - own + 1;
  const begin = season.yearly === true ? start : Math.max(own, Math.min(start, own + length - 1));
  const days = Array.from({ length: Math.max(0, Math.min(length, 10 * leapYear)) }, (_, at) => begin + at).filter((day) =>
    isInSeason(season, day),
  );
  const day = days.find((candidate) => seasonOn(flow.seasons, candidate) === season) ?? days[0];
  return day === undefined ? undefined : formatDay(day);
}

/** The first day from `from` on that is in no season; undefined where every day of a year is. */
export function usualDay(flow: Flow, from: string): string | undefined {
  const start = parseDay(from) ?? 0;
  for (let day = start; day < start + leapYear; day++) if (seasonOn(flow.seasons, day) === undefined) return formatDay(day);
  return undefined;
}

/** Looks at a day of a season; nothing where it has none. */
export function lookAtSeason(document: DocumentStore, id: string): void {
  const state = document.getState();
  const flow = wholeFlow(state);
  const season = flow?.seasons?.find((each) => each.id === id);
  const day = flow === null || season === undefined ? undefined : dayOfSeason(flow, season, state.dataDay ?? '');
  if (day !== undefined) document.lookAt(day);
}

/** A run of days, both ends included. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

export interface StripRow {
  readonly season: FlowSeason;
  /** Where its numbers hold. */
  readonly holds: readonly Run[];
  /** Where a season above it holds instead. */
  readonly hidden: readonly Run[];
}

export interface Strip {
  readonly first: number;
  readonly days: number;
  /** First days of months. */
  readonly months: readonly number[];
  readonly rows: readonly StripRow[];
}

/** The twelve months that begin with the month of a day. */
export function yearStrip(seasons: readonly FlowSeason[], day: string): Strip {
  const { year, month } = civilFromDays(parseDay(day) ?? 0);
  const months = Array.from({ length: 13 }, (_, at) =>
    daysFromCivil(year + Math.floor((month - 1 + at) / 12), ((month - 1 + at) % 12) + 1, 1),
  );
  const [first = 0] = months;
  const end = months[12] ?? first;
  const all = Array.from({ length: end - first }, (_, at) => first + at);
  const rows = seasons.map(
    (season): StripRow => ({
      season,
      holds: runs(all, (at) => seasonOn(seasons, at) === season),
      hidden: runs(all, (at) => isInSeason(season, at) && seasonOn(seasons, at) !== season),
    }),
  );
  return { first, days: end - first, months: months.slice(0, 12), rows };
}

function runs(days: readonly number[], holds: (day: number) => boolean): readonly Run[] {
  const found: { from: number; to: number }[] = [];
  for (const day of days) {
    if (!holds(day)) continue;
    const last = found.at(-1);
    if (last !== undefined && last.to === day - 1) last.to = day;
    else found.push({ from: day, to: day });
  }
  return found;
}
