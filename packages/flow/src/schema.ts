// The authoring document `tierflow/flow@1`: what a person draws. Kinds are an open set, so `config` is open here
// and checked by its kind.
import type { Json } from '@tierflow/definition';
import { z } from 'zod';

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/);

/** A text as typed, or one text per language. */
export const titleSchema = z.union([z.string().max(200), z.object({ en: z.string().max(200), 'zh-CN': z.string().max(200).optional() })]);

const fieldSchema = z.object({
  name: z.string().min(1).max(200),
  type: z.enum(['boolean', 'number', 'string', 'date', 'datetime']),
  /** The column of the imported data that holds it, where that has another name. */
  column: z.string().min(1).max(200).optional(),
});

/** A data set as the flow reads it: with `customer` it is a collection (lines of customers), without it holds the customers. */
export const dataSchema = z.object({
  /** The imported data set that is read, where that has another name. */
  dataset: z.string().min(1).max(200).optional(),
  key: z.string().optional(),
  customer: z.string().optional(),
  time: z.string().optional(),
  fields: z.array(fieldSchema).max(2000),
});

const json: z.ZodType<Json> = z.json();

export const nodeSchema = z.object({
  id,
  kind: z.string().min(1).max(64),
  title: titleSchema.optional(),
  note: z.string().max(4000).optional(),
  config: z.record(z.string(), json),
});

/** From a port (`out` if not said) of a node to a node. */
export const edgeSchema = z.object({ from: id, port: z.string().max(64).optional(), to: id });

/** What is done for people who reach a playbook node. Costs are per person in the workspace's currency. */
export const playbookSchema = z.object({
  id,
  title: titleSchema,
  actions: z.array(titleSchema).max(50).optional(),
  channel: z.string().max(100).optional(),
  owner: z.string().max(100).optional(),
  cadence: titleSchema.optional(),
  serviceLevel: titleSchema.optional(),
  offer: titleSchema.optional(),
  cost: z.number().nonnegative().optional(),
});

/** A number of a node's config as it is in a season; `path` leads to the number it stands for. */
const seasonValueSchema = z.object({ node: id, path: z.string().min(1).max(500), value: z.number() });

/**
 * Days on which other numbers hold, both ends included, in the flow's time zone: `YYYY-MM-DD`, or with `yearly` `MM-DD` of every
 * year (`from` after `to` spans New Year). Where several share a day the first in the list holds, alone.
 */
export const seasonSchema = z.object({
  id,
  title: titleSchema,
  from: z.string().max(10),
  to: z.string().max(10),
  yearly: z.literal(true).optional(),
  values: z.array(seasonValueSchema).max(2000),
});

/**
 * What can be changed of a customer, and between which bounds, when it is asked what would move them: a field of customers (`field`),
 * lines of a collection (`collection`), or a number in its lines (both). Without a word, numbers and lines can be, the rest cannot.
 */
const leverSchema = z.object({
  collection: z.string().min(1).max(200).optional(),
  field: z.string().min(1).max(200).optional(),
  actionable: z.boolean().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
});

const pointSchema = z.object({ x: z.number(), y: z.number() });

export const flowSchema = z.object({
  format: z.literal('tierflow/flow@1'),
  id,
  title: titleSchema,
  timeZone: z.string().min(1).max(64),
  data: z.record(z.string(), dataSchema).optional(),
  nodes: z.array(nodeSchema).max(500),
  edges: z.array(edgeSchema).max(2000),
  playbooks: z.array(playbookSchema).max(500).optional(),
  seasons: z.array(seasonSchema).max(50).optional(),
  levers: z.array(leverSchema).max(2000).optional(),
  layout: z.record(z.string(), pointSchema).optional(),
});

export type Title = z.infer<typeof titleSchema>;
export type FlowData = z.infer<typeof dataSchema>;
export type FlowNode = z.infer<typeof nodeSchema>;
export type FlowEdge = z.infer<typeof edgeSchema>;
export type Playbook = z.infer<typeof playbookSchema>;
export type FlowSeason = z.infer<typeof seasonSchema>;
export type SeasonValue = z.infer<typeof seasonValueSchema>;
export type FlowLever = z.infer<typeof leverSchema>;
export type Flow = z.infer<typeof flowSchema>;
