// The values that several routes speak of: names, days, digests, texts, diagnostics, cells.
import type { Json } from '@tierflow/definition';
import { z } from 'zod';

/** Id of a flow, a node, a data set: what may stand in a path without escaping. */
export const idSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/);

/** Id the server made (jobs, imports, runs). */
export const ticketSchema = z.string().regex(/^[a-z]+_[0-9a-z]{8,40}$/);

/** Civil day, `YYYY-MM-DD`. */
export const daySchema = z.iso.date();

/** Instant in UTC, RFC 3339. */
export const instantSchema = z.iso.datetime();

/** `sha256:<hex>`. */
export const digestSchema = z.string().regex(/^sha256:[0-9a-f]{64}$/);

/** One state of all data sets of the workspace; rises with every finished import. */
export const generationSchema = z.int().nonnegative();

export const languageSchema = z.enum(['en', 'zh-CN']);

export const localTextSchema = z.object({ en: z.string(), 'zh-CN': z.string().exactOptional() });

export const valueTypeSchema = z.enum(['boolean', 'number', 'string', 'date', 'datetime']);

/** A value as it travels: dates as `YYYY-MM-DD`, datetimes as RFC 3339, missing as null. */
export const cellSchema = z.union([z.boolean(), z.number(), z.string(), z.null()]);

export const jsonSchema: z.ZodType<Json> = z.json();

export const countSchema = z.int().nonnegative();

/** A remark on a flow; words come from code and params. */
export const diagnosticSchema = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  at: z.object({
    node: z.string().exactOptional(),
    port: z.string().exactOptional(),
    path: z.string().exactOptional(),
    span: z.object({ from: z.int(), to: z.int() }).exactOptional(),
    season: z.string().exactOptional(),
  }),
  params: z.record(z.string(), jsonSchema),
  repair: z.object({ path: z.string(), value: jsonSchema }).exactOptional(),
});

/** People of one tier; `share` of the people that reached the tiers node. */
export const tierCountSchema = z.object({ id: z.string(), title: localTextSchema, n: countSchema, share: z.number() });

export type Language = z.infer<typeof languageSchema>;
export type Cell = z.infer<typeof cellSchema>;
export type TierCount = z.infer<typeof tierCountSchema>;
