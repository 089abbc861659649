// What would move people: of one customer the smallest changes that reach a better tier, of a tier their sum.
import { flowSchema } from '@tierflow/flow';
import { z } from 'zod';
import { cellSchema, countSchema, daySchema, generationSchema, idSchema, localTextSchema } from './values.ts';

/**
 * One thing that can be changed by itself: a number up or down, a text or boolean to another value the rules name, more lines of the
 * customer's usual kind, or the amount of one more line. New lines are dated the as-of day.
 */
export const leverSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('number'), field: z.string() }),
  z.object({ kind: z.literal('value'), field: z.string() }),
  z.object({ kind: z.literal('lines'), collection: z.string() }),
  z.object({ kind: z.literal('amount'), collection: z.string(), field: z.string() }),
]);

/** A change and the tier it gives; `to` is the new value, the number of new lines, or the amount of the new line. */
export const moveChangeSchema = z.object({ tier: z.string().nullable(), to: cellSchema, size: z.number().nullable() });

export const moveSchema = z.object({
  lever: leverSchema,
  /** Switched off levers are told, but nothing is tried with them. */
  actionable: z.boolean(),
  from: cellSchema,
  /** The smallest change to a better tier; null where none was found. */
  next: moveChangeSchema.nullable(),
  /** The smallest change to the best tier in reach, where that is better still. */
  top: moveChangeSchema.nullable(),
  /** The value is missing now: `next` is one value that would do, not the smallest change. */
  example: z.boolean(),
  /** The new line that was tried: the customer's own usual one or the population's; `apart`: several are dated a day each, backwards. */
  line: z
    .object({ values: z.record(z.string(), cellSchema), of: z.enum(['own', 'population', 'none']), apart: z.boolean() })
    .exactOptional(),
});

const bandsSchema = z.array(z.object({ id: z.string(), title: localTextSchema }));

export const movesSchema = z.object({
  node: z.string(),
  /** Tiers of the node, best first. */
  bands: bandsSchema,
  tier: z.string().nullable(),
  /** Already in the best tier. */
  best: z.boolean(),
  moves: z.array(moveSchema),
  /** Of somebody in the best tier: how far each number can go before it is lost. */
  falls: z.array(moveSchema),
  /** Of somebody in the best tier: days until it is lost if nothing happens; null where that is not within two years. */
  days: z.int().nullable(),
  /** Records that were tried. */
  tried: countSchema,
});

export const tierMovesRequestSchema = z.object({
  /** Content to look at; the stored draft if left out. */
  flow: flowSchema.optional(),
  /** A tier by id; null for the people without one. */
  tier: z.string().max(64).nullable(),
  /** The tiers node; the one that answers if left out. */
  node: idSchema.optional(),
  asOf: daySchema.optional(),
  generation: generationSchema.optional(),
  /** Up to so many people are looked at one by one; of more, a sample of that size, smaller where they have very many lines. */
  most: z.int().min(1).max(20_000).default(5_000),
});

/** People whose smallest change lies from `from` up to `to`, both included. */
export const moveBinSchema = z.object({ from: z.number(), to: z.number(), n: countSchema });

export const leverMovesSchema = z.object({
  lever: leverSchema,
  actionable: z.boolean(),
  /** People who move up by this lever alone. */
  n: countSchema,
  /** By the tier they get, best first. */
  tiers: z.array(z.object({ id: z.string(), n: countSchema })),
  /** Of numbers: for so many of them the number falls. */
  down: countSchema,
  /** People for whom the value is missing and some value would do; they have no size. */
  filled: countSchema,
  /** Sizes of the smallest change: least, quarter, half, three quarters, most; null where nobody has one. */
  sizes: z.object({ min: z.number(), lower: z.number(), median: z.number(), upper: z.number(), max: z.number() }).nullable(),
  bins: z.array(moveBinSchema),
  /** Of texts and booleans: people by the value that moves them. */
  values: z.array(z.object({ to: cellSchema, n: countSchema })),
  /** A few of the people with the smallest changes. */
  nearest: z.array(z.object({ key: z.string(), to: cellSchema, size: z.number().nullable(), tier: z.string().nullable() })),
});

export const tierMovesSchema = z.object({
  asOf: daySchema,
  generation: generationSchema,
  node: z.string(),
  bands: bandsSchema,
  tier: z.string().nullable(),
  /** People in the tier. */
  members: countSchema,
  /** Of them so many were looked at; all counts are of these. */
  people: countSchema,
  /** Everybody was looked at. */
  exact: z.boolean(),
  /** People whom at least one lever moves up. */
  movable: countSchema,
  levers: z.array(leverMovesSchema),
});

export type Lever = z.infer<typeof leverSchema>;
export type Move = z.infer<typeof moveSchema>;
export type Moves = z.infer<typeof movesSchema>;
export type TierMovesRequest = z.infer<typeof tierMovesRequestSchema>;
export type TierMoves = z.infer<typeof tierMovesSchema>;
export type LeverMoves = z.infer<typeof leverMovesSchema>;
