// Lengths of texts as the limit of results counts them.
import { type Fragment, integer, sql } from '../fragment.ts';

export const LONGEST_RESULT = integer(100_000);

/** In units of UTF-16: two for a character beyond the first plane. */
export const units = (a: Fragment): Fragment => sql`(length(${a}) + length(regexp_replace(${a}, '[^\\x{10000}-\\x{10FFFF}]+', '', 'g')))`;
