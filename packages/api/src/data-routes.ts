// Routes of the workspace and its data.
import { z } from 'zod';
import { NDJSON, small } from './body.ts';
import {
  datasetDetailSchema,
  datasetListSchema,
  importAcceptedSchema,
  importQuerySchema,
  importSchema,
  probeSchema,
  rejectSchema,
  textTableSchema,
} from './datasets.ts';
import { customerListSchema, recordSchema } from './decisions.ts';
import { FILE_LIMIT, PROBE_LIMIT, type Route } from './route.ts';
import { generationSchema } from './values.ts';
import { workspaceSchema } from './workspace.ts';

const generationQuery = z.object({ generation: z.coerce.number().pipe(generationSchema).optional() });

/** What can be wrong with a file that is looked into. */
const fileProblems = [
  'request.too-large',
  'request.media-type',
  'import.empty',
  'import.format',
  'import.encoding',
  'import.encoding-unknown',
  'import.encoding-unclear',
  'import.dialect',
  'import.header',
  'import.line',
  'import.columns',
  'import.too-large',
  'import.crashed',
] as const;

export const dataRoutes = {
  getWorkspace: {
    method: 'GET',
    path: '/v1/workspace',
    permission: 'workspace.read',
    summary: 'Name, zone and data of the workspace',
    answer: { status: 200, schema: workspaceSchema },
    problems: [],
  },

  listDatasets: {
    method: 'GET',
    path: '/v1/datasets',
    permission: 'data.read',
    summary: 'Data sets as served now',
    answer: { status: 200, schema: datasetListSchema },
    problems: [],
  },
  getDataset: {
    method: 'GET',
    path: '/v1/datasets/{name}',
    permission: 'data.read',
    summary: 'Schema, profile and generations of a data set',
    answer: { status: 200, schema: datasetDetailSchema },
    problems: ['dataset.unknown'],
  },
  startImport: {
    method: 'POST',
    path: '/v1/datasets/{name}/imports',
    permission: 'data.write',
    summary: 'Imports a file; its bytes are the body',
    query: importQuerySchema,
    body: { type: 'file', limit: FILE_LIMIT },
    answer: { status: 202, schema: importAcceptedSchema, headers: ['Location'] },
    problems: ['request.too-large', 'request.media-type', 'import.empty', 'import.types', 'storage.full'],
  },
  getImport: {
    method: 'GET',
    path: '/v1/datasets/{name}/imports/{id}',
    permission: 'data.read',
    summary: 'State and counts of an import',
    answer: { status: 200, schema: importSchema },
    problems: ['import.unknown'],
  },
  cancelImport: {
    method: 'POST',
    path: '/v1/datasets/{name}/imports/{id}/cancel',
    permission: 'data.write',
    summary: 'Ends an import that is not finished',
    body: small(z.object({})),
    answer: { status: 200, schema: importSchema },
    problems: ['import.unknown', 'import.finished'],
  },
  listRejects: {
    method: 'GET',
    path: '/v1/datasets/{name}/imports/{id}/rejects',
    permission: 'data.read',
    summary: 'Rows the import refused, one per line',
    answer: { status: 200, schema: rejectSchema, media: [NDJSON] },
    problems: ['import.unknown'],
  },
  probeFile: {
    method: 'POST',
    path: '/v1/datasets/{name}/probe',
    permission: 'data.write',
    summary: 'Encoding, delimiter, columns and types found in the first bytes of a file',
    query: importQuerySchema.pick({ format: true, encoding: true, delimiter: true, header: true }),
    body: { type: 'file', limit: PROBE_LIMIT },
    answer: { status: 200, schema: probeSchema },
    problems: fileProblems,
  },
  readTable: {
    method: 'POST',
    path: '/v1/tables',
    permission: 'flows.write',
    summary: 'Rows of a small file (text, or an .xlsx workbook) as text; nothing is kept',
    query: importQuerySchema.pick({ encoding: true, delimiter: true, header: true }),
    body: { type: 'file', limit: PROBE_LIMIT },
    answer: { status: 200, schema: textTableSchema },
    problems: [...fileProblems, 'import.workbook', 'table.rows'],
  },
  listPairs: {
    method: 'GET',
    path: '/v1/datasets/{name}/pairs',
    permission: 'data.read',
    summary: 'Different pairs of two columns of a data set as text, in the order of its rows',
    query: z.object({ first: z.string().min(1).max(200), second: z.string().min(1).max(200) }),
    answer: { status: 200, schema: textTableSchema },
    problems: ['dataset.unknown', 'column.unknown', 'data.too-large', 'table.rows'],
  },
  listRecords: {
    method: 'GET',
    path: '/v1/datasets/{name}/records',
    permission: 'data.read',
    summary: 'Customers with their collections inline, one record per line',
    query: generationQuery,
    answer: { status: 200, schema: recordSchema, media: [NDJSON] },
    problems: ['dataset.unknown', 'generation.unknown', 'dataset.none'],
  },
  searchCustomers: {
    method: 'GET',
    path: '/v1/customers',
    permission: 'data.read',
    summary: 'Customers by key, name or the last digits of a phone number',
    query: z.object({
      search: z.string().max(200).default(''),
      limit: z.coerce.number().int().min(1).max(100).default(20),
      /** Set of customers to look in; the main one if left out. */
      dataset: z.string().max(64).optional(),
    }),
    answer: { status: 200, schema: customerListSchema },
    problems: ['dataset.none', 'dataset.unknown', 'data.too-large'],
  },
} as const satisfies Record<string, Route>;
