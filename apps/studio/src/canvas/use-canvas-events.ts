// What the mouse does on the canvas, as commands of the document.
import { connect, connectRefusal, edgeKey, type FlowEdge, insertOnEdge, moveNodes, reconnect } from '@tierflow/flow';
import {
  applyNodeChanges,
  type Connection,
  type EdgeChange,
  type FinalConnectionState,
  type NodeChange,
  type OnConnect,
  type OnNodeDrag,
  useReactFlow,
} from '@xyflow/react';
import { type DragEvent, type FocusEvent, type MouseEvent, useMemo } from 'react';
import { type Studio, useStudio } from '../app/studio.ts';
import { select } from '../app/ui-store.ts';
import { addKind, portIn } from './adding.ts';
import type { CardNode, PeopleEdgeType } from './canvas-nodes.ts';

/** Type of what the palette drags. */
export const dragType = 'application/x-tierflow-kind';

type SetNodes = (change: (nodes: CardNode[]) => CardNode[]) => void;

/** Handlers for the library and for the surface around it. */
export function useCanvasEvents(setNodes: SetNodes) {
  const studio = useStudio();
  const { screenToFlowPosition } = useReactFlow();
  return useMemo(() => {
    const flow = {
      ...selectionEvents(studio, setNodes),
      ...connectionEvents(studio),
      ...dragEvents(studio),
    };
    const surface = {
      // A card reached with the keys is the selected one.
      onFocus: (event: FocusEvent) => {
        const id = event.target.classList.contains('react-flow__node') ? event.target.getAttribute('data-id') : null;
        const known = id !== null && studio.ui.getState().selectedNodes.has(id);
        if (id !== null && !known && studio.ui.getState().connecting === null && event.target.matches(':focus-visible'))
          select(studio.ui, [id]);
      },
      onDoubleClick: (event: MouseEvent) => {
        if (isPane(event.target)) studio.ui.setState({ quickAdd: { at: { x: event.clientX, y: event.clientY } } });
      },
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes(dragType)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        markEdge(edgeAt(studio, event));
      },
      onDragLeave: () => markEdge(undefined),
      onDrop: (event: DragEvent) => {
        const kind = studio.kinds.get(event.dataTransfer.getData(dragType));
        markEdge(undefined);
        if (kind === undefined) return;
        event.preventDefault();
        const at = screenToFlowPosition({ x: event.clientX, y: event.clientY });
        const splice = edgeAt(studio, event);
        const takesPlace = splice !== undefined && kind.input !== 'none' && kind.group !== 'act';
        addKind(studio, kind, { at: { x: at.x - 122, y: at.y - 24 }, ...(takesPlace ? { splice } : {}) });
      },
    };
    return { flow, surface };
  }, [studio, setNodes, screenToFlowPosition]);
}

function selectionEvents({ ui }: Studio, setNodes: SetNodes) {
  return {
    onNodesChange: (changes: NodeChange<CardNode>[]) => {
      const choices = changes.filter((change) => change.type === 'select');
      const others = changes.filter((change) => change.type !== 'select' && change.type !== 'remove');
      if (others.length > 0) setNodes((nodes) => applyNodeChanges(others, nodes));
      if (choices.length > 0) ui.setState((state) => ({ selectedNodes: chosen(state.selectedNodes, choices) }));
    },
    onEdgesChange: (changes: EdgeChange<PeopleEdgeType>[]) => {
      const choices = changes.filter((change) => change.type === 'select');
      if (choices.length > 0) ui.setState((state) => ({ selectedEdges: chosen(state.selectedEdges, choices) }));
    },
  };
}

function chosen(old: ReadonlySet<string>, changes: readonly { readonly id: string; readonly selected: boolean }[]): ReadonlySet<string> {
  const next = new Set(old);
  for (const { id, selected } of changes) {
    if (selected) next.add(id);
    else next.delete(id);
  }
  return next;
}

