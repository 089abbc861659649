// Seasons of a definition: days on which other numbers hold. The columns carry the choice as ordinary conditions on the as-of
// day; here it is made once for a day, so that no row and no query pays for it.
import { canonicalJson } from './canonical.ts';
import { civilFromDays, parseDay } from './civil-day.ts';
import { rewrite } from './type-of.ts';
import type { Definition, Expr, SeasonDays } from './types.ts';

const asOf: Expr = { op: 'asOf' };

function call(fn: string, ...args: readonly Expr[]): Expr {
  return { op: 'call', fn, args };
}

/** Month × 100 + day of `MM-DD`. */
function monthDay(text: string): number {
  return Number(text.slice(0, 2)) * 100 + Number(text.slice(3));
}

/**
 * True on the days of a season, as an expression over the as-of day. `02-29` is a day of leap years only: in other years a
 * season from it begins on 03-01, one up to it ends on 02-28.
 */
export function seasonCondition({ from, to, yearly }: SeasonDays): Expr {
  if (yearly !== true) return call('and', call('ge', asOf, { op: 'date', value: from }), call('le', asOf, { op: 'date', value: to }));
  const day = call('add', call('mul', call('monthOf', asOf), { op: 'literal', value: 100 }), call('dayOf', asOf));
  const begun = call('ge', day, { op: 'literal', value: monthDay(from) });
  const open = call('le', day, { op: 'literal', value: monthDay(to) });
  return call(monthDay(from) > monthDay(to) ? 'or' : 'and', begun, open);
}

/** Whether a day, counted from 1970-01-01, is one of a season's: what `seasonCondition` says. */
export function isInSeason({ from, to, yearly }: SeasonDays, day: number): boolean {
  if (yearly !== true) return day >= (parseDay(from) ?? Number.NaN) && day <= (parseDay(to) ?? Number.NaN);
  const civil = civilFromDays(day);
  const at = civil.month * 100 + civil.day;
  const [first, last] = [monthDay(from), monthDay(to)];
  return first > last ? at >= first || at <= last : at >= first && at <= last;
}

/** The season whose numbers hold on a day: of several the first. */
export function seasonOn<S extends SeasonDays>(seasons: readonly S[] | undefined, day: number): S | undefined {
  return seasons?.find((season) => isInSeason(season, day));
}

/**
 * The program as it is on one day: every choice between seasons is made. The same values for every record on that day; the very
 * program given where it has no seasons.
 */
export function programOn<P extends Pick<Definition, 'columns' | 'seasons'>>(program: P, day: number): P {
  const { seasons = [], columns } = program;
  if (seasons.length === 0) return program;
  const known = new Map(seasons.map((season) => [canonicalJson(seasonCondition(season)), isInSeason(season, day)]));
  const chosen = (part: Expr): Expr => {
    if (part.op !== 'call' || part.fn !== 'if') return part;
    const [condition, yes, no] = part.args;
    const holds = condition?.op === 'call' ? known.get(canonicalJson(condition)) : undefined;
    return (holds === undefined ? undefined : holds ? yes : no) ?? part;
  };
  return { ...program, columns: columns.map((column) => ({ ...column, expr: rewrite(column.expr, chosen) })) };
}
