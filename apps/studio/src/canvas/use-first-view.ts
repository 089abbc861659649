// A flow is opened so that it can be read: the whole of it where that is not too small, else its beginning.
import { useNodesInitialized, useReactFlow, type Viewport } from '@xyflow/react';
import { useEffect, useRef, useState } from 'react';
import { useDocument } from '../app/studio.ts';

/** Below this zoom even the large type of far cards is under 10 px. */
const leastZoom = 0.5;

/** Sets the view once per opened flow, when the cards have been measured. Answers the view where it shows the beginning only. */
export function useFirstView(): Viewport | null {
  const { fitView, getNodes, getNodesBounds, getViewport, setViewport } = useReactFlow();
  const ready = useNodesInitialized();
  const id = useDocument((state) => state.history?.present.id);
  const shown = useRef<string | undefined>(undefined);
  const [beginning, setBeginning] = useState<Viewport | null>(null);
  useEffect(() => {
    if (!ready || id === undefined || shown.current === id) return;
    shown.current = id;
    setBeginning(null);
    void fitView({ padding: 0.08, maxZoom: 1 }).then(() => {
      const { zoom } = getViewport();
      const region = document.querySelector('[data-region="canvas"]')?.getBoundingClientRect();
      if (zoom >= leastZoom || region === undefined) return;
      const bounds = getNodesBounds(getNodes());
      const middle = region.height / 2 - (bounds.y + bounds.height / 2) * leastZoom;
      const view = { x: 40 - bounds.x * leastZoom, y: middle, zoom: leastZoom };
      setBeginning(view);
      void setViewport(view);
    });
  }, [ready, id, fitView, getNodes, getNodesBounds, getViewport, setViewport]);
  return beginning;
}
