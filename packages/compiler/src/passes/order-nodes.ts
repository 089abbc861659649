// Third pass: edges are checked and nodes put in an order in which every input comes first, so that types flow forwards.
import type { Diagnostic } from '@tierflow/definition';
import { edgeKey, type Flow, type FlowEdge, portOf } from '@tierflow/flow';
import type { ReadConfigs } from './read-configs.ts';

export interface NodeOrder {
  /** Ids of the nodes people flow through, inputs first, otherwise in the flow's order. Nodes in or below a circle are not among them. */
  readonly order: readonly string[];
  /** Nodes in or below a circle. */
  readonly cyclic: ReadonlySet<string>;
  /** Sound edges into each node, in the flow's order. */
  readonly inputs: ReadonlyMap<string, readonly FlowEdge[]>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Kahn's algorithm; of the nodes that are ready the first in the flow goes first. */
export function orderNodes(flow: Flow, configs: ReadConfigs): NodeOrder {
  const { edges, diagnostics } = soundEdges(flow, configs);
  const inputs = new Map<string, FlowEdge[]>();
  for (const edge of edges) inputs.set(edge.to, [...(inputs.get(edge.to) ?? []), edge]);
  const ids = [...new Set(flow.nodes.map((node) => node.id))].filter((id) => configs.read.get(id)?.kind.group !== 'canvas');
  const order: string[] = [];
  const done = new Set<string>();
  const ready = (id: string): boolean => !done.has(id) && (inputs.get(id) ?? []).every((edge) => done.has(edge.from));
  for (let next = ids.find(ready); next !== undefined; next = ids.find(ready)) {
    done.add(next);
    order.push(next);
  }
  const cyclic = new Set(ids.filter((id) => !done.has(id)));
  return { order, cyclic, inputs, diagnostics: [...diagnostics, ...cycleDiagnostics(cyclic, inputs)] };
}

function soundEdges(
  flow: Flow,
  configs: ReadConfigs,
): { readonly edges: readonly FlowEdge[]; readonly diagnostics: readonly Diagnostic[] } {
  const ids = new Set(flow.nodes.map((node) => node.id));
  const seen = new Set<string>();
  const edges: FlowEdge[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const edge of flow.edges) {
    const wrong = edgeRemark(edge, ids, configs);
    if (wrong !== undefined) diagnostics.push(wrong);
    else if (!seen.has(edgeKey(edge))) edges.push(edge);
    seen.add(edgeKey(edge));
  }
  return { edges, diagnostics };
}

function edgeRemark(edge: FlowEdge, ids: ReadonlySet<string>, configs: ReadConfigs): Diagnostic | undefined {
  const port = portOf(edge);
  const remark = (code: string, node: string, params: Diagnostic['params']): Diagnostic => ({
    code,
    severity: 'error',
    at: node === edge.from ? { node, port } : { node },
    params: { from: edge.from, port, to: edge.to, ...params },
  });
  const stranger = [edge.from, edge.to].find((id) => !ids.has(id));
  if (stranger !== undefined) return remark('edge.unknown-node', stranger === edge.from ? edge.to : edge.from, { id: stranger });
  const from = configs.read.get(edge.from);
  if (from !== undefined && !from.ports.some((spec) => spec.id === port)) {
    return remark('edge.unknown-port', edge.from, { ports: from.ports.map((spec) => spec.id).join(', ') });
  }
  return configs.read.get(edge.to)?.kind.input === 'none' ? remark('edge.no-input', edge.to, {}) : undefined;
}

/** One remark per circle, naming its nodes in the order of the arrows. */
function cycleDiagnostics(cyclic: ReadonlySet<string>, inputs: NodeOrder['inputs']): readonly Diagnostic[] {
  const told = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const start of cyclic) {
    const circle = circleAbove(start, cyclic, inputs);
    if (circle.some((id) => told.has(id))) continue;
    for (const id of circle) told.add(id);
    const [first = start] = circle;
    diagnostics.push({ code: 'flow.cycle', severity: 'error', at: { node: first }, params: { nodes: [...circle, first].join(' → ') } });
  }
  return diagnostics;
}

/** Walking up from any node in or below a circle ends in a circle. */
function circleAbove(start: string, cyclic: ReadonlySet<string>, inputs: NodeOrder['inputs']): readonly string[] {
  const path: string[] = [];
  let at: string | undefined = start;
  while (at !== undefined && !path.includes(at)) {
    path.push(at);
    at = inputs.get(at)?.find((edge) => cyclic.has(edge.from))?.from;
  }
  return at === undefined ? [] : path.slice(path.indexOf(at)).toReversed();
}
