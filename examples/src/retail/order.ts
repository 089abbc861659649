// What stands in an order: goods, price, discount, whether it came back, where and at what hour.

import type { Random } from '@tierflow/draw';
import type { Cell } from '../csv-file.ts';
import type { ShopDay } from './season.ts';
import type { Category, Channel, Shop } from './shop.ts';

/** How one customer buys. */
export interface Taste {
  readonly channel: Channel;
  readonly favourite: Category;
  /** Spending against the average customer. */
  readonly scale: number;
  readonly motive: 'price' | 'quality' | 'brand';
  readonly store: string;
}

export type Status = 'paid' | 'returned' | 'cancelled';

/** An order, before it has a number. */
export interface Order {
  readonly at: string;
  readonly amount: number;
  readonly category: string;
  readonly quantity: number;
  readonly discount: number;
  readonly status: Status;
  readonly channel: Channel;
  readonly store: string | undefined;
}

/** Draws how a customer buys. Spending follows gamma-gamma (Fader and Hardie 2013): inverse gamma over customers. */
export function drawTaste(shop: Shop, random: Random): Taste {
  const motive = shop.motives.draw(random);
  const lift = motive === 'brand' ? 1.25 : motive === 'price' ? 0.86 : 1;
  return {
    channel: shop.channels.draw(random),
    favourite: shop.categories.draw(random),
    scale: (lift * 3) / random.gamma(4),
    motive,
    store: shop.stores.draw(random),
  };
}

/** Draws one order of a day. */
export function drawOrder(shop: Shop, taste: Taste, day: ShopDay, random: Random): Order {
  const category = drawCategory(shop, taste, day, random);
  const channel = random.chance(0.82) ? taste.channel : shop.channels.draw(random);
  const quantity = random.chance(0.58) ? 1 : 1 + random.poisson(1.3);
  const list = Math.max(9.9, quantity * category.price * taste.scale * (random.gamma(4) / 4));
  const rate = discountRate(taste, day, random);
  const discount = cents(list * rate);
  return {
    at: `${day.text} ${time(shop, channel, random)}`,
    amount: cents(cents(list) - discount),
    category: category.name,
    quantity,
    discount,
    status: random.chance(0.018) ? 'cancelled' : random.chance(category.returns * (channel === 'store' ? 0.4 : 1.2)) ? 'returned' : 'paid',
    channel,
    store: channel === 'store' ? taste.store : undefined,
  };
}

/** The cells of an order in the file's column order. */
export function orderCells(order: Order, number: string, customer: string | undefined): readonly Cell[] {
  return [
    number,
    customer,
    order.at,
    order.amount.toFixed(2),
    order.category,
    order.quantity,
    order.discount.toFixed(2),
    order.status,
    order.channel,
    order.store,
  ];
}

function drawCategory(shop: Shop, taste: Taste, day: ShopDay, random: Random): Category {
  if (day.gifts && random.chance(0.3)) return shop.gifts;
  return random.chance(0.55) ? taste.favourite : shop.categories.draw(random);
}

/** Sale days give 15–35 %; else those who buy for the price use a coupon more often than the others. */
function discountRate(taste: Taste, day: ShopDay, random: Random): number {
  if (day.sale) return random.whole(15, 35) / 100;
  return random.chance(taste.motive === 'price' ? 0.5 : 0.2) ? random.whole(5, 15) / 100 : 0;
}

function time(shop: Shop, channel: Channel, random: Random): string {
  const hour = (channel === 'store' ? shop.openingHours : shop.hours).draw(random);
  return `${two(hour)}:${two(random.whole(0, 59))}:${two(random.whole(0, 59))}`;
}

function two(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}

function cents(x: number): number {
  return Math.round(x * 100) / 100;
}
