// Edges between nodes. An edge that would close a circle cannot be made.
import { edgeKey, nodeOf, reachableFrom } from '../graph.ts';
import type { Flow, FlowEdge } from '../schema.ts';
import type { Change, Refusal } from './change.ts';

/** Why an edge cannot be added to a flow; undefined if it can. Whether the kinds at its ends have such ports is asked elsewhere. */
export function connectRefusal(flow: Flow, edge: FlowEdge): Refusal | undefined {
  if (nodeOf(flow, edge.from) === undefined || nodeOf(flow, edge.to) === undefined) return 'missingNode';
  if (edge.from === edge.to) return 'self';
  if (flow.edges.some((other) => edgeKey(other) === edgeKey(edge))) return 'exists';
  return reachableFrom(flow, edge.to).has(edge.from) ? 'cycle' : undefined;
}

/** Adds an edge. */
export function connect(flow: Flow, edge: FlowEdge): Change {
  const step = { code: 'connect', edge } as const;
  const refused = connectRefusal(flow, edge);
  return refused === undefined ? { flow: { ...flow, edges: [...flow.edges, edge] }, step } : { flow, step, refused };
}

/** Moves one end of an edge: the old edge goes, the new one takes its place. */
export function reconnect(flow: Flow, old: FlowEdge, edge: FlowEdge): Change {
  const step = { code: 'reconnect', edge } as const;
  if (edgeKey(old) === edgeKey(edge)) return { flow, step };
  const without: Flow = { ...flow, edges: flow.edges.filter((other) => edgeKey(other) !== edgeKey(old)) };
  const refused = connectRefusal(without, edge);
  if (refused !== undefined) return { flow, step, refused };
  return { flow: { ...flow, edges: flow.edges.map((other) => (edgeKey(other) === edgeKey(old) ? edge : other)) }, step };
}

/** Removes edges. */
export function disconnect(flow: Flow, edges: readonly FlowEdge[]): Change {
  const keys = new Set(edges.map(edgeKey));
  const gone = flow.edges.filter((edge) => keys.has(edgeKey(edge)));
  const step = { code: 'disconnect', edges: gone } as const;
  return gone.length === 0 ? { flow, step } : { flow: { ...flow, edges: flow.edges.filter((edge) => !keys.has(edgeKey(edge))) }, step };
}
