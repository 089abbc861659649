// The fixed side of the shop: categories with prices, channels, stores, hours.
import { Weighted } from '@tierflow/draw';

/** A kind of goods. */
export interface Category {
  readonly name: string;
  /** Typical price of a piece, yuan. */
  readonly price: number;
  /** Share of orders that come back. */
  readonly returns: number;
}

/** Where people buy. */
export type Channel = 'online store' | 'WeChat mini program' | 'store' | 'marketplace';

const GIFTS: Category = { name: 'gifts', price: 168, returns: 0.02 };

const CATEGORIES: readonly (readonly [Category, number])[] = [
  [{ name: 'skincare', price: 148, returns: 0.045 }, 30],
  [{ name: 'makeup', price: 89, returns: 0.06 }, 17],
  [{ name: 'hair care', price: 66, returns: 0.03 }, 13],
  [{ name: 'fragrance', price: 228, returns: 0.05 }, 8],
  [{ name: 'home', price: 112, returns: 0.09 }, 12],
  [{ name: 'tea', price: 128, returns: 0.015 }, 9],
  [{ name: 'snacks', price: 42, returns: 0.01 }, 8],
  [GIFTS, 5],
];

const CHANNELS: readonly (readonly [Channel, number])[] = [
  ['online store', 34],
  ['WeChat mini program', 31],
  ['marketplace', 21],
  ['store', 14],
];

const STORES: readonly (readonly [string, number])[] = [
  ['上海静安店', 7],
  ['上海浦东店', 5],
  ['北京朝阳店', 6],
  ['广州天河店', 5],
  ['深圳南山店', 5],
  ['成都锦江店', 4],
  ['杭州西湖店', 4],
  ['武汉江汉店', 3],
];

/** Orders by hour of the day. */
const HOURS = [6, 3, 2, 1, 1, 1, 3, 6, 11, 16, 20, 19, 21, 18, 17, 17, 16, 16, 18, 25, 33, 34, 26, 14];

/** What the generators draw from. */
export class Shop {
  readonly gifts = GIFTS;
  readonly categories = new Weighted(CATEGORIES);
  readonly channels = new Weighted(CHANNELS);
  readonly stores = new Weighted(STORES);
  readonly hours = new Weighted(HOURS.map((weight, hour) => [hour, weight] as const));
  readonly openingHours = new Weighted(HOURS.map((weight, hour) => [hour, hour >= 10 && hour <= 21 ? weight : 0] as const));
  readonly motives = new Weighted([
    ['price', 41],
    ['quality', 38],
    ['brand', 21],
  ] as const);
}
