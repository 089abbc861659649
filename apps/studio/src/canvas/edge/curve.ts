// The curve of an edge: leaves and arrives horizontally.
import type { Point } from '@tierflow/flow';

export type Curve = readonly [Point, Point, Point, Point];

/** Control points between a way out and a way in. Backward edges swing wide. */
export function curveBetween(from: Point, to: Point): Curve {
  const dx = to.x - from.x;
  const reach = dx >= 0 ? Math.max(28, dx * 0.5) : Math.max(60, -dx * 0.4 + 60);
  return [from, { x: from.x + reach, y: from.y }, { x: to.x - reach, y: to.y }, to];
}

/** The curve as an SVG path. */
export function pathOf([a, b, c, d]: Curve): string {
  return `M${a.x},${a.y} C${b.x},${b.y} ${c.x},${c.y} ${d.x},${d.y}`;
}
