// Texts. Length, order and places go by code point on both sides.
import type { Call } from '../context.ts';
import { type Fragment, integer, joined, sql } from '../fragment.ts';
import { isPresent } from '../present.ts';
import { bound, eager, type Implementation, whereThere } from './implementation.ts';
import { numberText } from './number-text.ts';
import { LONGEST_RESULT, units } from './text-length.ts';

/** `concat` takes NULL for an empty text; `||` is what the engine is fastest on. */
export const concat: Implementation = eager(({ args, context }, ...values) => {
  const all = args.every((arg) => isPresent(arg, context));
  return all ? sql`(${joined(values, ' || ')})` : sql`concat(${joined(values, ', ')})`;
});

export const length: Implementation = eager((_, a) => sql`CAST(length(${a}) AS DOUBLE)`);

/** Places as the evaluator counts them: negative from the end, fractions cut where a place is needed. */
export const substring: Implementation = bound(({ bind }, a, start, count) => {
  const size = bind(sql`CAST(length(${a}) AS DOUBLE)`);
  const from = bind(sql`CASE WHEN ${size} + ${start} < 0e0 THEN 0e0 ELSE ${start} END`);
  const first = bind(sql`CASE WHEN trunc(${from}) < 0e0 THEN ${size} + trunc(${from}) ELSE least(trunc(${from}), ${size}) END`);
  if (count === undefined) return whereThere([a, start], sql`substring(${a}, CAST(${first} AS BIGINT) + 1)`);
  const end = bind(sql`trunc(least(CASE WHEN ${from} >= 0e0 THEN ${from} ELSE ${size} + ${from} END + ${count}, ${size}))`);
  const taken = sql`substring(${a}, CAST(${first} AS BIGINT) + 1, CAST(greatest(${end} - ${first}, 0e0) AS BIGINT))`;
  return whereThere([a, start, count], sql`CASE WHEN ${count} <= 0e0 OR ${end} <= ${first} THEN '' ELSE ${taken} END`);
});

export const substringBefore: Implementation = bound(({ bind }, a, mark) => {
  const at = bind(sql`instr(${a}, ${mark})`);
  return sql`CASE WHEN ${mark} = '' THEN left(${a}, 0) WHEN ${at} = 0 THEN ${a} ELSE left(${a}, ${at} - 1) END`;
});

export const substringAfter: Implementation = bound(({ bind }, a, mark) => {
  const at = bind(sql`instr(${a}, ${mark})`);
  return sql`CASE WHEN ${mark} = '' OR ${at} = 0 THEN ${a} ELSE substring(${a}, ${at} + length(${mark})) END`;
});

const SMALL = sql`'abcdefghijklmnopqrstuvwxyz'`;
const LARGE = sql`'ABCDEFGHIJKLMNOPQRSTUVWXYZ'`;

export const uppercase: Implementation = eager((_, a) => sql`translate(${a}, ${SMALL}, ${LARGE})`);
export const lowercase: Implementation = eager((_, a) => sql`translate(${a}, ${LARGE}, ${SMALL})`);
export const trim: Implementation = eager((_, a) => sql`trim(regexp_replace(${a}, '[ \\t\\n\\r]+', ' ', 'g'), ' ')`);
export const contains: Implementation = eager((_, a, b) => sql`contains(${a}, ${b})`);
export const startsWith: Implementation = eager((_, a, b) => sql`starts_with(${a}, ${b})`);
export const endsWith: Implementation = eager((_, a, b) => sql`ends_with(${a}, ${b})`);

const LONGEST_FILLED = integer(1000);

export const pad: Implementation = bound(({ bind }, a, width, filling = sql`' '`) => {
  const wanted = bind(sql`trunc(abs(${width}))`);
  const there = [a, width, filling];
  const tooLong = sql`${wanted} > ${LONGEST_FILLED}`;
  const fill = bind(sql`CASE WHEN ${filling} = '' THEN ' ' ELSE ${filling} END`);
  const lacking = bind(sql`CAST(greatest(least(${wanted}, ${LONGEST_FILLED}) - length(${a}), 0) AS BIGINT)`);
  const added = bind(sql`left(repeat(${fill}, ${lacking} // length(${fill}) + 1), ${lacking})`);
  return {
    value: whereThere(there, sql`CASE WHEN ${width} < 0e0 THEN ${added} || ${a} ELSE ${a} || ${added} END`),
    error: whereThere(there, sql`CASE WHEN ${tooLong} THEN 'text.too-long' END`),
  };
});

