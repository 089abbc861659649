// Reference meaning of the date functions on day numbers (days since 1970-01-01).
import { civilFromDays, daysFromCivil, parseDay } from '@tierflow/definition';
import { raise } from '../row-error.ts';

const FIRST = daysFromCivil(1, 1, 1);
const LAST = daysFromCivil(9999, 12, 31);

/** The day a number of days later; fractions are cut. */
export function addDays(day: number, days: number): number {
  const result = day + Math.trunc(days);
  return result >= FIRST && result <= LAST ? result : raise('date.out-of-range');
}

export const yearOf = (day: number): number => civilFromDays(day).year;
export const monthOf = (day: number): number => civilFromDays(day).month;
export const dayOf = (day: number): number => civilFromDays(day).day;

/** Monday 1 … Sunday 7; 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** First day of the week (Monday), month, quarter or year. */
export function startOf(day: number, unit: string): number {
  if (unit === 'week') return day - (weekdayOf(day) - 1);
  const { year, month } = civilFromDays(day);
  if (unit === 'month') return daysFromCivil(year, month, 1);
  if (unit === 'quarter') return daysFromCivil(year, month - ((month - 1) % 3), 1);
  if (unit === 'year') return daysFromCivil(year, 1, 1);
  return raise('date.unknown-unit');
}

/** Full years from one day to another; a birthday on 29 February counts from 1 March in common years. */
export function age(from: number, to: number): number {
  const a = civilFromDays(from);
  const b = civilFromDays(to);
  const before = b.month < a.month || (b.month === a.month && b.day < a.day);
  return b.year - a.year - (before ? 1 : 0);
}

export function toDate(text: string): number {
  return parseDay(text) ?? raise('date.unreadable');
}
