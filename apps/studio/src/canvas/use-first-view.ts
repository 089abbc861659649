// A flow is opened so that it can be read: the whole of it where that is not too small, else its beginning.
import { useNodesInitialized, useReactFlow } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { useDocument } from '../app/studio.ts';

/** Below this zoom even the large type of far cards is under 10 px. */
const leastZoom = 0.5;

/** Sets the view once per opened flow, when the cards have been measured. */
export function useFirstView(): void {
  const { fitView, getNodes, getNodesBounds, getViewport, setViewport } = useReactFlow();
  const ready = useNodesInitialized();
  const id = useDocument((state) => state.history?.present.id);
  const shown = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (!ready || id === undefined || shown.current === id) return;
    shown.current = id;
    void fitView({ padding: 0.08, maxZoom: 1 }).then(() => {
      const { zoom } = getViewport();
      const region = document.querySelector('[data-region="canvas"]')?.getBoundingClientRect();
      if (zoom >= leastZoom || region === undefined) return;
      const bounds = getNodesBounds(getNodes());
      const middle = region.height / 2 - (bounds.y + bounds.height / 2) * leastZoom;
      void setViewport({ x: 40 - bounds.x * leastZoom, y: middle, zoom: leastZoom });
    });
  }, [ready, id, fitView, getNodes, getNodesBounds, getViewport, setViewport]);
}
