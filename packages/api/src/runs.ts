// Runs of a published definition over all customers, their members, and jobs.
import { z } from 'zod';
import {
  countSchema,
  daySchema,
  digestSchema,
  generationSchema,
  idSchema,
  instantSchema,
  localTextSchema,
  ticketSchema,
  tierCountSchema,
} from './values.ts';

export const jobStateSchema = z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']);

export const jobSchema = z.object({
  id: ticketSchema,
  kind: z.enum(['import', 'run', 'examples']),
  state: jobStateSchema,
  progress: z.number().min(0).max(1),
  /** Import or run it belongs to. */
  subject: z.string(),
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
  createdAt: instantSchema,
  finishedAt: instantSchema.nullable(),
});

export const createRunSchema = z.object({
  /** Name of a published definition, which is the flow's id. */
  flow: idSchema,
  version: z.int().positive().optional(),
  asOf: daySchema.optional(),
  generation: generationSchema.optional(),
});

export const runAcceptedSchema = z.object({ job: ticketSchema, run: ticketSchema });

export const runSchema = z.object({
  id: ticketSchema,
  job: ticketSchema,
  flow: idSchema,
  version: z.int().positive(),
  revision: z.int().positive(),
  digest: digestSchema,
  state: jobStateSchema,
  asOf: daySchema,
  generation: generationSchema,
  customers: countSchema.nullable(),
  tiers: z.array(tierCountSchema),
  unassigned: countSchema.nullable(),
  playbooks: z.array(z.object({ id: z.string(), title: localTextSchema, n: countSchema })),
  /** People that reach each node, and leave through each port. */
  nodes: z.record(z.string(), z.object({ n: countSchema, ports: z.record(z.string(), countSchema), unknown: countSchema })),
  /** The run that said which tiers the customers had; null where there was none. */
  previous: ticketSchema.nullable(),
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
  milliseconds: z.number().nullable(),
  createdAt: instantSchema,
  finishedAt: instantSchema.nullable(),
});

export const runListSchema = z.object({ runs: z.array(runSchema) });

export const memberSchema = z.object({
  key: z.string(),
  tier: z.string().nullable(),
  /** Day of the first of the runs in which the customer has the tier without a break; null without a tier. */
  since: daySchema.nullable().exactOptional(),
  score: z.number().nullable(),
  playbooks: z.array(z.string()),
  segments: z.array(z.string()),
});

export const memberQuerySchema = z.object({
  /** A tier's id, or `unassigned`. */
  tier: z.string().max(64).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100_000).default(1000),
});

/** The next page stands in `cursor`, and in the `Link` header of CSV and NDJSON. */
export const memberPageSchema = z.object({ total: countSchema, members: z.array(memberSchema), cursor: z.string().nullable() });

export type Job = z.infer<typeof jobSchema>;
export type JobState = z.infer<typeof jobStateSchema>;
export type Run = z.infer<typeof runSchema>;
export type Member = z.infer<typeof memberSchema>;
