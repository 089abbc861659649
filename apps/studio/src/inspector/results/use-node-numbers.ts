// The counts of one node, and whether they belong to what is on the screen.
import type { NodeCount } from '@tierflow/api';
import { useFacts } from '../../app/studio.ts';

export interface NodeNumbers {
  readonly count: NodeCount | undefined;
  /** False while newer counts are computed. */
  readonly current: boolean;
}

export function useNodeNumbers(id: string): NodeNumbers {
  const count = useFacts((state) => state.counts.get(id)?.value);
  const current = useFacts((state) => state.counts.get(id)?.print === state.prints.get(id));
  const blocked = useFacts((state) => state.compilation?.nodes.get(id)?.blockedBy !== undefined);
  return { count: blocked ? undefined : count, current };
}
