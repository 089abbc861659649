// Counts of condition rows while newer ones are computed: a number stays only with the row it was counted for.
import type { ConditionCount } from '@tierflow/api';
import type { Json } from '@tierflow/definition';
import { readPath } from '@tierflow/flow';

export type ConditionCounts = Readonly<Record<string, ConditionCount>>;

/** What still belongs to the rows of a config, of what was counted for an earlier one. A row is the same while it compares the same column. */
export function keptCounts(counts: ConditionCounts, before: Json, now: Json): ConditionCounts {
  return Object.fromEntries(
    Object.entries(counts).filter(([path]) => subjectOf(readPath(before, path)) === subjectOf(readPath(now, path))),
  );
}

/** What a row or a group is about; undefined where there is none. */
function subjectOf(value: Json | undefined): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const part = value as { readonly [name: string]: Json };
  if (typeof part['field'] === 'string') return `field ${part['field']}`;
  if (typeof part['expr'] === 'string') return 'formula';
  return Object.keys(part).join(' ');
}
