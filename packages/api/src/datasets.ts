// Data sets: what was imported, its columns and their profile, imports and what they refused.
import { z } from 'zod';
import {
  cellSchema,
  countSchema,
  daySchema,
  digestSchema,
  generationSchema,
  idSchema,
  instantSchema,
  ticketSchema,
  valueTypeSchema,
} from './values.ts';

/** A remark with its words. */
const wordedSchema = z.object({ code: z.string(), message: z.string() });

export const datasetKindSchema = z.enum(['customers', 'collection']);

/** What is known of one column: fill, spread, examples. `low` and `high` are its smallest and largest value. */
export const columnProfileSchema = z.object({
  name: z.string(),
  type: valueTypeSchema,
  rows: countSchema,
  missing: countSchema,
  /** Different values; null where not counted. */
  distinct: countSchema.nullable(),
  low: cellSchema,
  high: cellSchema,
  samples: z.array(cellSchema),
});

const datasetHead = {
  name: idSchema,
  kind: datasetKindSchema,
  key: z.string().nullable(),
  customer: z.string().nullable(),
  time: z.string().nullable(),
  /** Workspace generation that brought the content served now. */
  generation: generationSchema,
  rows: countSchema,
  importedAt: instantSchema,
};

export const datasetSchema = z.object({ ...datasetHead, columns: z.int().nonnegative() });
export const datasetListSchema = z.object({ datasets: z.array(datasetSchema) });

export const datasetDetailSchema = z.object({
  ...datasetHead,
  /** Lines of a collection that belong to no customer: loaded and counted. */
  withoutCustomer: countSchema,
  rejected: countSchema,
  /** Exact duplicate lines; kept. */
  duplicates: countSchema.nullable(),
  lastDay: daySchema.nullable(),
  columns: z.array(columnProfileSchema),
  generations: z.array(
    z.object({ generation: generationSchema, import: ticketSchema, rows: countSchema, rejected: countSchema, importedAt: instantSchema }),
  ),
});

/** Options of an import, as query parameters. Left out means: found in the file. */
export const importQuerySchema = z.object({
  kind: datasetKindSchema.optional(),
  /** Column that names a customer (kind customers) or a line (kind collection). */
  key: z.string().min(1).max(200).optional(),
  /** Column of a collection that names the customer. */
  customer: z.string().min(1).max(200).optional(),
  /** Column of a collection that dates a line. */
  time: z.string().min(1).max(200).optional(),
  format: z.enum(['csv', 'tsv', 'ndjson']).optional(),
  encoding: z.string().max(40).optional(),
  delimiter: z.string().min(1).max(4).optional(),
  /** Whether the first line names the columns. */
  header: z.enum(['true', 'false']).optional(),
  timeZone: z.string().max(64).optional(),
  /** JSON object, column → type. */
  types: z.string().max(12_000).optional(),
  /** Share of refused rows above which the import fails, 0 to 1. */
  tolerance: z.coerce.number().min(0).max(1).optional(),
  mode: z.enum(['replace']).default('replace'),
});

export const importStateSchema = z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']);

export const importSchema = z.object({
  id: ticketSchema,
  dataset: idSchema,
  job: ticketSchema,
  state: importStateSchema,
  /** 0 to 1. */
  progress: z.number().min(0).max(1),
  /** What it is doing: `read`, `profile`, `sort`, `write` …; null when it stands still. */
  step: z.string().nullable(),
  bytes: countSchema,
  digest: digestSchema.nullable(),
  /** rows = loaded + rejected. Null until known. */
  rows: countSchema.nullable(),
  loaded: countSchema.nullable(),
  rejected: countSchema.nullable(),
  withoutCustomer: countSchema.nullable(),
  /** Generation it brought; null until done. */
  generation: generationSchema.nullable(),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  /** What people should know about it although it did not stop it. */
  notices: z.array(wordedSchema),
  problem: wordedSchema.nullable(),
  createdAt: instantSchema,
  finishedAt: instantSchema.nullable(),
});

export const importAcceptedSchema = z.object({ job: ticketSchema, import: ticketSchema });

/** One refused row of a file, a line of NDJSON. */
export const rejectSchema = z.object({
  line: countSchema,
  column: z.string().nullable(),
  code: z.string(),
  message: z.string(),
  /** The start of what stood there. */
  text: z.string().nullable(),
  /** The row was loaded, with this cell missing. */
  loaded: z.boolean(),
});

/** What the first bytes of a file look like. */
export const probeSchema = z.object({
  format: z.enum(['csv', 'tsv', 'ndjson']),
  encoding: z.string(),
  delimiter: z.string().nullable(),
  header: z.boolean(),
  columns: z.array(
    z.object({
      name: z.string(),
      type: valueTypeSchema,
      fill: z.number(),
      distinct: countSchema,
      samples: z.array(z.string()),
      low: cellSchema,
      high: cellSchema,
    }),
  ),
  /** The first rows as text, at most 50. */
  rows: z.array(z.array(z.string())),
  /** Likely roles, by name and shape of values. */
  guess: z.object({
    kind: datasetKindSchema,
    key: z.string().nullable(),
    customer: z.string().nullable(),
    time: z.string().nullable(),
  }),
  notices: z.array(wordedSchema),
});

/** A small table as text. `line` is the line of the file or the row of the sheet; null where rows come from a data set. */
export const textTableSchema = z.object({
  /** How the file was read; null for a data set. */
  file: z
    .object({
      format: z.enum(['csv', 'tsv', 'ndjson', 'xlsx']),
      encoding: z.string().nullable(),
      delimiter: z.string().nullable(),
      header: z.boolean(),
    })
    .nullable(),
  columns: z.array(z.string()),
  rows: z.array(z.object({ line: countSchema.nullable(), cells: z.array(z.string()) })),
  /** Lines that have another number of cells than the header, or cannot be split. */
  unreadable: z.array(countSchema),
  notices: z.array(wordedSchema),
});

export type Dataset = z.infer<typeof datasetSchema>;
export type DatasetDetail = z.infer<typeof datasetDetailSchema>;
export type ColumnProfile = z.infer<typeof columnProfileSchema>;
export type ImportQuery = z.infer<typeof importQuerySchema>;
export type ImportState = z.infer<typeof importStateSchema>;
export type Import = z.infer<typeof importSchema>;
export type Reject = z.infer<typeof rejectSchema>;
export type Probe = z.infer<typeof probeSchema>;
export type TextTable = z.infer<typeof textTableSchema>;
