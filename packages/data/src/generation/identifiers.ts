// Customers' keys are texts. Numbers that passed through a spreadsheet or a data frame as 17850.0 go back to 17850.

import type { Budget } from '../columns/budget.ts';
import { Dictionary } from '../columns/dictionary.ts';

const DOT = 46;
const ZERO = 48;

/** Length without `.0`, `.00` …; -1 where the text is no whole number of at most 15 digits without leading zeros. */
function wholeLength(bytes: Uint8Array): number {
  let i = 0;
  while (i < bytes.length && (bytes[i] as number) >= ZERO && (bytes[i] as number) <= 57) i++;
  if (i === 0 || i > 15 || (i > 1 && bytes[0] === ZERO)) return -1;
  if (i === bytes.length) return i;
  if (bytes[i] !== DOT || i + 1 === bytes.length) return -1;
  for (let j = i + 1; j < bytes.length; j++) if (bytes[j] !== ZERO) return -1;
  return i;
}

/** The keys without their `.0` where every one of them is a whole number and one has it; the same object otherwise. */
export function wholeKeys(
  keys: { codes: Uint32Array; dictionary: Dictionary },
  used: Uint8Array,
  seed: number,
  budget: Budget,
): { codes: Uint32Array; dictionary: Dictionary } {
  const { dictionary } = keys;
  let dotted = false;
  for (let code = 1; code < used.length; code++) {
    if (used[code] === 0) continue;
    const bytes = dictionary.bytesOf(code);
    const length = wholeLength(bytes);
    if (length < 0) return keys;
    if (length < bytes.length) dotted = true;
  }
  if (!dotted) return keys;
  const whole = new Dictionary(seed, budget);
  const map = new Uint32Array(used.length);
  for (let code = 1; code < used.length; code++) {
    if (used[code] === 0) continue;
    const bytes = dictionary.bytesOf(code);
    map[code] = whole.code(bytes, 0, wholeLength(bytes));
  }
  return { codes: keys.codes.map((code) => map[code] as number), dictionary: whole };
}
