// Names of columns from a header: trimmed, never empty, never twice.
import { MAX_NAME_LENGTH } from '../limits.ts';
import { Refusal } from '../outcome.ts';

/** A column as its file has it, and the name it goes by. */
export interface NamedColumn {
  readonly name: string;
  /** As written in the header; absent in a file without one. */
  readonly header?: string;
}

// Control characters, zero-width characters, byte order mark.
const INVISIBLE = /[\p{Cc}\u200b-\u200d\u2060\ufeff]+/gu;

/** `  a\n b ` → `a b`. */
export const tidyName = (header: string): string =>
  header
    .replaceAll(/[\t\r\n]+/g, ' ')
    .replaceAll(INVISIBLE, '')
    .trim();

/** Distinct names in order: an empty one becomes `column_3`, the second `金额` becomes `金额_2`. */
export function distinctNames(headers: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  const wanted = headers.map((header, index) => tidyName(header) || `column_${index + 1}`);
  const later = new Set(wanted);
  return wanted.map((name) => {
    if (name.length > MAX_NAME_LENGTH) throw new Refusal('header.tooLong', { limit: MAX_NAME_LENGTH });
    let own = name;
    for (let n = 2; taken.has(own) || (own !== name && later.has(own)); n++) own = `${name}_${n}`;
    taken.add(own);
    return own;
  });
}
