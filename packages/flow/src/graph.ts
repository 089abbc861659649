// The graph of a flow: neighbours, reachability, order. Nothing here knows a node kind.
import type { Flow, FlowEdge, FlowNode } from './schema.ts';

/** The port an edge leaves through when none is written. */
export const defaultPort = 'out';

/** Port an edge leaves through. */
export function portOf(edge: FlowEdge): string {
  return edge.port ?? defaultPort;
}

/** Identity of an edge: two edges with the same key are the same edge. */
export function edgeKey(edge: FlowEdge): string {
  return `${edge.from}:${portOf(edge)}>${edge.to}`;
}

/** The node of an id. */
export function nodeOf(flow: Flow, id: string): FlowNode | undefined {
  return flow.nodes.find((node) => node.id === id);
}

/** Ids that can be reached from a node along edges, without the node itself unless it stands in a circle. */
export function reachableFrom(flow: Flow, id: string): ReadonlySet<string> {
  const next = new Map<string, string[]>();
  for (const edge of flow.edges) next.set(edge.from, [...(next.get(edge.from) ?? []), edge.to]);
  const seen = new Set<string>();
  const open = [...(next.get(id) ?? [])];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    open.push(...(next.get(at) ?? []));
  }
  return seen;
}

/** Node ids so that every edge points forwards, otherwise in the flow's order; nodes in a circle come last. */
export function flowOrder(flow: Flow): readonly string[] {
  const waiting = new Map(flow.nodes.map((node) => [node.id, 0]));
  for (const edge of flow.edges) waiting.set(edge.to, (waiting.get(edge.to) ?? 0) + 1);
  const order: string[] = [];
  const done = new Set<string>();
  for (let moved = true; moved; ) {
    moved = false;
    for (const node of flow.nodes) {
      if (done.has(node.id) || waiting.get(node.id) !== 0) continue;
      done.add(node.id);
      order.push(node.id);
      moved = true;
      for (const edge of flow.edges) if (edge.from === node.id) waiting.set(edge.to, (waiting.get(edge.to) ?? 1) - 1);
    }
  }
  return [...order, ...flow.nodes.map((node) => node.id).filter((id) => !done.has(id))];
}

/** An id that the flow does not use yet: the base itself, or the base with the smallest free number. */
export function freshId(taken: ReadonlySet<string>, base: string): string {
  const stem = base.replaceAll(/[^A-Za-z0-9_-]/g, '-').slice(0, 56) || 'node';
  if (!taken.has(stem)) return stem;
  for (let number = 2; ; number += 1) if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`;
}
