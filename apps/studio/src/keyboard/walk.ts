// Going through a flow by keys: in flow order, along edges, among siblings.
import { type Flow, flowOrder } from '@tierflow/flow';

export type Way = 'next' | 'previous' | 'left' | 'right' | 'up' | 'down';

/** The node one step from here; the first one where nothing is selected; undefined at the end. */
export function neighbour(flow: Flow, from: string | undefined, way: Way): string | undefined {
  const order = flowOrder(flow);
  if (from === undefined) return way === 'previous' ? order.at(-1) : order[0];
  if (way === 'next' || way === 'previous') return order[order.indexOf(from) + (way === 'next' ? 1 : -1)];
  const height = (id: string) => flow.layout?.[id]?.y ?? 0;
  const byHeight = (ids: readonly string[]) => [...new Set(ids)].sort((a, b) => height(a) - height(b));
  const after = byHeight(flow.edges.filter((edge) => edge.from === from).map((edge) => edge.to));
  const before = byHeight(flow.edges.filter((edge) => edge.to === from).map((edge) => edge.from));
  if (way === 'right') return nearest(after, height(from), height);
  if (way === 'left') return nearest(before, height(from), height);
  const siblings = byHeight([
    from,
    ...flow.edges.filter((edge) => before.includes(edge.from)).map((edge) => edge.to),
    ...flow.edges.filter((edge) => after.includes(edge.to)).map((edge) => edge.from),
  ]);
  return siblings[siblings.indexOf(from) + (way === 'down' ? 1 : -1)];
}

function nearest(ids: readonly string[], at: number, height: (id: string) => number): string | undefined {
  return [...ids].sort((a, b) => Math.abs(height(a) - at) - Math.abs(height(b) - at))[0];
}
