// The lines have to be there, with an item that is a text or a number, and a basket that can be told from others.
import { type Checked, gather, type NodeContext } from '@tierflow/compiler';
import type { ValueType } from '@tierflow/definition';
import type { BasketConfig } from './config.ts';

const items: readonly ValueType[] = ['string', 'number'];
const baskets: readonly ValueType[] = ['string', 'number', 'date', 'datetime'];

export function checkBasket({ config, collection, value, condition }: NodeContext<BasketConfig>): Checked {
  const { collection: line, diagnostics } = collection(config.from, 'from');
  if (line === undefined) return gather([], diagnostics);
  return gather(
    [
      value(config.item, 'item', { types: items, line }),
      ...(config.basket === undefined ? [] : [value(config.basket, 'basket', { types: baskets, line })]),
      ...(config.where === undefined ? [] : [condition(config.where, 'where', line)]),
    ],
    diagnostics,
  );
}
