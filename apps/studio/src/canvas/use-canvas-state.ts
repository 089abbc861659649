// Cards and edges as the library draws them, kept equal to document and selection.
import { useEffect, useMemo, useRef, useState } from 'react';
import { useDocument, useUi } from '../app/studio.ts';
import { shownFlow } from '../document/document-store.ts';
import { type CardNode, cardsOf, edgesOf, type PeopleEdgeType } from './canvas-nodes.ts';

interface CanvasState {
  readonly nodes: CardNode[];
  readonly edges: PeopleEdgeType[];
  readonly setNodes: (change: (nodes: CardNode[]) => CardNode[]) => void;
}

/** The library's state. Places of cards being dragged live here only; the document hears of them when the drag ends. */
export function useCanvasState(): CanvasState {
  const flow = useDocument(shownFlow);
  const selectedNodes = useUi((state) => state.selectedNodes);
  const selectedEdges = useUi((state) => state.selectedEdges);
  const [nodes, setNodes] = useState<CardNode[]>(() => (flow === null ? [] : cardsOf(flow, selectedNodes, [])));
  useEffect(() => {
    if (flow !== null) setNodes((before) => cardsOf(flow, selectedNodes, before));
  }, [flow, selectedNodes]);
  const before = useRef<PeopleEdgeType[]>([]);
  const edges = useMemo(() => {
    before.current = flow === null ? [] : edgesOf(flow, selectedEdges, before.current);
    return before.current;
  }, [flow, selectedEdges]);
  return { nodes, edges, setNodes };
}
