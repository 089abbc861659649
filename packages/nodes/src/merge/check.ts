// Nothing can be wrong in a merge itself.
import type { Checked } from '@tierflow/compiler';

export function checkMerge(): Checked {
  return { diagnostics: [], reads: [] };
}
