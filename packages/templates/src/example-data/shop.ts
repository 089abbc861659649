// An invented online shop: customers of five habits, their orders of two years, and what they answered in a survey.
import { exp, Names, Random } from '@tierflow/draw';
import { answer, customerSet, dayBack, lineSet, numbered, SEED, within } from './columns.ts';
import type { Cell, ExampleSet } from './example-set.ts';

const CUSTOMERS = 1_200;
const CATEGORIES = ['skin care', 'make-up', 'hair', 'fragrance', 'home', 'baby'];

interface Habit {
  readonly share: number;
  /** Orders a year. */
  readonly orders: number;
  /** Usual amount of an order. */
  readonly amount: number;
  readonly categories: number;
  /** Chance of a discount. */
  readonly discount: number;
  /** Days since the habit ended. */
  readonly quiet: number;
  readonly visits: number;
}

const HABITS: readonly Habit[] = [
  { share: 0.12, orders: 11, amount: 180, categories: 5, discount: 0.15, quiet: 0, visits: 22 },
  { share: 0.26, orders: 4.5, amount: 190, categories: 3, discount: 0.2, quiet: 0, visits: 9 },
  { share: 0.22, orders: 3.2, amount: 140, categories: 2, discount: 0.85, quiet: 20, visits: 7 },
  { share: 0.25, orders: 2.4, amount: 180, categories: 2, discount: 0.3, quiet: 330, visits: 1 },
  { share: 0.15, orders: 0, amount: 0, categories: 0, discount: 0, quiet: 0, visits: 4 },
];

const CUSTOMER_COLUMNS = [
  'customer_id',
  'name',
  'city',
  'joined_on',
  'last_seen',
  'visits',
  'reviews',
  'service_calls',
  'social_actions',
  'satisfaction',
  'complaints',
  'price_importance',
  'quality_importance',
  'brand_importance',
  'attitude',
  'online_contacts',
  'email_contacts',
  'chat_contacts',
  'phone_contacts',
  'store_visits',
];

/** The shop. */
export function shop(): readonly ExampleSet[] {
  const names = new Names();
  const customers: Cell[][] = [];
  const orders: Cell[][] = [];
  for (let index = 0; index < CUSTOMERS; index += 1) {
    const random = new Random(SEED, index, 21);
    const habit = habitOf(random);
    const id = numbered('C', index);
    const known = random.whole(Math.min(720, habit.quiet + 30), 730);
    const bought = ordersOf(id, habit, known, random);
    orders.push(...bought.lines);
    const seen = habit.visits > 2 ? random.whole(0, 70) : Math.min(known, random.whole(40, 420));
    customers.push([
      id,
      names.person(random, random.chance(0.7)),
      random.oneOf(['上海', '杭州', '成都', '广州', '北京', '武汉']),
      dayBack(known),
      dayBack(Math.min(seen, bought.last ?? seen)),
      random.poisson(habit.visits),
      random.poisson(bought.lines.length / 9),
      random.poisson(0.8),
      random.poisson(habit.visits / 5),
      ...opinions(habit, random),
      ...contacts(habit, random),
    ]);
  }
  return [
    customerSet(CUSTOMER_COLUMNS, customers),
    lineSet('orders', 'ordered_at', ['order_id', 'customer_id', 'ordered_at', 'amount', 'category', 'discount'], numberedLines(orders)),
  ];
}

function habitOf(random: Random): Habit {
  let left = random.next();
  for (const habit of HABITS) {
    if (left < habit.share) return habit;
    left -= habit.share;
  }
  return HABITS[0] as Habit;
}

interface Bought {
  readonly lines: readonly Cell[][];
  /** Days back of the last order. */
  readonly last: number | undefined;
}

/** Orders from the first day known until the habit ended, at a pace of the customer's own. */
function ordersOf(id: string, habit: Habit, known: number, random: Random): Bought {
  if (habit.orders === 0) return { lines: [], last: undefined };
  const pace = (habit.orders * random.gamma(4)) / 4;
  const usual = habit.amount * exp(random.normal() * 0.5);
  const lines: Cell[][] = [];
  let last: number | undefined;
  for (let back = known; back >= habit.quiet; back -= Math.max(1, Math.round((365 / Math.max(pace, 0.4)) * random.exponential()))) {
    const full = Math.round(usual * exp(random.normal() * 0.35) * 100) / 100;
    const discount = random.chance(habit.discount) ? Math.round(full * random.whole(10, 30)) / 100 : 0;
    lines.push([id, dayBack(back), Math.round((full - discount) * 100) / 100, CATEGORIES[random.whole(0, habit.categories - 1)], discount]);
    last = back;
  }
  return { lines, last };
}

/** Satisfaction and complaints, then the survey; one in five did not answer it. */
function opinions(habit: Habit, random: Random): readonly Cell[] {
  const complaints = random.poisson(habit.quiet > 100 ? 0.5 : 0.15);
  const satisfaction = random.chance(0.15) ? undefined : within(1, Math.round(8.4 - complaints * 2 + random.normal() * 1.4), 10);
  if (random.chance(0.2)) return [satisfaction, complaints, undefined, undefined, undefined, undefined];
  const price = answer(random, habit.discount > 0.5 ? 4.4 : 2.8, 5);
  return [
    satisfaction,
    complaints,
    price,
    answer(random, 3.4, 5),
    answer(random, habit.categories > 4 ? 4 : 2.8, 5),
    answer(random, 3.8 - complaints, 5),
  ];
}

/** Contacts of a year: site, mail, chat, phone, in person. */
function contacts(habit: Habit, random: Random): readonly Cell[] {
  const favourite = random.whole(0, 4);
  return [0, 1, 2, 3, 4].map((at) => random.poisson((at === favourite ? 5 : 0.7) * (habit.visits > 2 ? 1 : 0.4)));
}

function numberedLines(lines: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  return lines.map((line, at) => [`O${String(at + 1).padStart(6, '0')}`, ...line]);
}
