// Cards and edges as the canvas library wants them. They carry identity and place only; what a card shows it reads itself.
import { edgeKey, type Flow, portOf } from '@tierflow/flow';
import type { Edge, Node } from '@xyflow/react';

export type CardNode = Node<Record<string, never>, 'card'>;
export type PeopleEdgeType = Edge<Record<string, never>, 'people'>;

const noData: Record<string, never> = {};

/** Id of the element that names a card to screen readers; the numbers in it change without the card's object changing. */
export function cardLabelId(id: string): string {
  return `card-label-${id}`;
}

/** Id of the element that names an edge. */
export function edgeLabelId(key: string): string {
  return `edge-label-${encodeURIComponent(key)}`;
}

/** Cards of a flow; those that did not change keep their identity, those being dragged their place. */
export function cardsOf(flow: Flow, selected: ReadonlySet<string>, before: readonly CardNode[]): CardNode[] {
  const old = new Map(before.map((card) => [card.id, card]));
  return flow.nodes.map((node) => {
    const was = old.get(node.id);
    const at = flow.layout?.[node.id] ?? { x: 0, y: 0 };
    const isSelected = selected.has(node.id);
    const position = was?.dragging === true ? was.position : at;
    if (was !== undefined && was.selected === isSelected && was.position.x === position.x && was.position.y === position.y) return was;
    return {
      ...was,
      id: node.id,
      type: 'card',
      position,
      selected: isSelected,
      data: noData,
      domAttributes: { 'aria-labelledby': cardLabelId(node.id) },
    };
  });
}

/** Edges of a flow; those that did not change keep their identity. */
export function edgesOf(flow: Flow, selected: ReadonlySet<string>, before: readonly PeopleEdgeType[]): PeopleEdgeType[] {
  const old = new Map(before.map((edge) => [edge.id, edge]));
  return flow.edges.map((edge) => {
    const id = edgeKey(edge);
    const isSelected = selected.has(id);
    const was = old.get(id);
    if (was !== undefined && was.selected === isSelected) return was;
    return {
      id,
      type: 'people',
      source: edge.from,
      sourceHandle: portOf(edge),
      target: edge.to,
      targetHandle: 'in',
      selected: isSelected,
      data: noData,
      // Edges are reached along the cards, with the arrow keys; Tab goes from card to card.
      domAttributes: { 'aria-labelledby': edgeLabelId(id), tabIndex: -1 },
    };
  });
}
