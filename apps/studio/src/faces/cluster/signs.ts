// A shape and a colour for each cluster, so that neither is needed alone.
import { distinctColor } from '../distinct-color.ts';

/** Outlines around 0,0 of about the same area. */
const shapes = [
  'M-3,0a3,3 0 1 0 6,0a3,3 0 1 0 -6,0Z',
  'M-2.7,-2.7h5.4v5.4h-5.4Z',
  'M0,-3.7L3.5,2.6H-3.5Z',
  'M0,-3.8L3.8,0L0,3.8L-3.8,0Z',
  'M0,3.7L3.5,-2.6H-3.5Z',
];

export interface Sign {
  readonly color: string;
  readonly path: string;
}

/** Of a cluster's number, from 1: 30 different ones. */
export function signOf(number: number): Sign {
  const at = number - 1;
  return { color: distinctColor(at), path: shapes[at % shapes.length] as string };
}
