// Settings of a filter.
import { conditionSchema } from '@tierflow/compiler';
import { z } from 'zod';

export const filterConfig = z.strictObject({
  where: conditionSchema,
  /** Where people go for whom the condition is unknown. They are counted apart either way. */
  unknown: z.enum(['rest', 'match']).default('rest'),
});

export type FilterConfig = z.infer<typeof filterConfig>;
