// What the shop knows about a customer besides the orders: person, place, survey, service, visits.
import { formatDay } from '@tierflow/definition';
import type { Names, Random } from '@tierflow/draw';
import { exp } from '@tierflow/draw';
import type { Cell } from '../csv-file.ts';
import type { Place } from '../places.ts';
import type { Order, Taste } from './order.ts';
import type { Purchases } from './purchases.ts';
import { LAST_DAY, type Season } from './season.ts';

/** All that the row of a customer is drawn from. */
export interface Life {
  readonly id: string;
  readonly place: Place;
  readonly taste: Taste;
  readonly purchases: Purchases;
  readonly orders: readonly Order[];
}

const SURVEY_MISSING = 0.35;
const OLDEST_AGE = 72;
const YEAR = 365.25;

/** The cells of a customer in the file's column order. */
export function customerCells(life: Life, season: Season, names: Names, random: Random): readonly Cell[] {
  const { taste, purchases, orders } = life;
  const female = random.chance(0.63);
  const silent = silentDays(purchases, season);
  const returned = orders.filter((order) => order.status === 'returned').length;
  const complaints = random.poisson(0.04 + 0.35 * returned + 0.7 * purchases.risk * Math.min(orders.length, 4) * 0.3);
  const mood = 7.7 - 1.6 * complaints - 4 * purchases.risk + (purchases.active ? 0.5 : -0.3) + 1.5 * random.normal();
  const answered = !random.chance(SURVEY_MISSING);
  return [
    life.id,
    names.person(random, female),
    names.phone(random),
    random.chance(0.06) ? undefined : female ? 'female' : 'male',
    random.chance(0.12) ? undefined : birthDate(random),
    random.chance(0.02) ? undefined : life.place.province,
    random.chance(0.03) ? undefined : life.place.city,
    taste.channel,
    season.days[purchases.joined]?.text,
    answered ? clamp(Math.round(mood), 1, 10) : undefined,
    complaints,
    complaints + random.poisson(0.25 + 0.03 * orders.length),
    feedback(mood, random),
    random.poisson(0.18 * orders.length),
    answered && random.chance(0.9) ? taste.motive : undefined,
    random.chance(0.76),
    random.chance(taste.channel === 'WeChat mini program' ? 0.86 : 0.38),
    visits(taste, purchases, silent, random),
    random.poisson(mood > 8.5 ? 0.5 : 0.12),
  ];
}

/** Days between the last sign of life and the last day in the data; 0 for people who still come. */
function silentDays(purchases: Purchases, season: Season): number {
  if (purchases.active) return 0;
  const last = season.days[purchases.days.at(-1) ?? purchases.joined];
  return last === undefined ? 0 : LAST_DAY - last.day;
}

/** Those who left still look in for a while; store customers mostly have no app. */
function visits(taste: Taste, purchases: Purchases, silent: number, random: Random): number | undefined {
  if (taste.channel === 'store' && random.chance(0.7)) return undefined;
  if (random.chance(0.04)) return undefined;
  const mean = (1.5 + 420 * purchases.rate) * random.gamma(2) * 0.5;
  return Math.min(240, random.poisson(purchases.active ? mean : mean * exp(-silent / 70)));
}

function feedback(mood: number, random: Random): string | undefined {
  if (random.chance(0.55)) return undefined;
  return mood >= 7.5 ? 'positive' : mood >= 5 ? 'neutral' : 'negative';
}

/** Ages 16 to 72, most between 22 and 45. */
function birthDate(random: Random): string {
  for (;;) {
    const age = 16 + 6 * random.gamma(3.2);
    if (age < OLDEST_AGE) return formatDay(LAST_DAY - Math.floor(age * YEAR));
  }
}

function clamp(x: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, x));
}
