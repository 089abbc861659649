// A note stays on the canvas.
import type { Lowered } from '@tierflow/compiler';

export function lowerNote(): Lowered {
  return { ports: [] };
}
