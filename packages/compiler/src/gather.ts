// Answers of check and parts of lower, put together from compiled parts.
import type { Diagnostic, Expr } from '@tierflow/definition';
import type { Checked, Compiled } from './define-node.ts';
import { invariant } from './invariant.ts';

/** What some parts read and say, with further remarks. */
export function gather(parts: readonly Compiled[], remarks: readonly Diagnostic[] = []): Checked {
  return { diagnostics: [...remarks, ...parts.flatMap((part) => part.diagnostics)], reads: parts.flatMap((part) => part.reads) };
}

/** The expression of a part that check has already accepted. */
export function exprOf(part: Compiled): Expr {
  return invariant(part.expr, 'lower runs only after a clean check');
}
