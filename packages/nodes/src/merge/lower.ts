// Joining the inputs is done for every node before it is lowered; a merge adds nothing.
import type { Lowered } from '@tierflow/compiler';

export function lowerMerge(): Lowered {
  return { ports: [{ id: 'out' }] };
}
