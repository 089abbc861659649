// A first config: the collection that sounds like orders, its item and its order number by their names.
import type { DefaultsContext } from '@tierflow/compiler';
import { guessPurchases } from '../purchases.ts';
import { type BasketConfig, basketConfig } from './config.ts';

const itemNames = /item|product|sku|article|description|goods|商品|品名|货品/i;
const basketNames = /order|invoice|basket|receipt|transaction|订单|单号|小票/i;

export function defaultBasket({ collections }: DefaultsContext): BasketConfig {
  const from = guessPurchases(collections)?.from ?? [...collections.keys()][0] ?? 'orders';
  const fields = collections.get(from)?.fields ?? [];
  const texts = fields.filter((field) => field.type === 'string' || field.type === 'number').map((field) => field.name);
  const basket = texts.find((name) => basketNames.test(name) && !itemNames.test(name));
  const item = texts.find((name) => itemNames.test(name)) ?? texts.find((name) => name !== basket) ?? 'item';
  return basketConfig.parse({ from, item, ...(basket === undefined ? {} : { basket }) });
}
