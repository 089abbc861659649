// What publishing a draft would change: who moves between tiers, which playbooks gain and lose people, which gates fail.
import { flowSchema } from '@tierflow/flow';
import { z } from 'zod';
import { countSchema, daySchema, diagnosticSchema, generationSchema, localTextSchema } from './values.ts';

export const impactRequestSchema = z.object({
  /** Content to compare with the live version; the stored draft if left out. */
  flow: flowSchema.optional(),
  asOf: daySchema.optional(),
  generation: generationSchema.optional(),
});

const placeSchema = z.object({ id: z.string(), title: localTextSchema, before: countSchema, after: countSchema });

export const impactSchema = z.object({
  asOf: daySchema,
  generation: generationSchema,
  customers: countSchema,
  /** Version compared with; null while nothing was published. */
  live: z.int().positive().nullable(),
  /** Tiers of both, the draft's first, then `unassigned` and `outside` (people who do not reach the tiers). */
  tiers: z.array(placeSchema),
  /** People by tier before (rows) and after (columns), in the order of `tiers`. */
  moves: z.array(z.array(countSchema)),
  /** People whose tier differs. */
  moved: countSchema,
  playbooks: z.array(z.object({ ...placeSchema.shape, /** Per person, as typed in the draft. */ cost: z.number().nullable() })),
  /** Errors that keep the draft from being published, and warnings. */
  diagnostics: z.array(diagnosticSchema),
});

export type ImpactRequest = z.infer<typeof impactRequestSchema>;
export type Impact = z.infer<typeof impactSchema>;
