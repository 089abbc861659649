// Settings of a source.
import { z } from 'zod';

export const sourceConfig = z.strictObject({
  /** The customers' data set, or a collection: then the customers with at least one line. */
  data: z.string().min(1).max(200),
});

export type SourceConfig = z.infer<typeof sourceConfig>;
