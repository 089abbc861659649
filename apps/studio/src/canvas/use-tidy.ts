// Tidies the flow, or what is selected of it, with the sizes the cards have on the screen.
import { type NodeSize, tidy } from '@tierflow/flow';
import { useReactFlow } from '@xyflow/react';
import { useCallback } from 'react';
import { useStudio } from '../app/studio.ts';

/** One step, however many cards it moves. */
export function useTidy(): () => void {
  const { document, ui, factsStore } = useStudio();
  const { getNodes, fitView } = useReactFlow();
  return useCallback(() => {
    const facts = factsStore.getState().compilation?.nodes;
    const sizes = new Map<string, NodeSize>(
      getNodes().map((node) => [
        node.id,
        {
          width: node.measured?.width ?? 244,
          height: node.measured?.height ?? 116,
          ports: (facts?.get(node.id)?.ports ?? []).map((port) => port.id),
        },
      ]),
    );
    const only = [...ui.getState().selectedNodes];
    document.run((flow) => tidy(flow, sizes, only));
    if (only.length < 2) requestAnimationFrame(() => void fitView({ padding: 0.08, maxZoom: 1, duration: 200 }));
  }, [document, ui, factsStore, getNodes, fitView]);
}
