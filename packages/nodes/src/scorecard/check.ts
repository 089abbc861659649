// Every part has to be a number.
import { type Checked, type Compiled, gather, invariant, type NodeContext } from '@tierflow/compiler';
import type { PartConfig, ScorecardConfig } from './config.ts';

export function checkScorecard(context: NodeContext<ScorecardConfig>): Checked {
  return gather(context.config.parts.map((part, at) => partValue(part, at, context)));
}

/** The part's own number, before its scale. */
export function partValue(part: PartConfig, at: number, { value }: NodeContext<ScorecardConfig>): Compiled {
  const types = ['number'] as const;
  if (part.field !== undefined) return value(part.field, `parts.${at}.field`, { types });
  return value({ expr: invariant(part.expr, 'a part has a column or a formula') }, `parts.${at}`, { types });
}
