// The formulas that are timed: their text, what a good engineer would write instead, and the people they are asked about.
import { seeded } from '../generate/random.ts';

interface Order {
  readonly amount: number;
  readonly qty: number;
  readonly status: string;
}

export interface Person {
  readonly id: string;
  readonly age: number;
  readonly spend: number;
  readonly visits: number;
  readonly name: string;
  readonly country: string;
  readonly orders: readonly Order[];
}

export interface Shape {
  readonly text: string;
  /** Orders of each person. */
  readonly orders: 10 | 100;
  readonly byHand: (person: Person) => boolean | number | string;
}

const one = (text: string, byHand: Shape['byHand']): readonly Shape[] => [{ text, orders: 10, byHand }];
const both = (text: string, byHand: Shape['byHand']): readonly Shape[] => [
  { text, orders: 10, byHand },
  { text, orders: 100, byHand },
];

const bonus = new Map([
  ['CN', 3],
  ['US', 2],
  ['DE', 1],
]);

export const shapes: readonly Shape[] = [
  ...one('age >= 18', (p) => p.age >= 18),
  ...one(
    'age >= 18 and age < 65 and spend > 100 and country = "CN"',
    (p) => p.age >= 18 && p.age < 65 && p.spend > 100 && p.country === 'CN',
  ),
  ...one('spend >= 800 ? "A" : spend >= 600 ? "B" : spend >= 400 ? "C" : spend >= 200 ? "D" : "E"', (p) =>
    p.spend >= 800 ? 'A' : p.spend >= 600 ? 'B' : p.spend >= 400 ? 'C' : p.spend >= 200 ? 'D' : 'E',
  ),
  ...one('spend * 0.3 + visits * 2 - age / 10', (p) => p.spend * 0.3 + p.visits * 2 - p.age / 10),
  ...one('($a := spend * 2; $b := $a + visits; $c := $b - age; $c * $a)', (p) => {
    const a = p.spend * 2;
    return (a + p.visits - p.age) * a;
  }),
  ...one(
    'country in ["CN", "US", "DE", "FR"]',
    (p) => p.country === 'CN' || p.country === 'US' || p.country === 'DE' || p.country === 'FR',
  ),
  ...one('$uppercase($substring(name, 0, 3)) & "-" & country', (p) => `${p.name.slice(0, 3).toUpperCase()}-${p.country}`),
  ...one('$round(spend / 3, 2)', (p) => Math.round((p.spend / 3) * 100) / 100),
  ...one('$contains(name, "ar") or $length(name) > 8', (p) => p.name.includes('ar') || p.name.length > 8),
  ...one('$lookup({"CN": 3, "US": 2, "DE": 1}, country) ?? 0', (p) => bonus.get(p.country) ?? 0),
  ...both('$sum(orders.amount)', (p) => {
    let total = 0;
    for (const order of p.orders) total += order.amount;
    return total;
  }),
  ...both('$count(orders[amount > 100])', (p) => {
    let n = 0;
    for (const order of p.orders) if (order.amount > 100) n++;
    return n;
  }),
  ...both('$sum(orders[status = "paid"].(amount * qty))', (p) => {
    let total = 0;
    for (const order of p.orders) if (order.status === 'paid') total += order.amount * order.qty;
    return total;
  }),
  ...both('$max(orders.amount) - $min(orders.amount)', (p) => {
    let [most, least] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (const { amount } of p.orders) {
      if (amount > most) most = amount;
      if (amount < least) least = amount;
    }
    return most - least;
  }),
];

/** People with some orders each, the same ones every time. */
export function people(count: number, lines: number): readonly Person[] {
  const { next: random, pick } = seeded(7);
  return Array.from({ length: count }, (_, at) => ({
    id: `c${at}`,
    age: 10 + Math.floor(random() * 70),
    spend: Math.floor(random() * 100_000) / 100,
    visits: Math.floor(random() * 30),
    name: pick(['margaret', 'john', 'li wei', 'barbara jane', 'omar']),
    country: pick(['CN', 'US', 'DE', 'BR', 'FR']),
    orders: Array.from({ length: lines }, () => ({
      amount: Math.floor(random() * 20_000) / 100,
      qty: 1 + Math.floor(random() * 5),
      status: pick(['paid', 'open']),
    })),
  }));
}
