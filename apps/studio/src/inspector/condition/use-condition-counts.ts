// Counts of the conditions of a node, row by row.
import type { FlowNode } from '@tierflow/flow';
import { useEffect, useMemo, useRef } from 'react';
import { useFacts, useStudio } from '../../app/studio.ts';
import { type ConditionCounts, keptCounts } from './kept-counts.ts';

interface RowCounts {
  readonly counts: ConditionCounts;
  /** They belong to what is on the screen. */
  readonly current: boolean;
  /** People that reach the node. */
  readonly arrive: number | undefined;
}

const none: ConditionCounts = {};

/** Has the rows counted while `wanted`. */
export function useConditionCounts(node: FlowNode, wanted: boolean): RowCounts {
  const { facts } = useStudio();
  useEffect(() => (wanted ? facts.want({ conditions: [node.id] }) : undefined), [facts, wanted, node.id]);
  const count = useFacts((state) => state.counts.get(node.id)?.value);
  const current = useFacts((state) => state.counts.get(node.id)?.print === state.prints.get(node.id));
  const known = useRef<{ readonly config: FlowNode['config']; readonly counts: ConditionCounts } | null>(null);
  const fresh = current ? count?.conditions : undefined;
  if (fresh !== undefined) known.current = { config: node.config, counts: fresh };
  return useMemo(() => {
    const kept = known.current === null ? none : keptCounts(known.current.counts, known.current.config, node.config);
    return { counts: wanted ? (fresh ?? kept) : none, current: fresh !== undefined, arrive: wanted ? (count?.n ?? undefined) : undefined };
  }, [wanted, fresh, count, node.config]);
}