function connectionEvents(studio: Studio) {
  const { document, ui } = studio;
  const onConnect: OnConnect = (connection) => document.run((flow) => connect(flow, edgeIn(connection)));
  return {
    onConnect,
    isValidConnection: (connection: Connection | PeopleEdgeType) => {
      const flow = document.getState().history?.present;
      const target = flow?.nodes.find((node) => node.id === connection.target);
      if (flow === undefined || target === undefined || studio.kinds.get(target.kind)?.input === 'none') return false;
      return connectRefusal(flow, edgeIn(connection)) === undefined;
    },
    onConnectEnd: (event: globalThis.MouseEvent | TouchEvent, state: FinalConnectionState) => {
      if (state.isValid === true || state.toNode !== null || state.fromNode === null || state.fromHandle === null) return;
      const point = 'changedTouches' in event ? event.changedTouches[0] : event;
      if (point === undefined) return;
      const at = { x: point.clientX, y: point.clientY };
      const own = state.fromNode.id;
      ui.setState({
        quickAdd:
          state.fromHandle.type === 'source' ? { at, from: { node: own, port: state.fromHandle.id ?? 'out' } } : { at, to: { node: own } },
      });
    },
    onReconnect: (old: PeopleEdgeType, connection: Connection) => {
      document.run((flow) => {
        const before = flow.edges.find((edge) => edgeKey(edge) === old.id);
        return before === undefined ? connect(flow, edgeIn(connection)) : reconnect(flow, before, edgeIn(connection));
      });
    },
  };
}

function dragEvents(studio: Studio) {
  const commit = (nodes: readonly CardNode[]) =>
    studio.document.run((flow) => moveNodes(flow, Object.fromEntries(nodes.map((node) => [node.id, node.position]))));
  const onNodeDragStop: OnNodeDrag<CardNode> = (event, node, nodes) => {
    markEdge(undefined);
    const splice = nodes.length === 1 && 'clientX' in event ? looseOnEdge(studio, node.id, event) : undefined;
    if (splice === undefined) commit(nodes);
    else {
      const kind = studio.kinds.get(studio.document.getState().history?.present.nodes.find((other) => other.id === node.id)?.kind ?? '');
      const { x, y } = node.position;
      studio.document.run((flow) => {
        const config = flow.nodes.find((other) => other.id === node.id)?.config;
        const port = kind?.ports(config, flow)[0]?.id;
        return insertOnEdge(flow, node.id, splice, { ...portIn(port), at: { x: Math.round(x), y: Math.round(y) } });
      });
    }
  };
  return {
    onNodeDrag: ((event, node, nodes) => {
      markEdge(nodes.length === 1 && 'clientX' in event ? looseOnEdge(studio, node.id, event) : undefined);
    }) satisfies OnNodeDrag<CardNode>,
    onNodeDragStop,
    onSelectionDragStop: (_: MouseEvent, nodes: CardNode[]) => commit(nodes),
  };
}

/** The edge under a card that has no connections yet: it is put into it when dropped. */
function looseOnEdge(studio: Studio, id: string, point: { readonly clientX: number; readonly clientY: number }): FlowEdge | undefined {
  const flow = studio.document.getState().history?.present;
  const kind = studio.kinds.get(flow?.nodes.find((node) => node.id === id)?.kind ?? '');
  if (flow === undefined || kind === undefined || kind.input === 'none' || kind.group === 'act') return undefined;
  if (flow.edges.some((edge) => edge.from === id || edge.to === id)) return undefined;
  return edgeAt(studio, point);
}

/** The edge under a point of the window. */
function edgeAt({ document }: Studio, { clientX, clientY }: { readonly clientX: number; readonly clientY: number }): FlowEdge | undefined {
  const element = globalThis.document
    .elementsFromPoint(clientX, clientY)
    .map((each) => each.closest('.react-flow__edge'))
    .find((each) => each !== null);
  const id = element?.getAttribute('data-id');
  return document.getState().history?.present.edges.find((edge) => edgeKey(edge) === id);
}

/** Shows on which edge the node would land. */
function markEdge(edge: FlowEdge | undefined): void {
  for (const marked of globalThis.document.querySelectorAll('.react-flow__edge[data-drop]')) marked.removeAttribute('data-drop');
  if (edge !== undefined)
    globalThis.document.querySelector(`.react-flow__edge[data-id="${CSS.escape(edgeKey(edge))}"]`)?.setAttribute('data-drop', '');
}

function edgeIn(connection: Connection | PeopleEdgeType): FlowEdge {
  return { from: connection.source, ...portIn(connection.sourceHandle ?? undefined), to: connection.target };
}

function isPane(target: EventTarget): boolean {
  return target instanceof Element && target.classList.contains('react-flow__pane');
}
