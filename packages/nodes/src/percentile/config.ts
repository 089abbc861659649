// Settings of a percentile: the number, and which end is good.
import { valueSchema } from '@tierflow/compiler';
import { z } from 'zod';
import { columnName } from '../names.ts';

export const percentileConfig = z.strictObject({
  /** A number column or a formula. */
  field: valueSchema,
  /** Which end of the number is good and gets the high percentile. */
  better: z.enum(['higher', 'lower']).default('higher'),
  /** Name of the column, 0 to 1. */
  as: columnName.default('percentile'),
});

export type PercentileConfig = z.infer<typeof percentileConfig>;
