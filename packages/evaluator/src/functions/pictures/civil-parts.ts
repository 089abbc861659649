// The components of an instant that pictures name, in UTC.
import { civilFromDays, daysFromCivil, type NumberComponent } from '@tierflow/definition';

const DAY = 86_400_000;

/** Monday of the week that holds the first Thursday of a month (counted from 0) of a year. */
function firstWeek(year: number, month: number): number {
  const first = daysFromCivil(year + Math.floor(month / 12), (((month % 12) + 12) % 12) + 1, 1);
  const weekday = ((((first + 3) % 7) + 7) % 7) + 1;
  return weekday > 4 ? first + 8 - weekday : first - (weekday - 1);
}

interface Week {
  readonly week: number;
  /** The year or month, counted from 0, that the week belongs to. */
  readonly of: number;
}

/** The week of a day; `step` is 12 for years, 1 for months. */
function weekOf(day: number, year: number, month: number, step: 1 | 12): Week {
  const start = firstWeek(year, month);
  const next = firstWeek(year, month + step);
  const from = day < start ? firstWeek(year, month - step) : day >= next ? next : start;
  const shift = day < start ? -1 : day >= next ? 1 : 0;
  return { week: Math.floor((day - from) / 7) + 1, of: step === 12 ? year + shift : (month + shift + 12) % 12 };
}

/** The value of a component at an instant. */
export function componentOf(ms: number, component: NumberComponent): number {
  const days = Math.floor(ms / DAY);
  const time = ms - days * DAY;
  const { year, month, day } = civilFromDays(days);
  const of: { readonly [name in NumberComponent]: () => number } = {
    Y: () => year,
    M: () => month,
    D: () => day,
    d: () => days - daysFromCivil(year, 1, 1) + 1,
    F: () => ((((days + 3) % 7) + 7) % 7) + 1,
    W: () => weekOf(days, year, 0, 12).week,
    X: () => weekOf(days, year, 0, 12).of,
    w: () => weekOf(days, year, month - 1, 1).week,
    x: () => weekOf(days, year, month - 1, 1).of + 1,
    H: () => Math.floor(time / 3_600_000),
    h: () => Math.floor(time / 3_600_000) % 12 || 12,
    m: () => Math.floor(time / 60_000) % 60,
    s: () => Math.floor(time / 1000) % 60,
    f: () => Math.floor(time) % 1000,
  };
  return of[component]();
}
