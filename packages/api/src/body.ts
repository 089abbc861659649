// How a JSON body of a route is declared.
import type { z } from 'zod';
import { DOCUMENT_LIMIT, JSON_LIMIT } from './route.ts';

export const NDJSON = 'application/x-ndjson';

/** A JSON body of ordinary size. */
export function small<S extends z.ZodType>(schema: S) {
  return { type: 'json', schema, limit: JSON_LIMIT } as const;
}

/** A JSON body that holds a flow, or many records. */
export function document<S extends z.ZodType>(schema: S) {
  return { type: 'json', schema, limit: DOCUMENT_LIMIT } as const;
}
