// Numbers: DOUBLE throughout; what is not finite is an error of the row.
import type { Expr } from '@tierflow/definition';
import type { Call, Compiled } from '../context.ts';
import { type Fragment, integer, number, sql, text } from '../fragment.ts';
import { bound, eager, type Implementation } from './implementation.ts';

/** The number, and the error of a row where it is none. */
function finite(raw: Fragment, call: Call): Compiled {
  if (!call.raises) return { value: raw };
  const value = call.bind(raw);
  return { value, error: sql`CASE WHEN NOT isfinite(${value}) THEN 'number.not-finite' END` };
}

/** Whether a division by zero gives infinity, NaN or NULL is a setting of the session, so NULL from numbers is an error too. */
function divided(raw: Fragment, call: Call, a: Fragment, b: Fragment): Compiled {
  if (!call.raises) return { value: raw };
  const value = call.bind(raw);
  return {
    value,
    error: sql`CASE WHEN isfinite(${value}) THEN NULL WHEN ${a} IS NOT NULL AND ${b} IS NOT NULL THEN 'number.not-finite' END`,
  };
}

export const add: Implementation = eager((call, a, b) => finite(sql`(${a} + ${b})`, call));
export const sub: Implementation = eager((call, a, b) => finite(sql`(${a} - ${b})`, call));
export const mul: Implementation = eager((call, a, b) => finite(sql`(${a} * ${b})`, call));
export const div: Implementation = bound((call, a, b) => divided(sql`(${a} / ${b})`, call, a, b));
export const mod: Implementation = bound((call, a, b) => divided(sql`(${a} % ${b})`, call, a, b));
export const neg: Implementation = eager((_, a) => sql`(-(${a}))`);
export const abs: Implementation = eager((_, a) => sql`abs(${a})`);
export const floor: Implementation = eager((_, a) => sql`floor(${a})`);
export const ceil: Implementation = eager((_, a) => sql`ceil(${a})`);
export const least: Implementation = eager((_, ...values) => sql`least(${list(values)})`);
export const greatest: Implementation = eager((_, ...values) => sql`greatest(${list(values)})`);

function list(values: readonly Fragment[]): Fragment {
  return values.reduce((all, next) => sql`${all}, ${next}`);
}

/** `sqrt` of a negative number would end the whole query. */
export const sqrt: Implementation = bound((_, a) => ({
  value: sql`CASE WHEN ${a} >= 0e0 THEN sqrt(${a}) END`,
  error: sql`CASE WHEN ${a} < 0e0 THEN 'number.out-of-range' END`,
}));

/** Beyond a few hundred places every number is 0 or infinite. */
const MOST_PLACES = 5000;

/** Half to even; with decimals on the decimal text, as the evaluator does: 1.015 at 2 is 1.02. */
export const round: Implementation = bound(({ args, bind }, a, decimals) => {
  const given = args[1];
  if (decimals === undefined || (given?.op === 'literal' && Math.trunc(Number(given.value)) === 0)) return halfEven(a, bind);
  const places = bind(wholePlaces(given, decimals));
  const there = shifted(a, places, bind);
  const back = shifted(bind(halfEven(there, bind)), bind(sql`-(${places})`), bind);
  const raw = bind(sql`CASE WHEN ${places} = 0 THEN ${halfEven(a, bind)} ELSE ${back} END`);
  // From 1e21 on, the text of the places has an exponent of its own, and what is shifted is no number.
  return {
    value: raw,
    error: sql`CASE WHEN isfinite(${raw}) AND abs(${decimals}) < 1e21 THEN NULL
      WHEN ${a} IS NOT NULL AND ${decimals} IS NOT NULL THEN 'number.not-finite' END`,
  };
});

/** The engine's own `round_even` errs on large halves. `x` is written several times. */
export function halfEven(x: Fragment, bind: Call['bind']): Fragment {
  const below = bind(sql`floor(${x})`);
  const rest = sql`(${x} - ${below})`;
  return sql`CASE WHEN ${rest} < 0.5e0 OR (${rest} = 0.5e0 AND ${below} % 2e0 = 0e0) THEN ${below} ELSE ${below} + 1e0 END`;
}

