// Left-to-right layout of a flow: columns by longest path, order within a column by where the edges come from.
// Deterministic: the same flow gets the same picture.
import type { Point } from '../commands/change.ts';
import { flowOrder } from '../graph.ts';
import type { Flow, FlowEdge } from '../schema.ts';
import { guessedSize, type NodeSize } from './guessed-size.ts';

const columnGap = 112;
const rowGap = 32;

/** Positions (top left corners) for all nodes; `sizes` as drawn, for cards that are not on a screen a guess. */
export function flowLayout(flow: Flow, sizes: ReadonlyMap<string, NodeSize> = new Map()): Readonly<Record<string, Point>> {
  const nodes = new Map(flow.nodes.map((node) => [node.id, node]));
  const sizeOf = (id: string) => sizes.get(id) ?? guessedSize(nodes.get(id), flow.nodes);
  const columns = orderedColumns(flow, sizeOf);
  const layout: Record<string, Point> = {};
  const centre = new Map<string, number>();
  let x = 0;
  for (const column of columns) {
    placeColumn(column, { flow, sizeOf, centre });
    for (const id of column) layout[id] = { x, y: Math.round((centre.get(id) ?? 0) - sizeOf(id).height / 2) };
    x += Math.max(...column.map((id) => sizeOf(id).width)) + columnGap;
  }
  const top = Math.min(0, ...Object.values(layout).map((point) => point.y));
  return Object.fromEntries(Object.entries(layout).map(([id, point]) => [id, { x: point.x, y: point.y - top }]));
}

type SizeOf = (id: string) => NodeSize;

function layersOf(flow: Flow): ReadonlyMap<string, number> {
  const layer = new Map<string, number>();
  for (const id of flowOrder(flow)) {
    const before = flow.edges.filter((edge) => edge.to === id).map((edge) => layer.get(edge.from) ?? -1);
    layer.set(id, before.length === 0 ? 0 : Math.max(...before) + 1);
  }
  return layer;
}

/** Columns of ids; a few sweeps of the barycentre rule, in which a port counts with its place on the card. */
function orderedColumns(flow: Flow, sizeOf: SizeOf): readonly string[][] {
  const layer = layersOf(flow);
  const depth = Math.max(-1, ...layer.values());
  const columns = Array.from({ length: depth + 1 }, (_, at) => flow.nodes.map((node) => node.id).filter((id) => layer.get(id) === at));
  for (let sweep = 0; sweep < 4; sweep += 1) {
    const place = new Map(columns.flatMap((column) => column.map((id, at) => [id, at] as const)));
    const forth = (id: string) =>
      mean(flow.edges.filter((edge) => edge.to === id).map((edge) => (place.get(edge.from) ?? 0) + portPlace(edge, sizeOf)));
    const back = (id: string) => mean(flow.edges.filter((edge) => edge.from === id).map((edge) => place.get(edge.to) ?? 0));
    for (const column of columns) {
      const weight = new Map(column.map((id, at) => [id, (sweep % 2 === 0 ? forth(id) : back(id)) ?? at]));
      column.sort((a, b) => (weight.get(a) ?? 0) - (weight.get(b) ?? 0));
      for (const [at, id] of column.entries()) place.set(id, at);
    }
  }
  return columns;
}

/** 0…1 from the top port to the bottom port. */
function portPlace(edge: FlowEdge, sizeOf: SizeOf): number {
  const ports = sizeOf(edge.from).ports ?? [];
  const at = ports.indexOf(edge.port ?? 'out');
  return at < 0 || ports.length < 2 ? 0.5 : (at + 0.5) / ports.length;
}

/** Puts each node level with what leads to it, then pushes overlapping ones apart, evenly up and down. */
function placeColumn(
  column: readonly string[],
  { flow, sizeOf, centre }: { readonly flow: Flow; readonly sizeOf: SizeOf; readonly centre: Map<string, number> },
): void {
  const wish = (id: string): number => {
    const edges = flow.edges.filter((edge) => edge.to === id && centre.has(edge.from));
    return mean(edges.map((edge) => (centre.get(edge.from) ?? 0) + (portPlace(edge, sizeOf) - 0.5) * sizeOf(edge.from).height)) ?? 0;
  };
  const wishes = column.map(wish);
  let edge = Number.NEGATIVE_INFINITY;
  const centres = column.map((id, at) => {
    const half = sizeOf(id).height / 2;
    const middle = Math.max(wishes[at] ?? 0, edge + half);
    edge = middle + half + rowGap;
    return middle;
  });
  const drift = mean(centres.map((middle, at) => middle - (wishes[at] ?? 0))) ?? 0;
  for (const [at, id] of column.entries()) centre.set(id, (centres[at] ?? 0) - drift);
}

function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}
