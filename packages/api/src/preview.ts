// Live counts: every node's people for a flow that is being edited, and the people behind any number.
import { flowSchema } from '@tierflow/flow';
import { z } from 'zod';
import {
  cellSchema,
  countSchema,
  daySchema,
  diagnosticSchema,
  generationSchema,
  idSchema,
  jsonSchema,
  localTextSchema,
  ticketSchema,
  tierCountSchema,
  valueTypeSchema,
} from './values.ts';

/** The flow to look at: its content, or the id of a stored draft. Exactly one of the two. */
const subject = { flow: flowSchema.optional(), draft: idSchema.optional() };

const place = { asOf: daySchema.optional(), generation: generationSchema.optional() };

const columnName = z.string().min(1).max(200);

/** Rising; a cell holds the values from one edge up to the next, the last one included at the end. */
const edges = z.array(z.number()).min(2).max(51);

export const previewRequestSchema = z.object({
  ...subject,
  ...place,
  /** Histograms to count: a column by name, as it leaves the node; over the people of the node, or of one of its ports. */
  columns: z
    .array(
      z.object({
        node: z.string().max(64),
        port: z.string().max(64).optional(),
        column: columnName,
        bins: z.int().min(1).max(400).default(60),
      }),
    )
    .max(40)
    .default([]),
  /** Cross counts of two columns: with few values, such as R by F, or cut at edges, such as chances by amounts. */
  grids: z
    .array(
      z.object({
        node: z.string().max(64),
        rows: columnName,
        columns: columnName,
        rowEdges: edges.exactOptional(),
        columnEdges: edges.exactOptional(),
        /** People without a value are counted too, as a last row and column `null`. */
        missing: z.boolean().exactOptional(),
      }),
    )
    .max(10)
    .default([]),
  /** How few people bring how much: a column that the node makes for itself, and the column of classes to add it up by. */
  shares: z
    .array(z.object({ node: z.string().max(64), of: columnName, by: columnName }))
    .max(10)
    .default([]),
  /** Nodes whose conditions are to be counted row by row. */
  conditions: z.array(z.string().max(64)).max(20).default([]),
  /** Nodes of which everything they have counted for themselves is to be counted: rows, gaps and overlaps of a decision table. */
  probes: z.array(z.string().max(64)).max(20).default([]),
  /** Names the asking window; a newer preview of the same client ends an older one. */
  client: z.string().max(100).optional(),
});

/** One row of a condition: people in the node for whom it is true, and how many more would pass without it. */
export const conditionCountSchema = z.object({ n: countSchema, removes: z.int(), unknown: countSchema });

export const nodeCountSchema = z.object({
  /** People that reach the node; null while it is blocked. */
  n: countSchema.nullable(),
  /** All customers. */
  of: countSchema,
  /** People for whom its condition is unknown. */
  unknown: countSchema,
  exact: z.literal(true),
  asOf: daySchema,
  /** Content hash of everything the counts depend on but the data; empty while blocked. */
  hash: z.string(),
  ports: z.record(z.string(), countSchema),
  /** People for whom a value of this node could not be computed. */
  errors: countSchema,
  /** Nodes whose errors keep this one from being counted. */
  blockedBy: z.array(z.string()).exactOptional(),
  /** By path into the config, `where.all.0`. */
  conditions: z.record(z.string(), conditionCountSchema).exactOptional(),
  /** By the name the kind gives: `row:r1`, `gap1`. */
  probes: z.record(z.string(), countSchema).exactOptional(),
});

/** Bins of equal width from `min` to `max`, the last closed; `values` where at most 200 different values occur. */
export const histogramSchema = z.object({
  type: valueTypeSchema,
  min: cellSchema,
  max: cellSchema,
  counts: z.array(countSchema),
  missing: countSchema,
  values: z.array(z.object({ value: cellSchema, n: countSchema })).nullable(),
});

