// Settings of a basket node: which lines are goods bought together, which rules are good enough, and what is never recommended.
import { conditionSchema, valueSchema } from '@tierflow/compiler';
import { z } from 'zod';
import { columnName, refuseTwice } from '../names.ts';

const itemName = z.string().min(1).max(1000);

const rule = z.strictObject({ if: z.array(itemName).min(1).max(10), then: itemName });

export const basketConfig = z
  .strictObject({
    /** Collection of order lines. */
    from: z.string().min(1).max(200),
    /** What was bought: a field of the line or a formula. */
    item: valueSchema,
    /** Lines with the same value here were bought together; without it everything a customer ever bought. */
    basket: valueSchema.optional(),
    /** Which lines count. */
    where: conditionSchema.optional(),
    /** Share of all baskets that a rule's items have to be in together. */
    minSupport: z.number().min(0).max(1).default(0.01),
    /** Of the baskets with the first part, the share that have to hold the recommendation too. */
    minConfidence: z.number().min(0).max(1).default(0.2),
    /** How many times as often as in all baskets; 1 is no connection. */
    minLift: z.number().min(0).max(1_000_000).default(1),
    /** Items of a rule at most, the recommendation included. */
    maxSize: z.int().min(2).max(6).default(3),
    /** Which rule is the best, and so recommended first. */
    best: z.enum(['lift', 'confidence', 'support']).default('lift'),
    /** The best so many are kept. */
    maxRules: z.int().min(1).max(1000).default(200),
    /** Items that are no goods: postage, bags, gift cards. */
    without: z
      .array(z.strictObject({ item: itemName }))
      .max(1000)
      .default([]),
    /** Rules that are not to be used. */
    never: z.array(rule).max(1000).default([]),
    /** Name of the column with the recommended item; reason, confidence and lift are named after it. */
    as: columnName.default('recommendation'),
  })
  .superRefine(({ without }, context) => {
    refuseTwice(
      without.map(({ item }) => item),
      'without',
      'item',
      context,
    );
  });

export type BasketConfig = z.infer<typeof basketConfig>;
