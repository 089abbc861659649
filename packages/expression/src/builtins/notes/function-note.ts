// The form of what is noted of a function: its rule of missing values and its examples.
import type { Json, LocalText } from '@tierflow/definition';

interface Asked {
  readonly formula: string;
  /** The customer's fields; those not named are missing. Four orders are there unless others are given. */
  readonly on?: { readonly [field: string]: Json };
  /** jsonata answers something else: the name of the difference in the reference. */
  readonly unlike?: string;
}

interface Answered extends Asked {
  /** Days as `YYYY-MM-DD`; null where the answer is missing. */
  readonly answer: boolean | number | string | null;
}

interface Failed extends Asked {
  /** Code of the error of the row. */
  readonly error: string;
}

/** A formula, the customer it is asked on, and the answer. */
export type FunctionExample = Answered | Failed;

export interface FunctionNotes {
  /** Left out where a missing argument makes the answer missing. */
  readonly missing?: LocalText;
  readonly examples: readonly [FunctionExample, ...FunctionExample[]];
}
