// The shop's year: how busy each day from 2023-11-01 to 2026-10-31 is, from public dates of sales and festivals.
import { civilFromDays, daysFromCivil, formatDay } from '@tierflow/definition';
import { firstAbove } from '@tierflow/draw';

/** First day of the shop. */
export const FIRST_DAY = daysFromCivil(2023, 11, 1);
/** Last day in the data. */
export const LAST_DAY = daysFromCivil(2026, 10, 31);

/** First day of the Spring Festival. */
const SPRING_FESTIVALS = [daysFromCivil(2024, 2, 10), daysFromCivil(2025, 1, 29), daysFromCivil(2026, 2, 17)];

/** One day of the shop. */
export interface ShopDay {
  /** Civil day number. */
  readonly day: number;
  /** `YYYY-MM-DD`. */
  readonly text: string;
  /** Demand against an ordinary weekday. */
  readonly demand: number;
  /** Sale days give larger discounts. */
  readonly sale: boolean;
  /** The weeks before the Spring Festival, when gifts are bought. */
  readonly gifts: boolean;
}

/**
 * Busy time: a clock that runs fast on busy days, one unit per average day. A customer who buys at a steady rate in
 * busy time shows the seasons in civil time, and the buying process stays the textbook one.
 */
export class Season {
  readonly days: readonly ShopDay[];
  readonly #ends: Float64Array;
  /** Busy time at the end of the last day. */
  readonly total: number;

  constructor() {
    const days: ShopDay[] = [];
    for (let day = FIRST_DAY; day <= LAST_DAY; day += 1) days.push(shopDay(day));
    const sum = days.reduce((total, each) => total + each.demand, 0);
    this.#ends = new Float64Array(days.length);
    let end = 0;
    for (const [i, each] of days.entries()) {
      end += (each.demand * days.length) / sum;
      this.#ends[i] = end;
    }
    this.days = days;
    this.total = end;
  }

  /** Index into `days` of a busy time. */
  indexAt(busyTime: number): number {
    return firstAbove(this.#ends, busyTime);
  }
}

function shopDay(day: number): ShopDay {
  const { month, day: date } = civilFromDays(day);
  const festival = festivalDemand(day);
  const base = (saleDemand(month, date) ?? 1) * festival * (isWeekend(day) ? 1.15 : 1);
  return { day, text: formatDay(day), demand: base, sale: saleDemand(month, date) !== undefined, gifts: festival > 1 };
}

/** Double 11, 618, Women's Day and Double 12; undefined on ordinary days. */
function saleDemand(month: number, date: number): number | undefined {
  if (month === 11) return date === 11 ? 6 : date <= 10 ? 1.7 : date === 12 ? 1.4 : undefined;
  if (month === 6) return date === 18 ? 4.6 : date >= 16 && date <= 20 ? 1.9 : date <= 15 ? 1.4 : undefined;
  if (month === 3) return date === 8 ? 2.2 : date >= 5 && date <= 7 ? 1.4 : undefined;
  return month === 12 && date === 12 ? 2 : undefined;
}

/** Busy for three weeks before the Spring Festival, quiet from the eve for a week. */
function festivalDemand(day: number): number {
  for (const first of SPRING_FESTIVALS) {
    const after = day - first;
    if (after >= -23 && after <= -3) return 1.7;
    if (after >= -1 && after <= 6) return 0.4;
  }
  return 1;
}

/** Day 0, 1970-01-01, was a Thursday. */
function isWeekend(day: number): boolean {
  const weekday = (day + 4) % 7;
  return weekday === 0 || weekday === 6;
}
