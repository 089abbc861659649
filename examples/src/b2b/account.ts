// One account of the B2B example: the company, how the cooperation goes, and its deals.
import { daysFromCivil, formatDay } from '@tierflow/definition';
import type { Random } from '@tierflow/draw';
import { exp, ln } from '@tierflow/draw';
import type { Cell } from '../csv-file.ts';
import type { Place } from '../places.ts';
import type { Industry, Market } from './market.ts';

/** First day of the deals. */
export const FIRST_DEAL = daysFromCivil(2021, 1, 1);
/** Last day in the data. */
export const LAST_DEAL = daysFromCivil(2026, 10, 31);
const YEAR = 365.25;
const STATUS = { prospect: 0.16, lost: 0.13 };

/** The latent facts that the row and the deals of an account are drawn from. */
export interface Account {
  readonly id: string;
  readonly status: 'customer' | 'prospect' | 'lost';
  readonly industry: Industry;
  readonly employees: number;
  readonly revenue: number;
  readonly since: number;
  /** Day the cooperation ended, or the last day. */
  readonly until: number;
  readonly contractValue: number;
  readonly growth: number;
  /** How content they are: mean 0, deviation 1. */
  readonly mood: number;
  readonly products: number;
}

/** A deal, before it has a number. */
export interface Deal {
  readonly day: number;
  readonly stage: 'won' | 'lost';
  readonly type: 'new' | 'renewal' | 'expansion';
  readonly product: string;
  readonly amount: number;
}

/** Draws the latent facts. Sizes are log-normal; content accounts grow, stay and hold more products. */
export function drawAccount(id: string, market: Market, random: Random): Account {
  const industry = market.industries.draw(random);
  const draw = random.next();
  const status = draw < STATUS.prospect ? 'prospect' : draw < STATUS.prospect + STATUS.lost ? 'lost' : 'customer';
  const mood = random.normal() - (status === 'lost' ? 0.9 : 0);
  const employees = Math.max(3, Math.round(logNormal(industry.employees, 1.15, random)));
  const revenue = rounded(employees * logNormal(industry.perHead, 0.45, random), 10_000);
  const since = FIRST_DEAL + Math.floor(random.next() * (LAST_DEAL - FIRST_DEAL - 40));
  const until = status === 'lost' ? since + 30 + Math.floor(random.next() * (LAST_DEAL - since - 30)) : LAST_DEAL;
  return {
    id,
    status,
    industry,
    employees,
    revenue,
    since,
    until,
    contractValue: status === 'prospect' ? 0 : Math.max(8_000, rounded(logNormal(exp(0.62 * ln(revenue)) * 3.1, 0.6, random), 1_000)),
    growth: industry.growth + 0.07 * mood + 0.16 * random.normal(),
    mood,
    products: status === 'prospect' ? 0 : Math.min(5, 1 + random.poisson(0.9 + 0.35 * Math.max(0, mood))),
  };
}

/** The cells of an account in the file's column order. */
export function accountCells(account: Account, place: Place, market: Market, random: Random): readonly Cell[] {
  const { industry, mood, status } = account;
  const known = status !== 'prospect';
  return [
    account.id,
    market.names.company(random, place.city, industry.word, industry.english),
    industry.name,
    random.chance(0.04) ? undefined : account.employees,
    random.chance(0.06) ? undefined : account.revenue,
    place.region,
    place.province,
    place.city,
    status,
    known ? formatDay(account.since) : undefined,
    known ? years(account).toFixed(1) : undefined,
    known ? account.contractValue : undefined,
    known ? account.growth.toFixed(3) : undefined,
    known && !random.chance(0.05) ? paymentDays(industry, mood, random) : undefined,
    known && random.chance(0.7) ? between(Math.round(7.1 + 1.4 * mood + 0.8 * random.normal()), 1, 10) : undefined,
    known && random.chance(0.62) ? between(Math.round(7.3 + 1.7 * mood + random.normal()), 0, 10) : undefined,
    known ? random.poisson(Math.max(0.3, 2.4 + account.products - 0.9 * mood)) : 0,
    known && status !== 'lost' ? random.poisson(mood < -1 ? 0.8 : 0.06) : 0,
    account.products,
    random.chance(0.1) ? undefined : market.techLevels.draw(random),
    known && random.chance(0.8) ? between(0.34 - 0.13 * mood + 0.15 * random.normal(), 0, 0.95).toFixed(2) : undefined,
    market.channels.draw(random),
    random.oneOf(market.managers),
    random.chance(0.035),
  ];
}

/** A first deal, yearly renewals while they stay, expansions, and now and then one that was lost. */
export function drawDeals(account: Account, market: Market, random: Random): readonly Deal[] {
  const drafts = account.status === 'prospect' ? [] : [...renewals(account, random), ...expansions(account, random)];
  const deals = [...drafts, ...losses(account, random)].map(({ value, ...draft }) => ({
    ...draft,
    product: random.oneOf(market.products),
    amount: Math.max(1_000, rounded(value * (0.85 + 0.3 * random.next()), 100)),
  }));
  return deals.sort((a, b) => a.day - b.day);
}

/** A deal without its product; `value` is what it is worth before haggling. */
type Draft = Pick<Deal, 'day' | 'stage' | 'type'> & { readonly value: number };

function renewals(account: Account, random: Random): readonly Draft[] {
  const drafts: Draft[] = [];
  let value = account.contractValue;
  for (let day = account.since; day <= account.until; day += 350 + random.whole(0, 30)) {
    drafts.push({ day, stage: 'won', type: day === account.since ? 'new' : 'renewal', value });
    value *= Math.max(0.5, 1 + account.growth);
  }
  return drafts;
}

function expansions(account: Account, random: Random): readonly Draft[] {
  const count = random.poisson(years(account) * 0.25 * account.products);
  return Array.from({ length: count }, () => ({
    day: dayWithin(account, random),
    stage: 'won',
    type: 'expansion',
    value: account.contractValue * (0.1 + 0.5 * random.next()),
  }));
}

function losses(account: Account, random: Random): readonly Draft[] {
  const prospect = account.status === 'prospect';
  return Array.from({ length: random.poisson(prospect ? 0.7 : years(account) * 0.22) }, () => ({
    day: dayWithin(account, random),
    stage: 'lost',
    type: prospect ? 'new' : 'expansion',
    value: 60_000 * (0.3 + random.gamma(1.5)),
  }));
}

function years(account: Account): number {
  return (account.until - account.since) / YEAR;
}

function dayWithin(account: Account, random: Random): number {
  return account.since + Math.floor(random.next() * (account.until - account.since));
}

function paymentDays(industry: Industry, mood: number, random: Random): number {
  return between(Math.round(industry.paymentDays - 5 * mood + 18 * random.normal()), 5, 180);
}

function logNormal(median: number, deviation: number, random: Random): number {
  return median * exp(deviation * random.normal());
}

function rounded(x: number, step: number): number {
  return Math.round(x / step) * step;
}

function between(x: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, x));
}