/** Of a side with edges, the value of a cell is its lower edge. */
export const gridSchema = z.object({ rows: z.array(cellSchema), columns: z.array(cellSchema), counts: z.array(z.array(countSchema)) });

/**
 * The positive values of a column in falling order: `curve` has at most 201 points `[people, sum]` counted from the biggest
 * value, each as it is, with whole people; the first is `[0, 0]`, the last everybody. `groups` are all the people by class.
 */
export const sharesSchema = z.object({
  /** People with a positive value. */
  people: countSchema,
  /** Sum of the positive values. */
  total: z.number(),
  curve: z.array(z.tuple([countSchema, z.number()])),
  groups: z.array(z.object({ value: z.string().nullable(), n: countSchema, sum: z.number() })),
});

export const previewSchema = z.object({
  asOf: daySchema,
  generation: generationSchema,
  /** The run that says which tiers the customers had, where the flow asks for them and there is one. */
  previous: z.object({ run: ticketSchema, asOf: daySchema }).exactOptional(),
  customers: countSchema,
  timing: z.object({ compile: z.number(), fit: z.number(), sweep: z.number(), total: z.number() }),
  nodes: z.record(z.string(), nodeCountSchema),
  /** Of the tiers node that answers, best first. */
  tiers: z.array(tierCountSchema),
  tiersNode: z.string().nullable(),
  unassigned: countSchema,
  playbooks: z.array(z.object({ id: z.string(), title: localTextSchema, n: countSchema })),
  /** By `node.column`, or `node:port.column`. */
  histograms: z.record(z.string(), histogramSchema),
  /** By `node.rows.columns`. */
  grids: z.record(z.string(), gridSchema),
  /** By `node.of.by`. */
  shares: z.record(z.string(), sharesSchema),
  /** Fitted and typed values by parameter id. */
  parameters: z.record(z.string(), jsonSchema),
  diagnostics: z.array(diagnosticSchema),
});

export const previewRowsRequestSchema = z.object({
  ...subject,
  ...place,
  node: z.string().max(64),
  /** A port, `in` for those that reach the node, `unknown` for those whose condition is unknown. */
  port: z.string().max(64),
  /** Keep only people whose column equals the value (a bar of a chart). */
  where: z
    .array(
      z.object({ column: columnName, from: cellSchema.exactOptional(), to: cellSchema.exactOptional(), is: cellSchema.exactOptional() }),
    )
    .max(5)
    .default([]),
  sort: z.object({ column: columnName, descending: z.boolean().default(false) }).optional(),
  /** Columns by name; all named ones if left out. */
  columns: z.array(columnName).max(100).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.int().min(1).max(500).default(100),
});

export const previewRowsSchema = z.object({
  total: countSchema,
  generation: generationSchema,
  asOf: daySchema,
  columns: z.array(z.object({ name: z.string(), type: valueTypeSchema, title: localTextSchema.nullable(), node: z.string().nullable() })),
  /** Tiers of the flow's answer, best first; empty where it has none. */
  tiers: z.array(z.object({ id: z.string(), title: localTextSchema })),
  /** `tier` is the id of the tier that the flow answers for the person; null for none. */
  rows: z.array(z.object({ key: z.string(), tier: z.string().nullable(), values: z.array(cellSchema) })),
  cursor: z.string().nullable(),
});

export type PreviewRequest = z.infer<typeof previewRequestSchema>;
export type Preview = z.infer<typeof previewSchema>;
export type NodeCount = z.infer<typeof nodeCountSchema>;
export type ConditionCount = z.infer<typeof conditionCountSchema>;
export type Histogram = z.infer<typeof histogramSchema>;
export type Grid = z.infer<typeof gridSchema>;
export type Shares = z.infer<typeof sharesSchema>;
export type PreviewRowsRequest = z.infer<typeof previewRowsRequestSchema>;
export type PreviewRows = z.infer<typeof previewRowsSchema>;
