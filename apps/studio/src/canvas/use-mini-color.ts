// Colours of the overview: by the kind of the node.
import type { Node } from '@xyflow/react';
import { useCallback } from 'react';
import { useDocument, useStudio } from '../app/studio.ts';
import { shownFlow } from '../document/document-store.ts';

/** The colour of a node in the overview. */
export function useMiniColor(): (node: Node) => string {
  const { kinds } = useStudio();
  const nodes = useDocument((state) => shownFlow(state)?.nodes);
  return useCallback(
    (node) => {
      const kind = nodes?.find((candidate) => candidate.id === node.id)?.kind;
      return `var(--tf-kind-${kinds.get(kind ?? '')?.group ?? 'canvas'})`;
    },
    [kinds, nodes],
  );
}
