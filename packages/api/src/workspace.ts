// The workspace: its name, zone, language and the data it serves now.
import { z } from 'zod';
import { daySchema, generationSchema, languageSchema } from './values.ts';

export const workspaceSchema = z.object({
  name: z.string(),
  language: languageSchema,
  /** IANA zone in which naive timestamps are read and civil days are counted. */
  timeZone: z.string(),
  /** 0 while nothing was imported. */
  generation: generationSchema,
  /** Last civil day found in the data; null while there is none. */
  asOf: daySchema.nullable(),
  customers: z.int().nonnegative(),
  /** Software version of the runtime. */
  version: z.string(),
  /** The example data is still being prepared. */
  preparing: z.boolean(),
});

export type Workspace = z.infer<typeof workspaceSchema>;
