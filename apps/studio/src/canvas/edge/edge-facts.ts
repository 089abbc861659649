// How edges are drawn: a ribbon where people flow on exclusively, a thin line where the same people go several ways.
// Widths of ribbons conserve: what flows into a card on ribbons is what the card counts.
import type { NodeCount } from '@tierflow/api';
import type { Compilation, NodeFacts } from '@tierflow/compiler';
import { edgeKey, type Flow, type FlowEdge, portOf } from '@tierflow/flow';
import { tierCount } from '../card/card-model.ts';

export interface EdgeFacts {
  /** People on the edge; null while unknown. */
  readonly n: number | null;
  /** All customers; the widest ribbon. */
  readonly of: number;
  readonly shape: 'ribbon' | 'line';
  /** Share of the people of its source node. */
  readonly share: number | null;
  /** Place among the tiers, where it leaves through one. */
  readonly tier: { readonly place: number; readonly of: number } | null;
  readonly remainder: boolean;
  /** Columns it brings, on a line that meets others carrying the same people. */
  readonly columns: readonly string[];
  /** The counts belong to what is on the screen. */
  readonly current: boolean;
}

/** What is known at this moment. */
export interface Known {
  readonly count: (id: string) => NodeCount | undefined;
  readonly current: (id: string) => boolean;
  readonly compilation: Compilation | null;
}

/** Facts of all edges by key. */
export function edgeFacts(flow: Flow, known: Known): ReadonlyMap<string, EdgeFacts> {
  const kindOf = new Map(flow.nodes.map((node) => [node.id, node.kind]));
  return new Map(flow.edges.filter((edge) => kindOf.has(edge.from)).map((edge) => [edgeKey(edge), factsOf(flow, edge, known)]));
}

function factsOf(flow: Flow, edge: FlowEdge, known: Known): EdgeFacts {
  const count = known.count(edge.from);
  const n = peopleOn(edge, count);
  const source = known.compilation?.nodes.get(edge.from);
  const port = source?.ports.find((candidate) => candidate.id === portOf(edge));
  const meets = overlaps(flow, edge, known);
  const branches = flow.edges.filter((other) => other.from === edge.from && portOf(other) === portOf(edge)).length > 1;
  return {
    n,
    of: count?.of ?? 0,
    shape: branches || meets ? 'line' : 'ribbon',
    share: n === null || count?.n == null ? null : count.n === 0 ? 0 : n / count.n,
    tier: port?.tier === undefined ? null : { place: port.tier, of: tierCount(source?.ports ?? []) },
    remainder: port?.remainder === true,
    columns: meets ? broughtColumns(source, known.compilation?.nodes.get(edge.to)) : [],
    current: known.current(edge.from),
  };
}

/** Columns a branch brings: those the card it leads to reads, else all it makes. */
function broughtColumns(source: NodeFacts | undefined, target: NodeFacts | undefined): readonly string[] {
  const made = (source?.makes ?? []).map((column) => column.name);
  const read = made.filter((name) => target?.reads.includes(name) === true);
  return read.length > 0 ? read : made;
}

/** People that leave on an edge. */
function peopleOn(edge: FlowEdge, count: NodeCount | undefined): number | null {
  if (count === undefined || count.n === null) return null;
  return count.ports[portOf(edge)] ?? null;
}

/** Whether edges into the same card carry some people twice: together they bring more than the card counts. */
function overlaps(flow: Flow, edge: FlowEdge, known: Known): boolean {
  const into = flow.edges.filter((other) => other.to === edge.to);
  if (into.length < 2) return false;
  const reached = known.count(edge.to)?.n;
  if (reached === null || reached === undefined) return false;
  const brought = into.reduce((sum, other) => sum + (peopleOn(other, known.count(other.from)) ?? 0), 0);
  return brought > reached;
}

/** Width of an edge in pixels of the canvas. */
export function edgeWidth(facts: EdgeFacts): number {
  if (facts.shape === 'line' || facts.n === null || facts.of === 0) return 2;
  return Math.max(2, (28 * facts.n) / facts.of);
}
