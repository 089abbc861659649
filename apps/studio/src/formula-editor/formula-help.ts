// What the editor can be asked about a formula. Answers are looked up anew each time, so they are always about the present.
import type { Diagnostic } from '@tierflow/definition';
import type { FormulaScope } from '@tierflow/expression';
import type { Speech } from '../words/use-words.ts';
import type { NameFacts } from './name-facts.ts';

export interface FormulaHelp {
  readonly scope: FormulaScope;
  readonly speech: Speech;
  /** What is known of a name: of the customer, or with a collection, of its lines. */
  readonly about: (name: string, collection?: string) => NameFacts | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** A mistake in words. */
  readonly say: (diagnostic: Diagnostic) => string;
  /** The value of what stands at a place, for the customer chosen. */
  readonly valueAt: (offset: number) => { readonly text: string; readonly value: string; readonly customer: string } | undefined;
}
