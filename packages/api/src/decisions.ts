// Decisions over HTTP, and the explanation of one: path, values, contributions, distance to the next tier.
import type { Decision, Json } from '@tierflow/definition';
import { flowSchema } from '@tierflow/flow';
import { z } from 'zod';
import { movesSchema } from './moves.ts';
import { cellSchema, daySchema, diagnosticSchema, generationSchema, localTextSchema, tierCountSchema } from './values.ts';

/** JSON as it was parsed; what is in it, the evaluator says. */
const parsedJson = z.unknown() as z.ZodType<Json>;

/**
 * One customer: fields by name, collections as lists of lines. The reserved member `$previous` says which tier the customer had and
 * since when; a definition that does not ask for it lets it pass.
 */
export const recordSchema: z.ZodType<{ readonly [name: string]: Json }> = z.looseObject({
  $previous: parsedJson
    .optional()
    .meta({ type: 'object', properties: { tier: { type: ['string', 'null'] }, since: { type: ['string', 'null'], format: 'date' } } }),
}) as unknown as z.ZodType<{
  readonly [name: string]: Json;
}>;

const decisionShape = z.object({
  key: z.string().nullable(),
  tier: z.string().nullable(),
  tierTitle: localTextSchema.nullable(),
  score: z.number().nullable(),
  scores: z.record(z.string(), z.number().nullable()),
  segments: z.array(z.string()),
  labels: z.record(z.string(), z.string().nullable()),
  playbooks: z.array(z.string()),
  asOf: daySchema,
  definition: z.object({ name: z.string(), version: z.int(), revision: z.int(), digest: z.string() }),
  notes: z.array(z.object({ code: z.string(), at: z.string() })),
  trace: z
    .array(z.object({ node: z.string(), port: z.string().nullable(), column: z.string().nullable(), value: cellSchema, text: z.string() }))
    .exactOptional(),
});

export const decisionSchema: z.ZodType<Decision> = decisionShape;

/** Exactly one of the three. */
export const decideRequestSchema = z.object({
  record: recordSchema.optional(),
  records: z.array(parsedJson).max(1000).optional(),
  /** Key of an imported customer. */
  key: z.string().max(500).optional(),
  asOf: daySchema.optional(),
});

export const decideQuerySchema = z.object({
  version: z.coerce.number().int().positive().optional(),
  trace: z.enum(['true', 'false']).optional(),
});

/** A record that could not be decided, in its place among the answers. */
export const itemErrorSchema = z.object({
  error: z.object({ code: z.string(), message: z.string(), pointer: z.string().exactOptional() }),
});

/** For `record` and `key` the decision itself, for `records` one answer per record in order. */
export const decideAnswerSchema = z.union([decisionSchema, z.object({ decisions: z.array(z.union([decisionSchema, itemErrorSchema])) })]);

export const explainRequestSchema = z.object({
  /** Content to explain; the stored draft if left out. */
  flow: flowSchema.optional(),
  key: z.string().max(500).optional(),
  record: recordSchema.optional(),
  asOf: daySchema.optional(),
  generation: generationSchema.optional(),
  /** Answer the lines of the collections too. */
  withLines: z.boolean().optional(),
  /** False leaves out what would move them. */
  withMoves: z.boolean().optional(),
});

/** One customer at one node. */
export const nodePassSchema = z.object({
  in: z.boolean(),
  /** Ports the person leaves through. */
  ports: z.array(z.string()),
  unknown: z.boolean(),
  /** Named columns the node makes. */
  values: z.record(z.string(), cellSchema),
});

export const contributionSchema = z.object({
  title: localTextSchema,
  column: z.string(),
  value: cellSchema,
  weight: z.number(),
  amount: z.number().nullable(),
});

export const explainSchema = z.object({
  decision: decisionSchema,
  generation: generationSchema,
  /** The record without its collections, and how many lines each has. */
  record: z.record(z.string(), cellSchema),
  lines: z.record(z.string(), z.int()),
  /** The collections with their lines, where asked for. */
  collections: z.record(z.string(), z.array(z.record(z.string(), cellSchema))).exactOptional(),
  nodes: z.record(z.string(), nodePassSchema),
  /** Scorecards the person passed: the parts add up to the score. */
  scores: z.array(z.object({ node: z.string(), column: z.string(), value: z.number().nullable(), parts: z.array(contributionSchema) })),
  /** Of each tiers node: where the person stands between the cut lines. */
  tiers: z.array(
    z.object({
      node: z.string(),
      tier: z.string().nullable(),
      score: z.number().nullable(),
      bands: z.array(z.object({ id: z.string(), title: localTextSchema, from: z.number().nullable() })),
      next: z.object({ id: z.string(), title: localTextSchema, from: z.number(), gap: z.number() }).nullable(),
    }),
  ),
  /** What would move them; null where there are no tiers, or where it was not asked for. */
  moves: movesSchema.nullable(),
  diagnostics: z.array(diagnosticSchema),
});

export const customerHitSchema = z.object({ key: z.string(), name: z.string().nullable(), phone: z.string().nullable() });
export const customerListSchema = z.object({ customers: z.array(customerHitSchema), generation: generationSchema, more: z.boolean() });

export const definitionListSchema = z.object({
  definitions: z.array(
    z.object({
      name: z.string(),
      title: localTextSchema,
      version: z.int().positive(),
      revision: z.int().positive(),
      digest: z.string(),
      publishedAt: z.iso.datetime(),
      tiers: z.array(tierCountSchema),
    }),
  ),
});

export type DecideRequest = z.infer<typeof decideRequestSchema>;
export type ItemError = z.infer<typeof itemErrorSchema>;
export type ExplainRequest = z.infer<typeof explainRequestSchema>;
export type Explain = z.infer<typeof explainSchema>;
export type NodePass = z.infer<typeof nodePassSchema>;
export type Contribution = z.infer<typeof contributionSchema>;
export type CustomerHit = z.infer<typeof customerHitSchema>;
