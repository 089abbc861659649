// The text of a number as the evaluator writes it: up to 15 significant digits, then JavaScript's layout.
import type { Call } from '../context.ts';
import { type Fragment, sql } from '../fragment.ts';
import { isShortWhole } from '../present.ts';

type Bind = Call['bind'];

/** SQL of the text of a number; `x` is written several times. */
export function numberText({ args, context, bind }: Call, x: Fragment): Fragment {
  const whole = sql`CAST(TRY_CAST(${x} AS BIGINT) AS VARCHAR)`;
  if (args[0] !== undefined && isShortWhole(args[0], context)) return whole;
  const short = bind(sql`(${x} = trunc(${x}) AND abs(${x}) < 1e15)`);
  const rounded = bind(sql`CASE WHEN NOT ${short} THEN ${fifteenDigits(x, short, bind)} END`);
  return sql`CASE WHEN ${short} THEN ${whole} WHEN ${x} < 0e0 THEN '-' || ${laidOut(rounded, bind)} ELSE ${laidOut(rounded, bind)} END`;
}

/** The magnitude at 15 significant digits, halves up. The engine prints digits exactly, but its own rounding is to even. */
function fifteenDigits(x: Fragment, short: Fragment, bind: Bind): Fragment {
  const exact = bind(sql`CASE WHEN NOT ${short} THEN printf('%.44e', abs(${x})) END`);
  const up = sql`CASE WHEN substring(${exact}, 17, 1) >= '5' THEN 1 ELSE 0 END`;
  const digits = sql`(TRY_CAST(left(${exact}, 1) || substring(${exact}, 3, 14) AS BIGINT) + ${up})`;
  return sql`TRY_CAST(${digits} || 'e' || (TRY_CAST(split_part(${exact}, 'e', 2) AS INTEGER) - 14) AS DOUBLE)`;
}

/** Shortest digits as the engine finds them, with the exponent only where JavaScript writes one: below 1e-6 and from 1e21. */
function laidOut(magnitude: Fragment, bind: Bind): Fragment {
  const shortest = bind(sql`CAST(${magnitude} AS VARCHAR)`);
  const mantissa = sql`split_part(${shortest}, 'e', 1)`;
  const digits = bind(sql`replace(${mantissa}, '.', '')`);
  const exponent = bind(sql`TRY_CAST(split_part(${shortest}, 'e', 2) AS INTEGER)`);
  return bind(sql`CASE WHEN isinf(${magnitude}) THEN 'Infinity'
    WHEN NOT contains(${shortest}, 'e') THEN regexp_replace(${shortest}, '[.]0$', '')
    WHEN ${exponent} BETWEEN 0 AND 20 THEN rpad(${digits}, ${exponent} + 1, '0')
    WHEN ${exponent} BETWEEN -6 AND -1 THEN '0.' || repeat('0', -${exponent} - 1) || ${digits}
    ELSE ${mantissa} || CASE WHEN ${exponent} > 0 THEN 'e+' ELSE 'e' END || ${exponent} END`);
}
