// The problem document (RFC 9457) every error is answered with.
import type { Json } from '@tierflow/definition';
import { renderMessage } from '@tierflow/definition';
import { z } from 'zod';
import { type ProblemCode, problemCodes, problemTable } from './problem-codes.ts';
import { diagnosticSchema, type Language } from './values.ts';

/** One fault inside the request: by JSON pointer, or by line and column of a text. */
export const faultSchema = z.object({
  pointer: z.string().exactOptional(),
  line: z.int().exactOptional(),
  column: z.int().exactOptional(),
  code: z.string(),
  message: z.string(),
});

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(problemCodes as [ProblemCode, ...ProblemCode[]]),
  detail: z.string(),
  /** The request id, as in `X-Request-Id`. */
  instance: z.string(),
  errors: z.array(faultSchema).exactOptional(),
  /** Failed gates of a publish. */
  diagnostics: z.array(diagnosticSchema).exactOptional(),
});

export type Fault = z.infer<typeof faultSchema>;
export type Problem = z.infer<typeof problemSchema>;

/** The words of a problem in a language. */
export function problemMessage(code: ProblemCode, language: Language, params: { readonly [name: string]: Json } = {}): string {
  const spec = problemTable[code];
  return renderMessage({ [code]: spec[language] }, code, params);
}

/** Media type of problem documents. */
export const PROBLEM_TYPE = 'application/problem+json';
