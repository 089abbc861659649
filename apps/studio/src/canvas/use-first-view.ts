// A flow is opened so that it can be read: the whole of it where that is not too small, else its beginning.
import { useNodesInitialized, useReactFlow } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { useDocument } from '../app/studio.ts';

/** Fits the view once per opened flow, when the cards have been measured. */
export function useFirstView(): void {
  const { fitView } = useReactFlow();
  const ready = useNodesInitialized();
  const id = useDocument((state) => state.history?.present.id);
  const shown = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (!ready || id === undefined || shown.current === id) return;
    shown.current = id;
    void fitView({ padding: 0.08, maxZoom: 1 });
  }, [ready, id, fitView]);
}
