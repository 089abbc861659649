// When a customer buys: a "buy till you die" process. Everyone has an own rate and an own risk of leaving after a
// purchase, both drawn from populations (BG/NBD: Fader, Hardie and Lee 2005), so frequency, recency and value carry signal.
import type { Random } from '@tierflow/draw';
import type { Season } from './season.ts';

/** Rate per busy day: gamma with this shape and this mean. */
const RATE_SHAPE = 0.8;
const RATE_MEAN = 1 / 72;
/** Risk of leaving after each purchase: beta(a, b). */
const LEAVE_A = 0.9;
const LEAVE_B = 5.2;
/** One member in fourteen never bought. */
const NEVER_BUYS = 1 / 14;
/** The shop wins members at a rate that rises by this factor over its life. */
const GROWTH = 1.1;

/** A customer's purchases as indexes into the season's days, in order. */
export interface Purchases {
  /** Index of the day the customer became a member. */
  readonly joined: number;
  readonly days: readonly number[];
  /** Orders per busy day while active. */
  readonly rate: number;
  /** Risk of leaving after a purchase. */
  readonly risk: number;
  /** Still a customer on the last day. */
  readonly active: boolean;
}

/** Draws the purchases of one customer. */
export function drawPurchases(season: Season, random: Random): Purchases {
  const rate = (random.gamma(RATE_SHAPE) * RATE_MEAN) / RATE_SHAPE;
  const risk = random.beta(LEAVE_A, LEAVE_B);
  let time = joinTime(random) * season.total;
  const first = season.indexAt(time);
  const joined = random.chance(0.64) ? first : Math.max(0, first - Math.floor(random.exponential() * 14));
  if (random.chance(NEVER_BUYS)) return { joined, days: [], rate, risk, active: random.chance(0.3) };
  const days = [first];
  let active = !random.chance(risk);
  while (active) {
    time += random.exponential() / rate;
    if (time >= season.total) break;
    days.push(season.indexAt(time));
    active = !random.chance(risk);
  }
  return { joined, days, rate, risk, active };
}

/** Share of the shop's life at which a customer first buys: density rising in a straight line. */
function joinTime(random: Random): number {
  const u = random.next();
  return (Math.sqrt(1 + u * (2 * GROWTH + GROWTH * GROWTH)) - 1) / GROWTH;
}
