// What a fit reads.
import { walk } from './type-of.ts';
import type { Expr, Fit, FitLines } from './types.ts';

/** Ids of the columns that an estimate is made from: its sample, its mask, and those that its lines are compared with. */
export function columnsOfFit({ of, where, lines }: Fit): readonly string[] {
  const ids = new Set(where === undefined ? of : [...of, where]);
  for (const expr of lines === undefined ? [] : exprsOf(lines)) {
    walk(expr, (part) => {
      if (part.op === 'column') ids.add(part.id);
    });
  }
  return [...ids];
}

/** What is asked of every line. */
export function exprsOf({ of, where }: FitLines): readonly Expr[] {
  return where === undefined ? of : [...of, where];
}
