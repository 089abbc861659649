// A case of a node kind as a JSON file: a config and some records in, who leaves where and with which values out.
import { dataSchema, nodeSchema } from '@tierflow/flow';
import { z } from 'zod';

const keys = z.array(z.string());

export const kindCaseSchema = z.strictObject({
  /** One sentence: what the case shows. */
  about: z.string().min(1),
  asOf: z.iso.date(),
  timeZone: z.string().default('Asia/Shanghai'),
  /** Data sets as in a flow file; the first one without `customer` holds the customers. */
  data: z.record(z.string(), dataSchema),
  /** Nodes in a row before the kind, each fed by every way out of the one above; the first by the source. */
  before: z.array(nodeSchema).default([]),
  config: z.record(z.string(), z.json()),
  /** One object per customer, collections inline. */
  records: z.array(z.record(z.string(), z.json())),
  expect: z.strictObject({
    /** Codes of the errors that compiling reports. Where there are some, nothing else is expected. */
    errors: z.array(z.string()).default([]),
    /** Keys of the people that leave through each port. */
    ports: z.record(z.string(), keys).optional(),
    /** Keys of the people for whom the condition is unknown. */
    unknown: keys.optional(),
    /** Values by column name, then by key; `null` is missing. Numbers agree to one part in a milliard. */
    columns: z.record(z.string(), z.record(z.string(), z.union([z.boolean(), z.number(), z.string(), z.null()]))).optional(),
    /** Fitted parameters by their name within the node. */
    parameters: z.record(z.string(), z.json()).optional(),
  }),
});

export type KindCase = z.infer<typeof kindCaseSchema>;