/** Rounded to so many places by the decimal text; the number is finite. */
export function roundedAt(x: Fragment, places: number, bind: Call['bind']): Fragment {
  if (places === 0) return halfEven(x, bind);
  return shifted(bind(halfEven(shifted(x, integer(places), bind), bind)), integer(-places), bind);
}

function wholePlaces(given: Expr | undefined, decimals: Fragment): Fragment {
  if (given?.op === 'literal') return integer(Math.max(-MOST_PLACES, Math.min(MOST_PLACES, Math.trunc(Number(given.value)))));
  // `least` and `greatest` pass over NULL.
  const clamped = sql`least(greatest(trunc(${decimals}), ${number(-MOST_PLACES)}), ${number(MOST_PLACES)})`;
  return sql`CASE WHEN ${decimals} IS NOT NULL THEN CAST(${clamped} AS INTEGER) END`;
}

/** A number times a power of ten, on its shortest decimal text. */
function shifted(x: Fragment, places: Fragment, bind: Call['bind']): Fragment {
  const digits = bind(sql`CAST(${x} AS VARCHAR)`);
  return bind(sql`CASE WHEN contains(${digits}, 'e')
    THEN TRY_CAST(split_part(${digits}, 'e', 1) || 'e' || (TRY_CAST(split_part(${digits}, 'e', 2) AS INTEGER) + ${places}) AS DOUBLE)
    ELSE TRY_CAST(${digits} || 'e' || ${places} AS DOUBLE) END`);
}

const DECIMAL = text('-?(0|[1-9][0-9]*)([.][0-9]+)?([Ee][-+]?[0-9]+)?');
const PREFIXED = text('0[xX][0-9A-Fa-f]+|0[oO][0-7]+|0[bB][01]+');

/** Only what the evaluator reads as a number: `TRY_CAST` alone takes more. */
export const toNumber: Implementation = bound(({ bind }, a) => {
  const raw = bind(sql`CASE WHEN regexp_full_match(${a}, ${DECIMAL}) THEN TRY_CAST(${a} AS DOUBLE)
    WHEN regexp_full_match(${a}, ${PREFIXED}) THEN ${prefixed(a, bind)} END`);
  return {
    value: raw,
    error: sql`CASE WHEN isfinite(${raw}) THEN NULL WHEN ${a} IS NOT NULL THEN 'number.unreadable' END`,
  };
});

/**
 * A hexadecimal, octal or binary text as the nearest double: its bits, of which 54 and whether any further one is set
 * decide the rounding.
 */
function prefixed(a: Fragment, bind: Call['bind']): Fragment {
  const width = sql`CASE lower(substring(${a}, 2, 1)) WHEN 'x' THEN 4 WHEN 'o' THEN 3 ELSE 1 END`;
  const all = bind(sql`CASE WHEN regexp_full_match(${a}, ${PREFIXED}) THEN ltrim(array_to_string(list_transform(
    string_split(lower(substring(${a}, 3)), ''),
    lambda "~d": right(lpad(bin(instr('0123456789abcdef', "~d") - 1), 4, '0'), ${width})), ''), '0') END`);
  const length = sql`length(${all})`;
  const kept = sql`CASE WHEN ${length} <= 55 THEN '0' || ${all} ELSE '0' || left(${all}, 54) || CASE WHEN contains(substring(${all}, 55), '1') THEN '1' ELSE '0' END END`;
  const factor = sql`CASE WHEN ${length} <= 55 THEN 1e0 ELSE pow(2e0, CAST(least(${length}, 2000) - 55 AS DOUBLE)) END`;
  return sql`CAST(TRY_CAST(TRY_CAST(${kept} AS BIT) AS BIGINT) AS DOUBLE) * ${factor}`;
}
