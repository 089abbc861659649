// A note is never wrong.
import type { Checked } from '@tierflow/compiler';

export function checkNote(): Checked {
  return { diagnostics: [], reads: [] };
}
