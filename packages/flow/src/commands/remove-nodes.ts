// Takes nodes off the canvas, with their edges; on request the neighbours are connected through the gap.
import { edgeKey } from '../graph.ts';
import type { Flow, FlowEdge } from '../schema.ts';
import type { Change } from './change.ts';
import { mapSeasonValues } from './seasons.ts';

/** Removes nodes. `edges` are removed with them in the same step; `reconnect` keeps the chain. */
export function removeNodes(
  flow: Flow,
  ids: readonly string[],
  options: { readonly reconnect?: boolean; readonly edges?: readonly FlowEdge[] } = {},
): Change {
  const gone = new Set(ids.filter((id) => flow.nodes.some((node) => node.id === id)));
  const cut = new Set((options.edges ?? []).map(edgeKey));
  const only = gone.size === 1 ? flow.nodes.find((node) => gone.has(node.id)) : undefined;
  const reconnected = options.reconnect ?? false;
  const step = { code: 'removeNodes', nodes: [...gone], title: only?.title ?? null, reconnected } as const;
  if (gone.size === 0) return { flow, step };
  const kept = flow.edges.filter((edge) => !gone.has(edge.from) && !gone.has(edge.to) && !cut.has(edgeKey(edge)));
  const keys = new Set(kept.map(edgeKey));
  const bridges = reconnected ? bridgesOver(flow, gone).filter((edge) => !keys.has(edgeKey(edge))) : [];
  return {
    flow: {
      ...mapSeasonValues(flow, (value) => (gone.has(value.node) ? [] : [value])),
      nodes: flow.nodes.filter((node) => !gone.has(node.id)),
      edges: [...kept, ...bridges],
      ...(flow.layout === undefined ? {} : { layout: Object.fromEntries(Object.entries(flow.layout).filter(([id]) => !gone.has(id))) }),
    },
    step,
  };
}

/** One edge from everything that enters the gap to everything it led to. No circle can arise: each bridge shortens a path. */
function bridgesOver(flow: Flow, gone: ReadonlySet<string>): readonly FlowEdge[] {
  const bridges = new Map<string, FlowEdge>();
  for (const edge of flow.edges) {
    if (gone.has(edge.from) || !gone.has(edge.to)) continue;
    for (const to of exitsOf(flow, edge.to, gone)) {
      const bridge = { ...edge, to };
      bridges.set(edgeKey(bridge), bridge);
    }
  }
  return [...bridges.values()];
}

function exitsOf(flow: Flow, from: string, gone: ReadonlySet<string>): ReadonlySet<string> {
  const exits = new Set<string>();
  const seen = new Set<string>();
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    for (const edge of flow.edges) {
      if (edge.from !== at) continue;
      if (gone.has(edge.to)) open.push(edge.to);
      else exits.add(edge.to);
    }
  }
  return exits;
}
