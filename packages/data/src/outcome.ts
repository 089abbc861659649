// What a door of this package answers: a value, or a problem of the world (a file, a disk) with a stable code.
import type { Json } from '@tierflow/definition';

/** Why something could not be done. `code` is stable and the key of the message; `params` fill the message in. */
export interface Problem {
  readonly code: string;
  readonly params: { readonly [name: string]: Json };
}

/** A value, or the problem that stood in its way. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** A problem on its way up from deep inside a scan; doors turn it into an `Outcome` and let every other error pass. */
export class Refusal extends Error {
  readonly problem: Problem;

  constructor(code: string, params: { readonly [name: string]: Json } = {}) {
    super(code);
    this.name = 'Refusal';
    this.problem = { code, params };
  }
}

/** Runs `work` and turns a refusal into an answer; a bug stays an exception. */
export function outcomeOf<T>(work: () => T): Outcome<T> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem };
    throw error;
  }
}
