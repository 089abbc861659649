// Which collection holds purchases, and which of its fields the amount: a first guess from names and types.
import type { CollectionInfo } from '@tierflow/compiler';

/** Names of columns that hold amounts of money. */
export const amountNames = /amount|revenue|total|price|spend|value|金额|消费额|实付|总价/i;

export interface GuessedPurchases {
  readonly from: string;
  /** A number field of the lines. */
  readonly value?: string;
}

/** The dated collection that sounds most like purchases; undefined where no collection has dates. */
export function guessPurchases(collections: ReadonlyMap<string, CollectionInfo>): GuessedPurchases | undefined {
  const dated = [...collections.values()].filter((collection) => collection.time !== undefined);
  const purchases = dated.find((collection) => /order|purchase|transaction|订单|消费|交易/i.test(collection.name)) ?? dated[0];
  if (purchases === undefined) return undefined;
  const numbers = purchases.fields.filter((field) => field.type === 'number').map((field) => field.name);
  const value = numbers.find((name) => amountNames.test(name)) ?? numbers[0];
  return { from: purchases.name, ...(value === undefined ? {} : { value }) };
}
