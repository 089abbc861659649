// What the check of a fit says, as it comes with the fitted parameters.
import type { Json } from '@tierflow/definition';

export interface FitCheck {
  readonly people: number;
  readonly logLikelihood: number;
  /** People with 0, 1, … repeat purchases, the last number for it and more. */
  readonly actual: readonly number[];
  readonly expected: readonly number[];
}

/** Undefined where nothing was fitted. */
export function fitCheckOf(value: Json | undefined): FitCheck | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { people, logLikelihood, actual, expected } = value as { readonly [name: string]: Json };
  if (typeof people !== 'number' || typeof logLikelihood !== 'number' || !Array.isArray(actual) || !Array.isArray(expected))
    return undefined;
  return { people, logLikelihood, actual: actual.map(Number), expected: expected.map(Number) };
}
