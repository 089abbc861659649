// Routes of using what was published: definitions, decisions, runs, jobs, and the state of the server.
import { z } from 'zod';
import { document, NDJSON, small } from './body.ts';
import { decideAnswerSchema, decideQuerySchema, decideRequestSchema, definitionListSchema } from './decisions.ts';
import type { Route } from './route.ts';
import { createRunSchema, jobSchema, memberPageSchema, memberQuerySchema, runAcceptedSchema, runListSchema, runSchema } from './runs.ts';

const live = z.object({ state: z.literal('live') });

export const servingRoutes = {
  listDefinitions: {
    method: 'GET',
    path: '/v1/definitions',
    permission: 'definitions.read',
    summary: 'Published definitions, live version each',
    answer: { status: 200, schema: definitionListSchema },
    problems: [],
  },
  getDefinition: {
    method: 'GET',
    path: '/v1/definitions/{name}',
    permission: 'definitions.read',
    summary: 'The exact published bytes; the ETag is their digest',
    query: z.object({ version: z.coerce.number().int().positive().optional() }),
    headers: ['If-None-Match'],
    answer: { status: 200, media: ['application/json'], headers: ['ETag', 'Content-Digest'] },
    problems: ['definition.unknown', 'version.unknown', 'artifact.corrupt'],
  },
  decide: {
    method: 'POST',
    path: '/v1/decide/{name}',
    permission: 'decide',
    summary: 'Tier, scores and playbooks of one record, up to 1,000 records, or an imported customer',
    query: decideQuerySchema,
    headers: ['Accept-Language'],
    body: document(decideRequestSchema),
    answer: { status: 200, schema: decideAnswerSchema },
    problems: [
      'definition.unknown',
      'version.unknown',
      'artifact.corrupt',
      'record.invalid',
      'customer.unknown',
      'dataset.none',
      'data.too-large',
    ],
  },

  createRun: {
    method: 'POST',
    path: '/v1/runs',
    permission: 'runs.start',
    summary: 'Applies a published definition to all customers',
    body: small(createRunSchema),
    answer: { status: 202, schema: runAcceptedSchema, headers: ['Location'] },
    problems: ['definition.unknown', 'version.unknown', 'artifact.corrupt', 'dataset.none', 'generation.unknown'],
  },
  listRuns: {
    method: 'GET',
    path: '/v1/runs',
    permission: 'runs.read',
    summary: 'Runs, newest first',
    query: z.object({ flow: z.string().max(64).optional(), limit: z.coerce.number().int().min(1).max(500).default(50) }),
    answer: { status: 200, schema: runListSchema },
    problems: [],
  },
  getRun: {
    method: 'GET',
    path: '/v1/runs/{id}',
    permission: 'runs.read',
    summary: 'State and counts of a run',
    answer: { status: 200, schema: runSchema },
    problems: ['run.unknown'],
  },
  listMembers: {
    method: 'GET',
    path: '/v1/runs/{id}/members',
    permission: 'members.read',
    summary: 'Members of a run, paged; CSV, NDJSON or JSON by Accept',
    query: memberQuerySchema,
    headers: ['Accept'],
    answer: { status: 200, schema: memberPageSchema, media: ['application/json', 'text/csv', NDJSON], headers: ['Link', 'X-Total-Count'] },
    problems: ['run.unknown', 'run.unfinished', 'page.cursor', 'request.not-acceptable', 'artifact.corrupt'],
  },
  getJob: {
    method: 'GET',
    path: '/v1/jobs/{id}',
    permission: 'runs.read',
    summary: 'State of a job',
    answer: { status: 200, schema: jobSchema },
    problems: ['job.unknown'],
  },

  livez: {
    method: 'GET',
    path: '/livez',
    permission: 'public',
    summary: 'The process runs',
    answer: { status: 200, schema: live },
    problems: [],
  },
  readyz: {
    method: 'GET',
    path: '/readyz',
    permission: 'public',
    summary: 'Requests can be served',
    answer: { status: 200, schema: z.object({ state: z.literal('ready'), revision: z.int(), generation: z.int() }) },
    problems: ['server.draining'],
  },
  openapi: {
    method: 'GET',
    path: '/v1/openapi.json',
    permission: 'public',
    summary: 'This interface as an OpenAPI 3.1 document',
    answer: { status: 200, media: ['application/json'] },
    problems: [],
  },
} as const satisfies Record<string, Route>;
