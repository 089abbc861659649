// A first config from what is there: purchases if some collection is dated and has an amount, else columns by their names.
import type { DefaultsContext } from '@tierflow/compiler';
import { amountNames, guessPurchases } from '../purchases.ts';
import type { RfmConfig } from './config.ts';

const scoring = { method: 'quantiles', closed: 'right', bins: 5, groups: 'eight' } as const;

export function defaultRfm({ scope, collections }: DefaultsContext): RfmConfig {
  const purchases = guessPurchases(collections);
  const frequency = { count: 'events' } as const;
  if (purchases !== undefined)
    return { from: purchases.from, recency: {}, frequency, monetary: { fn: 'sum', value: purchases.value ?? 'amount' }, ...scoring };
  const numbers = [...scope.values()].filter((info) => info.type === 'number').map((info) => info.name);
  const named = (pattern: RegExp, otherwise: string): string => numbers.find((name) => pattern.test(name)) ?? otherwise;
  return {
    recency: { field: named(/recency|days|天/i, 'recency') },
    frequency: { ...frequency, field: named(/frequency|count|orders|times|次/i, 'frequency') },
    monetary: { field: named(amountNames, 'monetary') },
    ...scoring,
  };
}
