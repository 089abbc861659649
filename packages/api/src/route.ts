// What a route is: method, path, permission, what it takes and answers. The runtime implements it, clients and the
// OpenAPI document are made from it.
import type { z } from 'zod';
import type { ProblemCode } from './problem-codes.ts';

/** Who may call a route. `public` needs no identity; `data.read` and `members.read` show personal data. */
export type Permission =
  | 'public'
  | 'workspace.read'
  | 'data.read'
  | 'data.write'
  | 'flows.read'
  | 'flows.write'
  | 'flows.publish'
  | 'definitions.read'
  | 'decide'
  | 'runs.read'
  | 'runs.start'
  | 'members.read';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Headers with a meaning of their own that a route reads. */
export type RequestHeader = 'If-Match' | 'If-None-Match' | 'Idempotency-Key' | 'Accept' | 'Accept-Language';

/** JSON up to `limit` bytes, or the streamed bytes of a file. */
export type RequestBody<S extends z.ZodType = z.ZodType> =
  | { readonly type: 'json'; readonly schema: S; readonly limit: number }
  | { readonly type: 'file'; readonly limit: number };

/** What a success answers: JSON of a schema, the bytes of a media type, or nothing. */
export interface Answer<S extends z.ZodType = z.ZodType> {
  readonly status: 200 | 201 | 202 | 204;
  readonly schema?: S;
  /** Media types beside or instead of JSON. */
  readonly media?: readonly string[];
  readonly headers?: readonly string[];
}

export interface Route {
  readonly method: Method;
  /** `{name}` stands for one path segment. */
  readonly path: string;
  readonly permission: Permission;
  readonly summary: string;
  readonly query?: z.ZodObject;
  readonly headers?: readonly RequestHeader[];
  readonly body?: RequestBody;
  readonly answer: Answer;
  /** Beside those that every route can answer. */
  readonly problems: readonly ProblemCode[];
}

/** Largest JSON body. */
export const JSON_LIMIT = 1024 * 1024;
/** Largest flow or definition. */
export const DOCUMENT_LIMIT = 5 * 1024 * 1024;
/** Largest file of an import. */
export const FILE_LIMIT = 4 * 1024 * 1024 * 1024;
/** Bytes of a file that a probe looks at. */
export const PROBE_LIMIT = 4 * 1024 * 1024;
/** Rows of a table that is read as text. */
export const TABLE_ROWS = 20_000;

/** What every route can answer. */
export const commonProblems = [
  'request.malformed',
  'request.host',
  'request.origin',
  'request.header-too-large',
  'request.timeout',
  'request.parameter',
  'server.busy',
  'server.draining',
  'server.error',
] as const satisfies readonly ProblemCode[];

/** What every route with a JSON body can answer as well. */
export const bodyProblems = [
  'request.json',
  'request.invalid',
  'request.too-large',
  'request.media-type',
  'storage.full',
] as const satisfies readonly ProblemCode[];
