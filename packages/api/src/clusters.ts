// What fitted clusters are like, and what another number of them would give: for the pictures beside a clustering.
import { flowSchema } from '@tierflow/flow';
import { z } from 'zod';
import { countSchema, daySchema, generationSchema, idSchema } from './values.ts';

/** A node that finds clusters, in a flow or a stored draft. Exactly one of the two. */
const place = {
  flow: flowSchema.optional(),
  draft: idSchema.optional(),
  asOf: daySchema.optional(),
  generation: generationSchema.optional(),
  node: z.string().max(64),
};

export const clustersRequestSchema = z.object(place);

/** A number, or null where nobody has a value. */
const value = z.number().nullable();

export const clustersSchema = z.object({
  asOf: daySchema,
  generation: generationSchema,
  /** People who reach the node and have every measure. */
  people: countSchema,
  /** Mean of each measure over them, in the order of the settings. */
  means: z.array(value),
  /** In the order of their numbers. `deviations`: how far the mean is from everybody's, in standard deviations. */
  clusters: z.array(z.object({ n: countSchema, means: z.array(value), deviations: z.array(value) })),
  /** The first two principal components of a sample. */
  map: z.object({
    /** Part of all differences that each axis shows. */
    shares: z.array(z.number()),
    /** How much of each measure goes into each axis. */
    axes: z.array(z.array(z.number())),
    /** Place on both axes and number of the cluster, from 1. */
    points: z.array(z.object({ x: z.number(), y: z.number(), cluster: z.int() })),
  }),
});

export const clusterTrialRequestSchema = z.object({ ...place, k: z.int().min(1).max(30) });

export const clusterTrialSchema = z.object({
  k: z.int(),
  /** Fewer than k where fewer people differ. */
  clusters: countSchema,
  people: countSchema,
  /** So many of them were looked at. */
  sample: countSchema,
  /** Part of all squared distances that is left within clusters, 0 to 1. */
  unexplained: z.number(),
  /** How well clusters are kept apart, −1 to 1; null for one cluster. */
  silhouette: value,
  silhouetteSample: countSchema,
});

export type ClustersRequest = z.infer<typeof clustersRequestSchema>;
export type Clusters = z.infer<typeof clustersSchema>;
export type ClusterTrialRequest = z.infer<typeof clusterTrialRequestSchema>;
export type ClusterTrialAnswer = z.infer<typeof clusterTrialSchema>;
