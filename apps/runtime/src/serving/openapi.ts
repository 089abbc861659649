// The OpenAPI 3.1 document, made from the route table and its schemas.
import {
  bodyProblems,
  commonProblems,
  PROBLEM_TYPE,
  type ProblemCode,
  problemSchema,
  problemTable,
  type Route,
  routes,
} from '@tierflow/api';
import { z } from 'zod';
import { version } from '../version.ts';

type Json = { readonly [name: string]: unknown };

export function openApiDocument(): Json {
  const paths: { [path: string]: { [method: string]: Json } } = {};
  for (const [name, route] of Object.entries(routes) as [string, Route][]) {
    const methods = paths[route.path] ?? {};
    paths[route.path] = methods;
    methods[route.method.toLowerCase()] = operation(name, route);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Tierflow', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: { schemas: { Problem: schemaOf(problemSchema, 'output') } },
  };
}

function operation(name: string, route: Route): Json {
  return {
    operationId: name,
    summary: route.summary,
    'x-permission': route.permission,
    parameters: [...pathParameters(route), ...queryParameters(route), ...headerParameters(route)],
    ...(route.body === undefined ? {} : { requestBody: bodyOf(route.body) }),
    responses: {
      [route.answer.status]: success(route),
      ...(route.headers?.includes('If-None-Match') === true && route.method === 'GET' ? { 304: { description: 'Not modified' } } : {}),
      ...failures(route),
    },
  };
}

function pathParameters({ path }: Route): readonly Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
}

function queryParameters({ query }: Route): readonly Json[] {
  return Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !(schema as z.ZodType).safeParse(undefined).success,
    schema: schemaOf(schema as z.ZodType, 'output'),
  }));
}

function headerParameters({ headers }: Route): readonly Json[] {
  return (headers ?? []).map((name) => ({ name, in: 'header', required: false, schema: { type: 'string' } }));
}

function bodyOf(body: NonNullable<Route['body']>): Json {
  if (body.type === 'json') return { required: true, content: { 'application/json': { schema: schemaOf(body.schema, 'input') } } };
  const file = { schema: { type: 'string', contentMediaType: 'application/octet-stream' } };
  return {
    required: true,
    content: {
      'text/csv': file,
      'text/tab-separated-values': file,
      'application/x-ndjson': file,
      'application/octet-stream': file,
      'application/gzip': file,
    },
  };
}

function success({ answer, summary }: Route): Json {
  const media = answer.media ?? (answer.schema === undefined ? [] : ['application/json']);
  const schema = answer.schema === undefined ? {} : schemaOf(answer.schema, 'output');
  return {
    description: summary,
    ...(answer.headers === undefined
      ? {}
      : { headers: Object.fromEntries(answer.headers.map((name) => [name, { schema: { type: 'string' } }])) }),
    ...(media.length === 0
      ? {}
      : { content: Object.fromEntries(media.map((type) => [type, { schema: type === 'text/csv' ? { type: 'string' } : schema }])) }),
  };
}

/** Problems by status, with the codes each can carry. */
function failures(route: Route): Json {
  const codes = new Set<ProblemCode>([...commonProblems, ...route.problems, ...(route.body?.type === 'json' ? bodyProblems : [])]);
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes) byStatus.set(problemTable[code].status, [...(byStatus.get(problemTable[code].status) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, list]) => [
      status,
      {
        description: list.map((code) => `\`${code}\`: ${problemTable[code].en}`).join('\n'),
        content: {
          [PROBLEM_TYPE]: { schema: { allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: list } } }] } },
        },
      },
    ]),
  );
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): unknown {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' });
  return rest;
}
