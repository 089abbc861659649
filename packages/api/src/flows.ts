// Flows: the list, their drafts under ETags, their published versions, publishing.
import { flowSchema } from '@tierflow/flow';
import { z } from 'zod';
import {
  countSchema,
  daySchema,
  diagnosticSchema,
  digestSchema,
  generationSchema,
  idSchema,
  instantSchema,
  localTextSchema,
  tierCountSchema,
} from './values.ts';

export const liveSchema = z.object({
  version: z.int().positive(),
  revision: z.int().positive(),
  digest: digestSchema,
  publishedAt: instantSchema,
});

/** One row of the flow list. */
export const flowSummarySchema = z.object({
  id: idSchema,
  title: localTextSchema,
  live: liveSchema.nullable(),
  draft: z
    .object({ etag: z.string(), savedAt: instantSchema, /** Its rules differ from the live version. */ changed: z.boolean() })
    .nullable(),
  /** Of the last run of the live version, or of its publishing. */
  result: z
    .object({
      customers: countSchema,
      tiers: z.array(tierCountSchema),
      unassigned: countSchema,
      asOf: daySchema,
      generation: generationSchema,
      at: instantSchema,
    })
    .nullable(),
  createdAt: instantSchema,
});

export const flowListSchema = z.object({ flows: z.array(flowSummarySchema) });

/** A new flow becomes a draft; it goes live by publishing. */
export const createFlowSchema = z.object({ flow: flowSchema });

/** The draft's content. Its ETag is the strong validator of these bytes. */
export const draftSchema = flowSchema;

export const versionSchema = z.object({
  version: z.int().positive(),
  revision: z.int().positive(),
  digest: digestSchema,
  publishedAt: instantSchema,
  asOf: daySchema,
  generation: generationSchema,
  note: z.string().nullable(),
  /** Version whose content was brought back, for a rollback. */
  restored: z.int().positive().nullable(),
  customers: countSchema,
  tiers: z.array(tierCountSchema),
  unassigned: countSchema,
});

export const versionListSchema = z.object({ live: z.int().positive().nullable(), versions: z.array(versionSchema) });

/** The flow as it stood when the version was published. */
export const versionDetailSchema = z.object({ ...versionSchema.shape, flow: flowSchema });

/** An autosave point of a draft. */
export const autosaveSchema = z.object({ id: z.int().positive(), etag: z.string(), savedAt: instantSchema, nodes: countSchema });
export const autosaveListSchema = z.object({ points: z.array(autosaveSchema) });

export const publishSchema = z.object({
  asOf: daySchema.optional(),
  generation: generationSchema.optional(),
  note: z.string().max(2000).optional(),
});

export const publishedSchema = z.object({
  version: z.int().positive(),
  revision: z.int().positive(),
  digest: digestSchema,
  warnings: z.array(diagnosticSchema),
});

export const rollbackSchema = z.object({ version: z.int().positive(), note: z.string().max(2000).optional() });

export type FlowSummary = z.infer<typeof flowSummarySchema>;
export type Live = z.infer<typeof liveSchema>;
export type Version = z.infer<typeof versionSchema>;
export type VersionDetail = z.infer<typeof versionDetailSchema>;
export type Publish = z.infer<typeof publishSchema>;
export type Published = z.infer<typeof publishedSchema>;
