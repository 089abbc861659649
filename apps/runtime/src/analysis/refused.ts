// What the analysis thread refuses with a code; travels to the main thread as data.
import type { ProblemCode } from '@tierflow/api';
import type { Diagnostic, Json } from '@tierflow/definition';

export class Refused extends Error {
  readonly code: ProblemCode;
  readonly params: { readonly [name: string]: Json };
  readonly diagnostics: readonly Diagnostic[] | undefined;

  constructor(code: ProblemCode, params: { readonly [name: string]: Json } = {}, diagnostics?: readonly Diagnostic[]) {
    super(code);
    this.name = 'Refused';
    this.code = code;
    this.params = params;
    this.diagnostics = diagnostics;
  }
}
