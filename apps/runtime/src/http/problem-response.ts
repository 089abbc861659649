// A refusal as the problem document it is answered with.
import { STATUS_CODES } from 'node:http';
import { type Fault, faultMessage, type Language, PROBLEM_TYPE, type Problem, problemMessage, problemTable } from '@tierflow/api';
import { diagnosticFault } from './diagnostic-fault.ts';
import type { Refusal } from './refusal.ts';

const DOCUMENTATION = 'https://tierflow.dev/problems/';

/** The document of a refusal in a language. */
export function problemOf(refusal: Refusal, language: Language, requestId: string): Problem {
  const { params = {}, faults = [], diagnostics } = refusal.detail;
  const { status } = problemTable[refusal.code];
  const errors: Fault[] = [
    ...faults.map(({ params: words, ...fault }) => ({ ...fault, message: faultMessage(fault.code, language, words) })),
    ...(diagnostics ?? []).map((diagnostic) => diagnosticFault(diagnostic, language)),
  ];
  return {
    type: `${DOCUMENTATION}${refusal.code}`,
    title: STATUS_CODES[status] ?? '',
    status,
    code: refusal.code,
    detail: problemMessage(refusal.code, language, params),
    instance: requestId,
    ...(errors.length === 0 ? {} : { errors }),
    ...(diagnostics === undefined ? {} : { diagnostics: [...diagnostics] }),
  };
}

/** Media type and status beside it. */
export function problemResponse(refusal: Refusal, language: Language, requestId: string): Response {
  const problem = problemOf(refusal, language, requestId);
  const headers = { 'Content-Type': PROBLEM_TYPE, 'Content-Language': language, 'Cache-Control': 'no-store', ...refusal.detail.headers };
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}
