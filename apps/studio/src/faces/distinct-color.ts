// Colours for things in no order, never without a number or a shape beside.
import { color } from '../design/tokens.ts';

const colors = [color('kind-filter'), color('kind-tier'), color('kind-combine'), color('kind-act'), color('kind-score'), color('ok')];

/** The colour of a place, from 0; they come round again. */
export function distinctColor(at: number): string {
  return colors[at % colors.length] as string;
}