/** Asks for the length before the text is made: a row must not fill the memory. */
export const replace: Implementation = bound(({ bind }, ...there) => {
  const [a, part, by, limit] = there as [Fragment, Fragment, Fragment, Fragment?];
  const all = sql`(strlen(${a}) - strlen(replace(${a}, ${part}, ''))) // greatest(strlen(${part}), 1)`;
  const wanted = limit === undefined ? all : sql`TRY_CAST(greatest(least(trunc(${limit}), ${all}), 0) AS BIGINT)`;
  const found = bind(sql`CASE WHEN ${part} = '' THEN 0 ELSE ${wanted} END`);
  const mayBeLong = sql`${found} > 0 AND strlen(${a}) + ${found} * strlen(${by}) > ${LONGEST_RESULT}`;
  const longer = sql`${units(a)} + ${found} * (${units(by)} - ${units(part)}) > ${LONGEST_RESULT}`;
  const tooLong = bind(whereThere(there, sql`CASE WHEN ${mayBeLong} THEN ${longer} ELSE FALSE END`));
  const replaced = limit === undefined ? sql`replace(${a}, ${part}, ${by})` : firstReplaced(a, part, { by, found, bind });
  return {
    value: whereThere(there, sql`CASE WHEN ${found} = 0 THEN ${a} WHEN NOT ${tooLong} THEN ${replaced} END`),
    error: sql`CASE WHEN ${tooLong} THEN 'text.too-long' END`,
  };
});

interface Replacing extends Pick<Call, 'bind'> {
  readonly by: Fragment;
  readonly found: Fragment;
}

/** The first few occurrences replaced: the rest is put together again as it was. */
function firstReplaced(a: Fragment, part: Fragment, { by, found, bind }: Replacing): Fragment {
  const pieces = bind(sql`CASE WHEN ${found} > 0 THEN string_split(${a}, ${part}) END`);
  const rest = together(sql`list_slice(${pieces}, ${found} + 1, len(${pieces}))`, part);
  return together(sql`list_append(list_slice(${pieces}, 1, ${found}), ${rest})`, by);
}

/** Pieces with a text between them, where there are pieces. */
function together(pieces: Fragment, between: Fragment): Fragment {
  return sql`list_reduce(${pieces}, lambda "~a", "~b": "~a" || ${between} || "~b")`;
}

const parts = (a: Fragment, separator: Fragment): Fragment =>
  sql`CASE WHEN ${separator} = '' THEN [${a}] ELSE string_split(${a}, ${separator}) END`;

export const splitPart: Implementation = bound(({ bind }, a, separator, at) => {
  const place = bind(sql`TRY_CAST(trunc(${at}) AS BIGINT)`);
  const index = sql`CASE WHEN ${place} >= 0 THEN ${place} + 1 ELSE ${place} END`;
  return whereThere([a, separator, at], sql`list_extract(${parts(a, separator)}, ${index})`);
});

export const splitCount: Implementation = bound((_, a, separator) =>
  whereThere([a, separator], sql`CAST(len(${parts(a, separator)}) AS DOUBLE)`),
);

export const textOf: Implementation = bound((call, a) => {
  switch (call.types[0]) {
    case 'number':
      return numberText(call, a);
    case 'date':
      return sql`CASE WHEN ${a} >= DATE '0001-01-01' THEN CAST(${a} AS VARCHAR) ELSE printf('%04d-%02d-%02d', year(${a}), month(${a}), day(${a})) END`;
    case 'datetime':
      return sql`strftime(epoch_ms(TRY_CAST(${a} AS BIGINT)), '%Y-%m-%dT%H:%M:%S.%gZ')`;
    case 'boolean':
      return sql`CASE WHEN ${a} THEN 'true' WHEN NOT ${a} THEN 'false' END`;
    default:
      return a;
  }
});
