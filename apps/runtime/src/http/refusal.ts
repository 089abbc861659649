// What the world is refused with: a problem code on its way from deep inside a handler to the one place that answers it.
import type { FaultCode, ProblemCode } from '@tierflow/api';
import type { Diagnostic, Json } from '@tierflow/definition';

export type Params = { readonly [name: string]: Json };

/** One fault inside a request; words are made when it is answered. */
export interface FaultAt {
  readonly code: FaultCode;
  readonly pointer?: string;
  readonly line?: number;
  readonly column?: number;
  readonly params?: Params;
}

export interface RefusalDetail {
  readonly params?: Params;
  readonly faults?: readonly FaultAt[];
  readonly diagnostics?: readonly Diagnostic[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** An expected refusal; anything else that is thrown is a bug and answered as `server.error`. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly detail: RefusalDetail;

  constructor(code: ProblemCode, detail: RefusalDetail = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.detail = detail;
  }
}
