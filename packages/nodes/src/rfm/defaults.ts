// A first config from what is there: purchases if some collection is dated and has an amount, else columns by their names.
import type { DefaultsContext } from '@tierflow/compiler';
import type { RfmConfig } from './config.ts';

const amounts = /amount|revenue|total|price|spend|value|金额|消费额|实付|总价/i;
const scoring = { method: 'quantiles', closed: 'right', bins: 5, groups: 'eight' } as const;

export function defaultRfm({ scope, collections }: DefaultsContext): RfmConfig {
  const dated = [...collections.values()].filter((collection) => collection.time !== undefined);
  const purchases = dated.find((collection) => /order|purchase|transaction|订单|消费|交易/i.test(collection.name)) ?? dated[0];
  const frequency = { count: 'events' } as const;
  if (purchases !== undefined) {
    const numbers = purchases.fields.filter((field) => field.type === 'number').map((field) => field.name);
    const value = numbers.find((name) => amounts.test(name)) ?? numbers[0] ?? 'amount';
    return { from: purchases.name, recency: {}, frequency, monetary: { fn: 'sum', value }, ...scoring };
  }
  const numbers = [...scope.values()].filter((info) => info.type === 'number').map((info) => info.name);
  const named = (pattern: RegExp, otherwise: string): string => numbers.find((name) => pattern.test(name)) ?? otherwise;
  return {
    recency: { field: named(/recency|days|天/i, 'recency') },
    frequency: { ...frequency, field: named(/frequency|count|orders|times|次/i, 'frequency') },
    monetary: { field: named(amounts, 'monetary') },
    ...scoring,
  };
}
