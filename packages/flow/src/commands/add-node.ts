// Puts a new node on the canvas: alone, connected to another, or spliced into an edge.
import { edgeKey, portOf } from '../graph.ts';
import type { Flow, FlowEdge, FlowNode } from '../schema.ts';
import type { Change, Point } from './change.ts';
import { connectRefusal } from './connect.ts';

/** Where a new node goes. `connect` is an edge from or to it, `splice` an edge it is put into (`port` is where people go on). */
export interface AddOptions {
  readonly at: Point;
  readonly connect?: FlowEdge;
  readonly splice?: { readonly edge: FlowEdge; readonly port?: string };
}

/** Adds a node. An edge that cannot be is left out; the node is added all the same. */
export function addNode(flow: Flow, node: FlowNode, options: AddOptions): Change {
  const placed: Flow = {
    ...flow,
    nodes: [...flow.nodes, node],
    layout: { ...flow.layout, [node.id]: { x: Math.round(options.at.x), y: Math.round(options.at.y) } },
  };
  if (options.splice !== undefined) return splice(placed, node, options.splice);
  const step = { code: 'addNode', node: node.id, kind: node.kind } as const;
  if (options.connect === undefined) return { flow: placed, step };
  const refused = connectRefusal(placed, options.connect);
  return refused === undefined ? { flow: { ...placed, edges: [...placed.edges, options.connect] }, step } : { flow: placed, step, refused };
}

function splice(flow: Flow, node: FlowNode, { edge, port }: NonNullable<AddOptions['splice']>): Change {
  const step = { code: 'insertNode', node: node.id, kind: node.kind } as const;
  return {
    flow: { ...flow, edges: flow.edges.flatMap((other) => (edgeKey(other) === edgeKey(edge) ? pair(edge, node.id, port) : [other])) },
    step,
  };
}

function pair(edge: FlowEdge, through: string, port: string | undefined): FlowEdge[] {
  return [
    { from: edge.from, ...(edge.port === undefined ? {} : { port: portOf(edge) }), to: through },
    { from: through, ...(port === undefined ? {} : { port }), to: edge.to },
  ];
}

/** Puts a node that is already there into an edge: the edge is replaced by two. */
export function insertOnEdge(
  flow: Flow,
  id: string,
  edge: FlowEdge,
  options: { readonly port?: string; readonly at?: Point } = {},
): Change {
  const node = flow.nodes.find((candidate) => candidate.id === id);
  const step = { code: 'insertNode', node: id, kind: node?.kind ?? '' } as const;
  if (node === undefined || !flow.edges.some((other) => edgeKey(other) === edgeKey(edge))) return { flow, step, refused: 'missingNode' };
  if (edge.from === id || edge.to === id) return { flow, step, refused: 'self' };
  const without: Flow = { ...flow, edges: flow.edges.filter((other) => edgeKey(other) !== edgeKey(edge)) };
  for (const half of pair(edge, id, options.port)) {
    const refused = connectRefusal(without, half);
    if (refused !== undefined) return { flow, step, refused };
  }
  const placed = options.at === undefined ? flow : { ...flow, layout: { ...flow.layout, [id]: options.at } };
  return splice(placed, node, { edge, ...(options.port === undefined ? {} : { port: options.port }) });
}
