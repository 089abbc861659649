// Positions on the canvas. They are data that only people's actions write.
import { flowLayout } from '../layout/flow-layout.ts';
import type { NodeSize } from '../layout/guessed-size.ts';
import type { Flow } from '../schema.ts';
import type { Change, Point } from './change.ts';

/** Moves nodes to positions; one step however many. */
export function moveNodes(flow: Flow, positions: Readonly<Record<string, Point>>): Change {
  const moved = Object.entries(positions)
    .filter(([id]) => flow.nodes.some((node) => node.id === id))
    .map(([id, at]) => [id, { x: Math.round(at.x), y: Math.round(at.y) }] as const)
    .filter(([id, at]) => flow.layout?.[id]?.x !== at.x || flow.layout?.[id]?.y !== at.y);
  const step = { code: 'move', nodes: moved.map(([id]) => id) } as const;
  return moved.length === 0 ? { flow, step } : { flow: { ...flow, layout: { ...flow.layout, ...Object.fromEntries(moved) } }, step };
}

/** Lays nodes out from left to right; only the given ones where some are given. */
export function tidy(flow: Flow, sizes: ReadonlyMap<string, NodeSize>, only: readonly string[] = []): Change {
  const step = { code: 'tidy' } as const;
  const chosen = new Set(only);
  const part: Flow =
    chosen.size < 2
      ? flow
      : {
          ...flow,
          nodes: flow.nodes.filter((node) => chosen.has(node.id)),
          edges: flow.edges.filter((edge) => chosen.has(edge.from) && chosen.has(edge.to)),
        };
  const laid = flowLayout(part, sizes);
  const shift = part === flow ? { x: 0, y: 0 } : cornerShift(flow, laid);
  const positions = Object.fromEntries(Object.entries(laid).map(([id, at]) => [id, { x: at.x + shift.x, y: at.y + shift.y }]));
  return { ...moveNodes(flow, positions), step };
}

/** Keeps a tidied part where it was: its top left corner stays. */
function cornerShift(flow: Flow, laid: Readonly<Record<string, Point>>): Point {
  const ids = Object.keys(laid);
  const corner = (axis: 'x' | 'y', of: (id: string) => Point | undefined) => Math.min(...ids.map((id) => of(id)?.[axis] ?? 0));
  const before = (id: string) => flow.layout?.[id];
  const after = (id: string) => laid[id];
  return { x: corner('x', before) - corner('x', after), y: corner('y', before) - corner('y', after) };
}
