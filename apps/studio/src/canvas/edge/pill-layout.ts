// Where the counts on edges stand: near the middle of the curve, never over a card or over each other.
import type { Point } from '@tierflow/flow';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A curve with the size of its label, most important first. */
export interface PillWish {
  readonly key: string;
  readonly curve: readonly [Point, Point, Point, Point];
  readonly width: number;
  readonly height: number;
}

/** Places on the curve that are tried, nearest to the middle first. */
const tries = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74] as const;

/** A point of a cubic Bézier curve. */
export function pointAt(curve: PillWish['curve'], t: number): Point {
  const s = 1 - t;
  const at = (axis: 'x' | 'y') =>
    s ** 3 * curve[0][axis] + 3 * s * s * t * curve[1][axis] + 3 * s * t * t * curve[2][axis] + t ** 3 * curve[3][axis];
  return { x: at('x'), y: at('y') };
}

/** Centres of the labels that find room; the others are left out. */
export function placePills(wishes: readonly PillWish[], cards: readonly Box[]): ReadonlyMap<string, Point> {
  const taken: Box[] = [];
  const placed = new Map<string, Point>();
  for (const wish of wishes) {
    for (const t of tries) {
      const centre = pointAt(wish.curve, t);
      const box = { x: centre.x - wish.width / 2, y: centre.y - wish.height / 2, width: wish.width, height: wish.height };
      if (cards.some((card) => meets(card, box)) || taken.some((other) => meets(other, box, 3))) continue;
      taken.push(box);
      placed.set(wish.key, centre);
      break;
    }
  }
  return placed;
}

function meets(a: Box, b: Box, gap = 0): boolean {
  return a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap;
}
